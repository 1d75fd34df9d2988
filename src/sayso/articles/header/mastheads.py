"""Names of outlets and agencies, found in lines that may hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from sayso.languages import table
from sayso.model.profile import KnownSource
from sayso.model.span import Span

_TOKEN = re.compile(r"[^\W_]+(?:[.&'’-][^\W_]+)*|&")
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Masthead:
    """An outlet or agency under the name that a ledger uses."""

    name: str
    kind: Literal["agency", "outlet"]


@dataclass(frozen=True, slots=True)
class Found:
    """A masthead's name at a place of a line."""

    span: Span
    masthead: Masthead


class Mastheads:
    """All names known, those of a profile first."""

    def __init__(self, known: Sequence[KnownSource] = ()) -> None:
        self._by_key: dict[tuple[str, ...], Masthead] = {}
        self._as_printed: dict[tuple[str, ...], set[str]] = {}
        self._by_host: dict[str, Masthead] = {}
        for source in known:
            self._add(source.name, Masthead(source.name, source.kind))
        for masthead, names in _world():
            for name in names:
                self._add(name, masthead)

    def _add(self, name: str, masthead: Masthead) -> None:
        if re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", name):
            self._by_host.setdefault(name, masthead)
        # "Vanguard (Nigeria)" is one of several of that name: only its host tells which.
        pieces = [] if name.endswith(")") else _TOKEN.findall(name)
        key = _key(pieces)
        if key:
            self._by_key.setdefault(key, masthead)
            self._as_printed.setdefault(key, set()).add(" ".join(pieces))

    def whole(self, line: str) -> Masthead | None:
        """Return the masthead whose name is the whole line, whatever its capitals."""
        return self._by_key.get(_key(_TOKEN.findall(line)))

    def at_host(self, host: str) -> Masthead | None:
        """Return the masthead at a web host or at the site above it."""
        labels = host.lower().removeprefix("www.").split(".")
        for start in range(len(labels) - 1):
            if found := self._by_host.get(".".join(labels[start:])):
                return found
        return None

    def within(self, line: str) -> tuple[Found, ...]:
        """Return the mastheads named in a line (its first 400 signs), in order, the longest name at each."""
        return tuple(self._within(line[:400]))

    def _within(self, line: str) -> Iterator[Found]:
        matches = list(_TOKEN.finditer(line))
        at = 0
        while at < len(matches):
            for length in range(min(_LONGEST, len(matches) - at), 0, -1):
                piece = matches[at : at + length]
                masthead = self._named([match.group() for match in piece])
                if masthead is not None:
                    yield Found(Span(piece[0].start(), piece[-1].end()), masthead)
                    at += length
                    break
            else:
                at += 1

    def _named(self, pieces: list[str]) -> Masthead | None:
        key = _key(pieces)
        masthead = self._by_key.get(key)
        if masthead is None:
            return None
        if len(key) > 1:
            return masthead if any(piece[0].isupper() for piece in pieces[-len(key) :]) else None
        # One word may be an everyday word ("trend", "map"): it must be printed as its owner prints it.
        printed = " ".join([*pieces[:-1], _bare_possessive(pieces[-1])])
        printed = printed.replace("the ", "The ", 1)
        names = self._as_printed[key]
        return masthead if printed in names or printed in {name.upper() for name in names} else None


@lru_cache(maxsize=8)
def mastheads(known: tuple[KnownSource, ...] = ()) -> Mastheads:
    """Return the index of the world's mastheads and of those that a profile adds."""
    return Mastheads(known)


@cache
def _world() -> tuple[tuple[Masthead, tuple[str, ...]], ...]:
    data = table("english", "mastheads")
    agencies = [(Masthead(name, "agency"), (name, *more)) for name, more in data["agencies"].items()]
    outlets = [(Masthead(name, "outlet"), (name, *more)) for name, more in data["outlets"].items()]
    return (*agencies, *outlets)


def _bare_possessive(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def _key(pieces: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a name as they are compared: lower case, without "the" and possessives."""
    lowered = [_bare_possessive(piece).lower().replace("’", "'") for piece in pieces]
    return tuple(lowered[1:] if len(lowered) > 1 and lowered[0] == "the" else lowered)
