"""What two mentions have in common: the features from which it is told whether they mean the same.

Used alike in training and in reading, so that the two cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.reading.learned.scheme import KINDS

_PRONOUNS = {
    "he": 1, "him": 1, "his": 1, "himself": 1, "she": 2, "her": 2, "hers": 2, "herself": 2, "it": 3, "its": 3,
    "itself": 3, "they": 4, "them": 4, "their": 4, "theirs": 4, "themselves": 4, "we": 5, "us": 5, "our": 5,
    "ours": 5, "i": 6, "me": 6, "my": 6, "mine": 6, "you": 7, "your": 7, "who": 8, "which": 8, "that": 8,
    "whose": 8, "this": 8, "these": 8, "those": 8, "there": 9, "here": 9, "where": 9,
}  # fmt: skip
_EMPTY = frozenset(
    {"the", "a", "an", "of", "and", "'s", "’s", "its", "their", "his", "her", "our", "in", "for", "to"}
)
_BUCKETS = (0, 1, 2, 3, 5, 8, 13, 21)
_CLASSES = 10
WIDTH = 2 * len(KINDS) + 2 * _CLASSES + 2 * len(_BUCKETS) + 14
"""Number of features of a pair."""


OWN = frozenset({5, 6})
"""Classes of pronouns by which somebody speaks of himself and his own."""


def pronoun(words: Sequence[str]) -> int:
    """Return the class of the pronoun that the words are, 0 for what is none."""
    return _PRONOUNS.get(words[0].lower(), 0) if len(words) == 1 else 0


def is_pronoun(name: str) -> bool:
    """Tell whether a name is nothing but a pronoun."""
    return name.lower() in _PRONOUNS


@dataclass(frozen=True, slots=True)
class Spoken:
    """A mention as words: its range in the text, its kind, and the sentence that it stands in."""

    first: int
    last: int
    kind: int
    sentence: int
    words: tuple[str, ...]

    @property
    def pronoun(self) -> int:
        """Class of the pronoun, 0 for what is none."""
        return pronoun(self.words)

    @property
    def content(self) -> frozenset[str]:
        """The words that carry its meaning, in lower case."""
        return frozenset(word.lower() for word in self.words) - _EMPTY

    @property
    def names(self) -> frozenset[str]:
        """The words that begin with a capital, in lower case."""
        return frozenset(
            word.lower() for word in self.words if word[:1].isupper() and word.lower() not in _EMPTY
        )

    @property
    def head(self) -> str:
        """The last word before a preposition: roughly what the phrase is about."""
        for number, word in enumerate(self.words[1:], 1):
            if word.lower() in ("of", "in", "for", "from", "at", "on", ",", "near", "with"):
                return self.words[number - 1].lower()
        return self.words[-1].lower()


def features(earlier: Spoken, later: Spoken, between: int) -> list[float]:
    """Return the features of a pair; `between` is the number of mentions that stand between the two."""
    found = [0.0] * WIDTH
    found[earlier.kind] = 1.0
    found[len(KINDS) + later.kind] = 1.0
    base = 2 * len(KINDS)
    found[base + earlier.pronoun] = 1.0
    found[base + _CLASSES + later.pronoun] = 1.0
    base += 2 * _CLASSES
    found[base + _bucket(later.sentence - earlier.sentence)] = 1.0
    found[base + len(_BUCKETS) + _bucket(between)] = 1.0
    base += 2 * len(_BUCKETS)
    for number, value in enumerate(_likeness(earlier, later)):
        found[base + number] = value
    return found


def _likeness(a: Spoken, b: Spoken) -> tuple[float, ...]:
    mine, yours = a.content, b.content
    shared = mine & yours
    names = a.names & b.names
    least = min(len(mine), len(yours)) or 1
    return (
        float(a.kind == b.kind),
        float(mine == yours and bool(mine)),
        float(a.head == b.head),
        float(bool(shared)),
        len(shared) / least,
        float(bool(names)),
        float(a.names == b.names and bool(names)),
        float(bool(mine) and (mine <= yours or yours <= mine)),
        float(_initials(a, b) or _initials(b, a)),
        float(a.first >= b.first and a.last <= b.last),
        float(b.first >= a.first and b.last <= a.last),
        float(0 <= b.first - a.last <= 2),
        float(_stem(a, b)),
        float(a.sentence == b.sentence),
    )


def _initials(short: Spoken, long: Spoken) -> bool:
    word = short.words[-1]
    if len(short.words) > 2 or not word.isupper() or not 2 <= len(word) <= 6:
        return False
    return (
        "".join(part[0] for part in long.words if part[:1].isupper() and part.lower() not in _EMPTY) == word
    )


def _stem(a: Spoken, b: Spoken) -> bool:
    """Tell whether two capitalised words begin with the same five letters ("Karsovia", "Karsovian")."""
    mine = {word[:5] for word in a.names if len(word) > 5}
    return bool(mine & {word[:5] for word in b.names if len(word) > 5})


def _bucket(distance: int) -> int:
    return sum(abs(distance) >= edge for edge in _BUCKETS) - 1


def matrix(mentions: Sequence[Spoken], pairs: Sequence[tuple[int, int]]) -> npt.NDArray[np.float32]:
    """Return (pairs, WIDTH): the features of pairs of mentions given by number."""
    rows = [features(mentions[i], mentions[j], abs(j - i) - 1) for i, j in pairs]
    return np.array(rows, dtype=np.float32).reshape(-1, WIDTH)
