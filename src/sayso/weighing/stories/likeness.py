"""How alike two articles are in what they are about, and which articles are compared at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sayso.model.article import Article
from sayso.weighing.texts.marks import text_of
from sayso.weighing.texts.weights import weight

ALIKE = 200
"""Thousandths of likeness from which two articles, and on average two groups, are of one story.

Chosen on the stories of ECB+ with an odd number; the others were only scored (docs/decisions/0010)."""

FAINT = 60
"""Likeness below this counts as none."""

DAYS = 10
"""Articles published further apart than this are not of one story, however alike: they tell of the next
event.
"""

FIGURES = 13
"""Tenths that a shared number counts, beside a shared word."""

KEYS, SHARED = 48, 2
"""How many of its marks an article is found by, and how many of these two articles share to be compared.

Marks are chosen by a hash, the same for all articles: of two that share a third of their marks nearly all
meet."""

_STRONG = 8
"""Least weight of a mark to be found by."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What an article is about: its marks with their weights (squared: what is rare tells most), and its day.

    All numbers are whole, so that sums do not depend on their order.
    """

    article: str
    title: str
    weights: dict[str, int]
    square: int
    day: date | None
    keys: tuple[str, ...]


def subject_of(article: Article) -> Subject:
    """Return what an article is about."""
    marks = text_of(article).marks
    weights = {mark: w for mark in sorted(marks) if (w := _weight(mark))}
    strong = sorted((mark for mark in weights if weight(mark) >= _STRONG), key=_shuffled)
    return Subject(
        article.id, article.title or article.name, weights, sum(w * w for w in weights.values()),
        _day(article.published), tuple(strong[:KEYS]),
    )  # fmt: skip


def likeness(one: Subject, other: Subject) -> int:
    """Return how alike two articles are, in thousandths: the cosine of their marks; 0 where days lie
    between.
    """
    if one.day and other.day and abs((one.day - other.day).days) > DAYS:
        return 0
    less, more = sorted((one.weights, other.weights), key=len)
    dot = sum(w * more[mark] for mark, w in less.items() if mark in more)
    whole = (one.square * other.square) ** 0.5
    return int(1000 * dot / whole) if whole else 0


def meeting_keys(subject: Subject) -> Iterator[tuple[str, str]]:
    """Yield the keys of an article, each with the span of days that it counts in (``?`` where no day is
    known).

    Two articles within `DAYS` of each other share a span; whoever has no day meets all.
    """
    if subject.day is None:
        spans = ["?"]
    else:
        number = subject.day.toordinal() // (DAYS + 1)
        spans = [str(number), str(number + 1)]
    return ((key, span) for key in subject.keys for span in spans)


def _weight(mark: str) -> int:
    return weight(mark) ** 2 * (FIGURES if mark[0] == "#" else 10)


@lru_cache(maxsize=262_144)
def _shuffled(mark: str) -> bytes:
    return hashlib.blake2b(mark.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published) if published and len(published) == len("2031-01-01") else None
