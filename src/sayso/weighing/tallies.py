"""What many statements come to in counts: all that one statement's weighing may know of the others.

A fact is counted under a kind and a key; asked is for the value counted most, or for all values.  So the
cost of a new article does not grow with the ledger: only statements that asked for what changed are weighed
anew.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

Key = tuple[str, str]
"""Kind and key, such as ("speaks-for", "una holt")."""

Fact = tuple[str, str, str]
"""Kind, key and value, such as ("speaks-for", "una holt", "Blues")."""


LISTED = frozenset({"at", "part", "set", "fate", "table", "threatened"})
"""Kinds of facts of which all values may be asked for (which questions are asked about a place, say)."""


def _nothing(_: Key) -> Mapping[str, int]:
    return {}


class Tallies:
    """Counts of facts: those of before, given by `base`, and those added since."""

    def __init__(self, base: Callable[[Key], Mapping[str, int]] = _nothing) -> None:
        self._base = base
        self._before: dict[Key, Mapping[str, int]] = {}
        self._added: dict[Key, Counter[str]] = defaultdict(Counter)
        self._most: dict[Key, str | None] = {}
        self._all: dict[Key, tuple[str, ...]] = {}
        self._asked: set[Key] = set()

    def add(self, facts: Iterable[Fact], times: int = 1) -> None:
        """Count facts so many times; a negative number takes them back."""
        for kind, key, value in facts:
            self._added[kind, key][value] += times
            self._most.pop((kind, key), None)
            self._all.pop((kind, key), None)

    def most(self, kind: str, key: str) -> str | None:
        """Return the value counted most (of several the least), None where nothing is counted."""
        asked = (kind, key)
        self._asked.add(asked)
        if asked not in self._most:
            self._most[asked] = _most(self._counts(asked))
        return self._most[asked]

    def all(self, kind: str, key: str) -> tuple[str, ...]:
        """Return all values counted, sorted; only of kinds in `LISTED`, whose every new value is a change."""
        if kind not in LISTED:
            raise ValueError(f"facts of kind {kind!r} are asked for their most common value only")
        asked = (kind, key)
        self._asked.add(asked)
        if asked not in self._all:
            self._all[asked] = _all(self._counts(asked))
        return self._all[asked]

    def asked(self) -> tuple[Key, ...]:
        """Return what was asked for since the last call, sorted."""
        found = tuple(sorted(self._asked))
        self._asked.clear()
        return found

    def changed(self) -> set[Key]:
        """Return the keys of which something else would be told than before anything was added."""
        return {
            key for key in self._added if _told(key, self._counts(key)) != _told(key, self._of_before(key))
        }

    def added(self) -> dict[Fact, int]:
        """Return how often each fact was added, facts that came to nothing left out."""
        return {
            (*key, value): times
            for key, counts in sorted(self._added.items())
            for value, times in sorted(counts.items())
            if times
        }

    def _counts(self, key: Key) -> Mapping[str, int]:
        counts = Counter(self._of_before(key))
        counts.update(self._added.get(key, {}))
        return counts

    def _of_before(self, key: Key) -> Mapping[str, int]:
        if key not in self._before:
            self._before[key] = self._base(key)
        return self._before[key]


def _told(key: Key, counts: Mapping[str, int]) -> object:
    return _all(counts) if key[0] in LISTED else _most(counts)


def _all(counts: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(value for value, times in counts.items() if times > 0))


def _most(counts: Mapping[str, int]) -> str | None:
    held = {value: times for value, times in counts.items() if times > 0}
    return min(held, key=lambda value: (-held[value], value)) if held else None
