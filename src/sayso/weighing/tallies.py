"""What many statements come to in counts: all that one statement's weighing may know of the others.

A fact is counted under a kind and a key; asked is only for the value counted most.  So the cost of a new
article does not grow with the ledger: only statements that asked for a value which changed are weighed anew.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

Key = tuple[str, str]
"""Kind and key, such as ("speaks-for", "una holt")."""

Fact = tuple[str, str, str]
"""Kind, key and value, such as ("speaks-for", "una holt", "Blues")."""


def _nothing(_: Key) -> Mapping[str, int]:
    return {}


class Tallies:
    """Counts of facts: those of before, given by `base`, and those added since."""

    def __init__(self, base: Callable[[Key], Mapping[str, int]] = _nothing) -> None:
        self._base = base
        self._before: dict[Key, Mapping[str, int]] = {}
        self._added: dict[Key, Counter[str]] = defaultdict(Counter)
        self._most: dict[Key, str | None] = {}
        self._asked: set[Key] = set()

    def add(self, facts: Iterable[Fact], times: int = 1) -> None:
        """Count facts so many times; a negative number takes them back."""
        for kind, key, value in facts:
            self._added[kind, key][value] += times
            self._most.pop((kind, key), None)

    def most(self, kind: str, key: str) -> str | None:
        """Return the value counted most (of several the least), None where nothing is counted."""
        asked = (kind, key)
        self._asked.add(asked)
        if asked not in self._most:
            counts = Counter(self._of_before(asked))
            counts.update(self._added.get(asked, {}))
            self._most[asked] = _most(counts)
        return self._most[asked]

    def asked(self) -> tuple[Key, ...]:
        """Return what was asked for since the last call, sorted."""
        found = tuple(sorted(self._asked))
        self._asked.clear()
        return found

    def changed(self) -> set[Key]:
        """Return the keys whose value is another one than before anything was added."""
        kept = set(self._asked)
        found = {key for key in self._added if self.most(*key) != _most(self._of_before(key))}
        self._asked = kept
        return found

    def added(self) -> dict[Fact, int]:
        """Return how often each fact was added, facts that came to nothing left out."""
        return {
            (*key, value): times
            for key, counts in sorted(self._added.items())
            for value, times in sorted(counts.items())
            if times
        }

    def _of_before(self, key: Key) -> Mapping[str, int]:
        if key not in self._before:
            self._before[key] = self._base(key)
        return self._before[key]


def _most(counts: Mapping[str, int]) -> str | None:
    held = {value: times for value, times in counts.items() if times > 0}
    return min(held, key=lambda value: (-held[value], value)) if held else None
