"""Sentences that are one but for light edits."""

from __future__ import annotations

from sayso.weighing.names import fold


def triples_of(sentence: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of three words of a sentence, folded."""
    words = fold(sentence).split()
    return frozenset(tuple(words[n : n + 3]) for n in range(len(words) - 2))


def near(shared: int, left: int, right: int) -> bool:
    """Tell whether sentences with so many triples in common, and in all, are one but for light edits."""
    least = min(left, right)
    return least >= 4 and shared >= 0.6 * least
