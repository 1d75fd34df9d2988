"""Names that come near to what was asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sayso.model.errors import NotFound
from sayso.places.spelling import fold, nearest

CANDIDATES_NAMED = 8
"""How many names an error names."""


@dataclass(frozen=True, slots=True)
class Near:
    """The names of the ledger that come near; `meant` is the one surely meant, None where several fit."""

    meant: str | None
    others: tuple[str, ...]


def near_names(asked: str, known: Collection[str]) -> Near:
    """Return the names that are spelt like what was asked, or that hold it.

    A name that differs in dress only ("islam qala" for "Islam Qala"), that alone is spelt nearly so
    ("Haratan" for "Hairatan"), or that alone holds the words (or one spelt like the word) is the one meant.
    """
    if asked in known:
        return Near(asked, (asked,))
    key = fold(asked)
    keys = {name: fold(name) for name in sorted(known)}
    found: list[str] = []
    for road in (_same, _spelt, _holding, _word_spelt):
        names = road(key, keys) if key else []
        if len(names) == 1 and not found:
            return Near(names[0], (names[0],))
        found += names
    return Near(None, tuple(dict.fromkeys(found)))


def spelt_nearly(asked: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the other names that differ from what was asked by a letter or two."""
    keys = {name: fold(name) for name in sorted(known) if name != asked}
    return tuple(_spelt(fold(asked), keys))


def meant(asked: str, known: Mapping[str, int], kind: str) -> str:
    """Return the name in `known` (with the number of its statements) that is meant by `asked`.

    Raises:
        NotFound: none is, or several may be; the text names them, those with most statements first.
    """
    near = near_names(asked, known)
    if near.meant:
        return near.meant
    if near.others:
        fits = f"{asked!r} fits {len(near.others)} {kind}s of this ledger"
        raise NotFound(f"{fits}: {_counted(near.others, known)}. Give more of the name.")
    if not known:
        raise NotFound(f"this ledger names no {kind} at all.")
    raise NotFound(f"this ledger names no {kind} like {asked!r}. It names {_counted(known, known)}.")


def _counted(names: Collection[str], known: Mapping[str, int]) -> str:
    ranked = sorted(names, key=lambda name: (-known[name], name))
    shown = [f"{name} ({_statements(known[name])})" for name in ranked[:CANDIDATES_NAMED]]
    more = len(ranked) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _statements(count: int) -> str:
    return f"{count} statement{'' if count == 1 else 's'}"


def _same(key: str, keys: Mapping[str, str]) -> list[str]:
    return [name for name, folded in keys.items() if folded == key]


def _spelt(key: str, keys: Mapping[str, str]) -> list[str]:
    _, close = nearest(key, set(keys.values()))
    return [name for name, folded in keys.items() if folded in close]


def _holding(key: str, keys: Mapping[str, str]) -> list[str]:
    return sorted((name for name, folded in keys.items() if key in folded), key=lambda n: (len(n), n))


def _word_spelt(key: str, keys: Mapping[str, str]) -> list[str]:
    """Return the names with a word spelt nearly so ("Mujahed" for "Zabihullah Mujahid")."""
    _, close = nearest(key, {word for folded in keys.values() for word in folded.split()})
    return [name for name, folded in keys.items() if not set(close).isdisjoint(folded.split())]
