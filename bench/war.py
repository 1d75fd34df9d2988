"""A made-up war told by many: places, sides, people and repeats with the long tails that news has."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from sayso.languages import table
from sayso.ledger.interface import Record
from sayso.model.article import Article, Block
from sayso.model.proposition import Figure, Proposition, PropositionType
from sayso.model.span import Span
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
COPIES = 0.2
"""Share of the articles that print the text of one that came out shortly before, less some of its lines."""
LATE = 30
"""Among how many articles the one is that is copied."""
KEPT_LINES = 0.8
LINES, WORDS = 3, 18
"""Lines that tell more of an event in an article, and words in each."""
OWN_WORDS = 0.2
"""Share of these words that are the event's own; the rest is anybody's."""


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
        self._late: list[tuple[list[tuple[int, Proposition]], list[list[str]]]] = []

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
        """Return an article of one outlet that tells these propositions, or as a copy those of a late one."""
        outlet = f"Outlet {self._rank(OUTLETS)}"
        self._number += 1
        name = f"article-{self._number:06d}"
        copied = self._chance.choice(self._late) if self._late and self._chance.random() < COPIES else None
        filling = _lines_of(told, self._chance)
        if copied is not None:
            told, filling = copied
        self._late = [*self._late[-LATE:], (told, filling)]
        made = [self._statement(outlet, day, what, n) for n, (day, what) in enumerate(told)]
        rows, spans = [], []
        for statement, lines in zip(made, filling, strict=True):
            start = sum(len(row) + 1 for row in rows)
            spans.append(Span(start, start + len(statement.evidence)))
            rows += [
                statement.evidence + ".",
                *(line for line in lines if self._chance.random() < KEPT_LINES),
            ]
        text = "\n".join(rows)
        published = (START + timedelta(days=max(day for day, _ in told))).isoformat()
        article = Article(
            Article.make_id(name, text), name, None, text, (Block(Span(0, len(text)), "paragraph"),),
            outlet=outlet, agencies=("Wire",), published=published, language="en",
        )  # fmt: skip
        placed = (
            replace(statement, article=article.id, span=span).identified()
            for statement, span in zip(made, spans, strict=True)
        )
        return Record(article, "read", "bench", statements=tuple({s.id: s for s in placed}.values()))

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

    def _statement(self, outlet: str, day: int, what: Proposition, number: int) -> Statement:
        chance = self._chance
        side = chance.choice(SIDES)
        told = chance.random()
        narrator = told < 0.3
        claimer = outlet if narrator else f"{side} officer {self._rank(PEOPLE_OF_A_SIDE)}"
        return Statement(
            "", "", _sentence(claimer or "", what, number, chance), None,
            "narrator" if narrator else "indirect", "false-certain" if told > 0.93 else "true-certain",
            "intended" if 0.9 < told < 0.93 else "actual", what, claimer=claimer,
            claimer_for=None if narrator else side, said_on=(START + timedelta(days=day)).isoformat(),
            reader="bench",
        )  # fmt: skip

    def _place(self) -> str:
        rank = self._chance.choices(range(self._places), cum_weights=self._weights)[0]
        return f"Town {rank + 1}"

    def _rank(self, count: int) -> int:
        return min(int(self._chance.paretovariate(0.8)), count)


def _lines_of(told: list[tuple[int, Proposition]], chance: random.Random) -> list[list[str]]:
    """Return for each proposition lines that tell more of it, where an article tells it first."""
    firsts = [what not in [other for _, other in told[:n]] for n, (_, what) in enumerate(told)]
    return [_lines(what, chance) if first else [] for first, (_, what) in zip(firsts, told, strict=True)]


def _lines(what: Proposition, chance: random.Random) -> list[str]:
    """Return lines in the words, names and figures of an event, and in everybody's."""
    event = random.Random(f"{what.type} {what.actor} {what.target} {what.place} {what.when}")
    own = [_word(event) for _ in range(8)]
    names = [_word(event).capitalize() for _ in range(3)]
    figures = [str(event.randrange(20, 9000)) for _ in range(3)]
    lines = []
    for _ in range(LINES):
        words = [chance.choice(own if chance.random() < OWN_WORDS else _common_words()) for _ in range(WORDS)]
        words[3], words[9], words[14] = chance.choice(names), chance.choice(figures), what.place or "there"
        lines.append("The " + " ".join(words) + ".")
    return lines


def _sentence(claimer: str, what: Proposition, number: int, chance: random.Random) -> str:
    """Return a sentence in words that no other article runs together in the same way."""
    one, two, three = chance.choices(_common_words(), k=3)
    return f"{claimer} {one} that {what.actor} {two} {what.type} {three} {what.place} ({number})"


def _word(chance: random.Random) -> str:
    return "".join(chance.choices("abcdefghijklmnoprstuvz", k=7))


@cache
def _common_words() -> list[str]:
    """Return common words, the commoner the more often."""
    listed = table("english", "commonness")["weights"]
    return [
        word
        for value, words in sorted(listed.items())
        for word in words.split()
        if word.islower()
        for _ in range(1 + max(0, 16 - int(value)))
    ]
