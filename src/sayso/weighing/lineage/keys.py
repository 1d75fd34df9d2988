"""The keys by which articles meet that may have words from one place.

Whether two articles meet is a matter of their own keys: no third article changes it.  So a new article is
compared with those that it meets, and comparing all anew comes to the same.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sayso.weighing.lineage.apart import Sheet
from sayso.weighing.lineage.versions import is_address
from sayso.weighing.texts.shingles import bands_of
from sayso.weighing.texts.weights import weight

QUOTED = 6
"""Words in a row of a quotation that are one key."""

NAME, FIGURE = 14, 4
"""Least weights of a name and a figure that make a key together."""

DAYS = 10
"""How far apart two articles are published at most that meet by facts or by speakers: years, places and the
people in office are in all that is written on a conflict.  By runs of words and quotations they always meet.
"""

FACTS = 2
"""How many facts two articles share at least to meet by them; one band, quotation or speech is enough."""


def keys_of(sheet: Sheet) -> frozenset[str]:
    """Return the keys of an article.

    * ``b``: bands of the runs of its words
    * ``f``: facts: a figure with a name or another figure in the same sentence or the one after
    * ``q``: runs of quoted words
    * ``n``: the web address of the article
    * ``s``: people who speak to many; ``t``: people who tell an outlet
    """
    found = set(bands_of(sheet.words.folded))
    if is_address(sheet.article.name):
        found.add(f"n:{sheet.article.name}")
    for one, other in itertools.zip_longest(sheet.text.sentences, sheet.text.sentences[1:]):
        marks = one.marks | other.marks if other else one.marks
        figures = sorted(mark for mark in marks if mark[0] == "#" and weight(mark) >= FIGURE)
        names = sorted(mark for mark in marks if mark[0] == "N" and weight(mark) >= NAME)
        found.update(f"f:{figure}|{name}" for figure in figures for name in names)
        found.update(f"f:{a}|{b}" for a, b in itertools.combinations(figures, 2))
    for quote in sheet.quotes:
        found.update("q:" + " ".join(run) for run in runs_of(quote.words))
    found.update(f"s:{name}" for scene in sheet.scenes for name in scene.people)
    found.update(f"t:{who}|{whom}" for who, whom in sheet.told)
    return frozenset(found)


def runs_of(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the runs of quoted words that make keys."""
    return (words[n : n + QUOTED] for n in range(len(words) - QUOTED + 1))


def timely(key: str) -> bool:
    """Tell whether articles meet by a key only where they are published about the same time."""
    return key[0] in "fst"


def day_of(published: str | None) -> int | None:
    """Return the day of publication as an ordinal, None where it is not known to the day."""
    if published is None or len(published) != len("2031-01-01"):
        return None
    return date.fromisoformat(published).toordinal()


class Meeting:
    """Articles by their keys."""

    def __init__(self) -> None:
        self._by_key: dict[str, list[str]] = defaultdict(list)
        self._by_span: dict[tuple[str, int | None], list[str]] = defaultdict(list)
        self._days: dict[str, int | None] = {}

    def of(self, keys: Iterable[str], day: int | None = None) -> list[str]:
        """Return the ids of the articles so far that an article of a day with these keys meets, sorted."""
        facts: Counter[str] = Counter()
        met: set[str] = set()
        for key in keys:
            if key[0] == "f":
                facts.update(self._near(key, day))
            else:
                met.update(self._near(key, day))
        met.update(other for other, count in facts.items() if count >= FACTS)
        return sorted(met)

    def add(self, article: str, keys: Iterable[str], day: int | None = None) -> None:
        """Add an article."""
        self._days[article] = day
        for key in keys:
            self._by_key[key].append(article)
            if timely(key):
                self._by_span[key, _span(day)].append(article)

    def _near(self, key: str, day: int | None) -> Iterable[str]:
        span = _span(day)
        if day is None or span is None or not timely(key):
            return self._by_key.get(key, ())
        found = (one for n in (None, span - 1, span, span + 1) for one in self._by_span.get((key, n), ()))
        return (one for one in found if (there := self._days[one]) is None or abs(there - day) <= DAYS)

    def sizes(self) -> Mapping[str, int]:
        """Return how many articles each key has."""
        return {key: len(ids) for key, ids in self._by_key.items()}


def _span(day: int | None) -> int | None:
    return None if day is None else day // (DAYS + 1)
