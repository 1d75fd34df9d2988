"""A made-up war told by many: places, sides, people and repeats with the long tails that news has."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from datetime import date, timedelta

from sayso.ledger.interface import Record
from sayso.model.article import Article
from sayso.model.proposition import Figure, Proposition, PropositionType
from sayso.model.statement import Statement

SIDES = ("Reds", "Blues", "Greens", "Hill Council", "Coast League", "River Guard")
PEOPLE_OF_A_SIDE = 40
OUTLETS = 120
A_DAY = 50
"""Statements a day: a larger ledger is one kept for longer."""
OF_AN_ARTICLE = 6
TYPES: tuple[tuple[PropositionType, int], ...] = (
    ("takeover", 18), ("control", 16), ("attack", 22), ("casualties", 14), ("retreat", 6), ("flight", 6),
    ("deployment", 6), ("talks", 4), ("stance", 5), ("other", 3),
)  # fmt: skip
REPEATS = (1, 1, 1, 2, 2, 3, 4, 6, 9, 15, 30)
"""How often an event is told; most once or twice, a few by everybody."""
START = date(2031, 1, 1)


class War:
    """Makes statements from a seed; the same seed and number make the same ones."""

    def __init__(self, statements: int, seed: int = 7) -> None:
        self.size = statements
        self._chance = random.Random(seed)
        # Places come in as long as the war goes on, slower and slower (Heaps' law), and are told of by
        # Zipf's: few are in the news all the time.
        self._places = int(12 * statements**0.6)
        self._weights = list(itertools.accumulate(1 / rank**0.9 for rank in range(1, self._places + 1)))
        self._number = 0

    def records(self) -> Iterator[Record]:
        """Yield articles (as imports name them) until all statements are told."""
        told = 0
        waiting: list[tuple[int, Proposition]] = []
        while told < self.size:
            while len(waiting) < 40 * OF_AN_ARTICLE:
                waiting += self._event(told // A_DAY)
            waiting.sort(key=lambda event: event[0])
            yield self.article(waiting[:OF_AN_ARTICLE])
            waiting = waiting[OF_AN_ARTICLE:]
            told += OF_AN_ARTICLE

    def late(self, count: int) -> list[Record]:
        """Return so many more articles of the last day."""
        days = self.size // A_DAY
        return [
            self.article([*self._event(days), *self._event(days), *self._event(days)][:OF_AN_ARTICLE])
            for _ in range(count)
        ]

    def article(self, told: list[tuple[int, Proposition]]) -> Record:
        """Return an article of one outlet that tells these propositions."""
        outlet = f"Outlet {self._rank(OUTLETS)}"
        self._number += 1
        name = f"article-{self._number:06d}"
        article = Article(Article.make_id(name, ""), name, None, "", (), outlet=outlet, agencies=("Wire",))
        made = (self._statement(article, day, what, n) for n, (day, what) in enumerate(told))
        return Record(article, "stub", "bench", statements=tuple({s.id: s for s in made}.values()))

    def _event(self, day: int) -> list[tuple[int, Proposition]]:
        chance = self._chance
        kind = chance.choices([name for name, _ in TYPES], [weight for _, weight in TYPES])[0]
        actor, target = chance.sample(SIDES, 2)
        when = (START + timedelta(days=day)).isoformat()
        figure = None
        if kind in ("casualties", "flight", "deployment"):
            figure = Figure("people", value=float(chance.randint(1, 400)))
        place = self._place() if kind not in ("talks", "stance") else None
        held = Proposition(kind, actor, target, place, quantity=figure, when=when)
        return [(day + chance.randint(0, 3), held) for _ in range(chance.choice(REPEATS))]

    def _statement(self, article: Article, day: int, what: Proposition, number: int) -> Statement:
        chance = self._chance
        side = chance.choice(SIDES)
        told = chance.random()
        narrator = told < 0.3
        claimer = article.outlet if narrator else f"{side} officer {self._rank(PEOPLE_OF_A_SIDE)}"
        return Statement(
            "", article.id, f"{claimer} says that {what.actor} {what.type} {what.place} ({number})", None,
            "narrator" if narrator else "indirect", "false-certain" if told > 0.93 else "true-certain",
            "intended" if 0.9 < told < 0.93 else "actual", what, claimer=claimer,
            claimer_for=None if narrator else side, said_on=(START + timedelta(days=day)).isoformat(),
            reader="bench",
        ).identified()  # fmt: skip

    def _place(self) -> str:
        rank = self._chance.choices(range(self._places), cum_weights=self._weights)[0]
        return f"Town {rank + 1}"

    def _rank(self, count: int) -> int:
        return min(int(self._chance.paretovariate(0.8)), count)
