"""What two mentions have in common: the features from which it is told whether they mean the same.

Used alike in training and in reading, so that the two cannot drift apart.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

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
_PREPOSITIONS = frozenset({"of", "in", "for", "from", "at", "on", ",", "near", "with"})
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


@dataclass(frozen=True, slots=True)
class _Traits:
    """What is asked of a mention's words again and again, in lower case.

    `content` are the words that carry its meaning, `names` those that begin with a capital, `stems` the first
    five letters of the longer ones of these, `head` the word before a preposition (roughly what the phrase is
    about), `initials` the first letters of the capitalised words.
    """

    content: frozenset[str]
    names: frozenset[str]
    stems: frozenset[str]
    head: str
    initials: str
    pronoun: int


@lru_cache(maxsize=4096)
def _traits(words: tuple[str, ...]) -> _Traits:
    lows = [word.lower() for word in words]
    capitals = [
        low for word, low in zip(words, lows, strict=True) if word[:1].isupper() and low not in _EMPTY
    ]
    ends = (number for number, low in enumerate(lows[1:]) if low in _PREPOSITIONS)
    return _Traits(
        content=frozenset(lows) - _EMPTY,
        names=frozenset(capitals),
        stems=frozenset(low[:5] for low in capitals if len(low) > 5),
        head=lows[next(ends, len(lows) - 1)],
        initials="".join(
            w[0] for w, low in zip(words, lows, strict=True) if w[:1].isupper() and low not in _EMPTY
        ),
        pronoun=pronoun(words),
    )


def features(earlier: Spoken, later: Spoken, between: int) -> list[float]:
    """Return the features of a pair; `between` is the number of mentions that stand between the two."""
    found = [0.0] * WIDTH
    found[earlier.kind] = 1.0
    found[len(KINDS) + later.kind] = 1.0
    base = 2 * len(KINDS)
    found[base + _traits(earlier.words).pronoun] = 1.0
    found[base + _CLASSES + _traits(later.words).pronoun] = 1.0
    base += 2 * _CLASSES
    found[base + _bucket(later.sentence - earlier.sentence)] = 1.0
    found[base + len(_BUCKETS) + _bucket(between)] = 1.0
    base += 2 * len(_BUCKETS)
    for number, value in enumerate(_likeness(earlier, later)):
        found[base + number] = value
    return found


def _likeness(earlier: Spoken, later: Spoken) -> tuple[float, ...]:
    a, b = _traits(earlier.words), _traits(later.words)
    shared = a.content & b.content
    names = a.names & b.names
    return (
        float(earlier.kind == later.kind),
        float(a.content == b.content and bool(a.content)),
        float(a.head == b.head),
        float(bool(shared)),
        len(shared) / (min(len(a.content), len(b.content)) or 1),
        float(bool(names)),
        float(a.names == b.names and bool(names)),
        float(bool(a.content) and (a.content <= b.content or b.content <= a.content)),
        float(_initials(earlier, b) or _initials(later, a)),
        float(earlier.first >= later.first and earlier.last <= later.last),
        float(later.first >= earlier.first and later.last <= earlier.last),
        float(0 <= later.first - earlier.last <= 2),
        float(bool(a.stems & b.stems)),
        float(earlier.sentence == later.sentence),
    )


def _initials(short: Spoken, long: _Traits) -> bool:
    """Tell whether a mention is the initials of another ("SHM", "the Seven Hills Movement")."""
    word = short.words[-1]
    return len(short.words) <= 2 and word.isupper() and 2 <= len(word) <= 6 and long.initials == word


def _bucket(distance: int) -> int:
    return bisect_right(_BUCKETS, abs(distance)) - 1


def matrix(mentions: Sequence[Spoken], pairs: Sequence[tuple[int, int]]) -> npt.NDArray[np.float32]:
    """Return (pairs, WIDTH): the features of pairs of mentions given by number."""
    rows = [features(mentions[i], mentions[j], abs(j - i) - 1) for i, j in pairs]
    return np.array(rows, dtype=np.float32).reshape(-1, WIDTH)
