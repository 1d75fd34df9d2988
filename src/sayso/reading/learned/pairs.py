"""What two mentions have in common: the features from which it is told whether they mean the same.

Used alike in training and in reading, so that the two cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.reading.learned.scheme import KINDS

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

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


def matrix(mentions: Sequence[Spoken], pairs: Sequence[tuple[int, int]]) -> Floats:
    """Return (pairs, WIDTH): the features of pairs of mentions given by number, the earlier one first.

    All pairs are looked at at once, for a long article has thousands of them.
    """
    found = np.zeros((len(pairs), WIDTH), dtype=np.float32)
    if not pairs:
        return found
    all_of = _Table(mentions)
    i, j = np.array(pairs).T
    rows, base = np.arange(len(pairs)), 2 * len(KINDS)
    found[rows, all_of.kinds[i]] = 1.0
    found[rows, len(KINDS) + all_of.kinds[j]] = 1.0
    found[rows, base + all_of.pronouns[i]] = 1.0
    found[rows, base + _CLASSES + all_of.pronouns[j]] = 1.0
    base += 2 * _CLASSES
    found[rows, base + _bucket(all_of.sentences[j] - all_of.sentences[i])] = 1.0
    found[rows, base + len(_BUCKETS) + _bucket(abs(j - i) - 1)] = 1.0
    base += 2 * len(_BUCKETS)
    for number, values in enumerate(all_of.likeness(pairs, i, j)):
        found[:, base + number] = values
    return found


class _Table:
    """What is asked of all mentions of a text, in rows."""

    def __init__(self, mentions: Sequence[Spoken]) -> None:
        self.traits = [_traits(mention.words) for mention in mentions]
        self.kinds = np.array([m.kind for m in mentions])
        self.pronouns = np.array([t.pronoun for t in self.traits])
        self.sentences = np.array([m.sentence for m in mentions])
        self.first, self.last = (np.array([getattr(m, end) for m in mentions]) for end in ("first", "last"))
        self.heads = _numbers([t.head for t in self.traits])
        known = {"": -1}
        self.short = _numbers([_short(m.words) for m in mentions], known)
        self.initials = _numbers([t.initials or " " for t in self.traits], known)

    def likeness(self, pairs: Sequence[tuple[int, int]], i: Ints, j: Ints) -> Iterator[npt.NDArray[Any]]:
        """Give the likenesses of pairs, one array each; `i` and `j` are the pairs as two arrays."""
        (shared, own), (named, whole), (stems, _) = (
            _shared([getattr(trait, name) for trait in self.traits], pairs)
            for name in ("content", "names", "stems")
        )
        first, last = self.first, self.last
        yield self.kinds[i] == self.kinds[j]
        yield (shared == own[i]) & (shared == own[j]) & (own[i] > 0)
        yield self.heads[i] == self.heads[j]
        yield shared > 0
        yield shared / np.maximum(np.minimum(own[i], own[j]), 1)
        yield named > 0
        yield (named == whole[i]) & (named == whole[j]) & (named > 0)
        yield (own[i] > 0) & ((shared == own[i]) | (shared == own[j]))
        yield (self.short[i] == self.initials[j]) | (self.short[j] == self.initials[i])
        yield (first[i] >= first[j]) & (last[i] <= last[j])
        yield (first[j] >= first[i]) & (last[j] <= last[i])
        yield (first[j] - last[i] >= 0) & (first[j] - last[i] <= 2)
        yield stems > 0
        yield self.sentences[i] == self.sentences[j]


def _short(words: Sequence[str]) -> str:
    """Return the word that may be the initials of a name ("SWM", the Seven Wells Movement), or nothing."""
    word = words[-1]
    return word if len(words) <= 2 and word.isupper() and 2 <= len(word) <= 6 else ""


def _numbers(words: Sequence[str], known: dict[str, int] | None = None) -> Ints:
    """Return a number for each word, the same for the same."""
    known = {} if known is None else known
    return np.array([known.setdefault(word, len(known)) for word in words])


def _shared(held: Sequence[frozenset[str]], pairs: Sequence[tuple[int, int]]) -> tuple[Ints, Ints]:
    """Return how many words the sets of each pair share, and how many each set has."""
    known: dict[str, int] = {}
    masks = [sum(1 << known.setdefault(word, len(known)) for word in words) for words in held]
    shared = ((masks[i] & masks[j]).bit_count() for i, j in pairs)
    return np.fromiter(shared, np.int64, len(pairs)), np.array([len(words) for words in held])


def _bucket(distances: Ints) -> Ints:
    return np.searchsorted(_BUCKETS, abs(distances), side="right") - 1
