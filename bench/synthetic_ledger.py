"""A ledger of any size about an invented war, made without reading: for what grows with the ledger."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from sayso.ledger import open_writer
from sayso.ledger.interface import Record
from sayso.model.analysis import Entity
from sayso.model.article import Article, Block
from sayso.model.profile import Party, Profile
from sayso.model.proposition import Figure, Proposition, PropositionType
from sayso.model.span import Span
from sayso.model.statement import Epistemic, Statement
from sayso.pipeline.weigh import weigh_ledger

PROFILE = Profile(
    parties=(
        Party("Amber League", "armed group", "Amber League"),
        Party("Cobalt Guard", "government", "Cobalt Guard"),
    )
)
STATEMENTS_OF_AN_ARTICLE = 20
STATEMENTS_OF_A_PLACE = 50
"""About so many statements are about one place, the most spoken of have many times more."""
START = date(2031, 1, 1)
DAYS = 365
_TYPES: tuple[PropositionType, ...] = ("control", "takeover", "attack", "casualties", "retreat", "stance")


def make_ledger(path: Path, statements: int) -> list[str]:
    """Write a weighed ledger of so many statements to `path`; return its places, the most spoken of first."""
    places = [f"Ford {number}" for number in range(max(4, statements // STATEMENTS_OF_A_PLACE))]
    with open_writer(path) as ledger:
        for record in _records(statements, places):
            ledger.add(record)
        weigh_ledger(ledger, PROFILE)
    return places


def _records(statements: int, places: list[str]) -> Iterator[Record]:
    chance = random.Random(5)
    count = statements // STATEMENTS_OF_AN_ARTICLE
    for number in range(count):
        day = START + timedelta(days=number * DAYS // count)
        about = [_place(chance, places) for _ in range(4)]
        lines = [f"Line {number}.{n}: {' '.join(chance.choices(_WORDS, k=18))}." for n in range(20)]
        text = "\n".join(lines)
        article = Article(
            Article.make_id(f"{number:06}.txt", text), f"{number:06}.txt", None, text,
            (Block(Span(0, len(text)), "paragraph"),), outlet=f"Paper {number % 60}",
            published=day.isoformat(),
        )  # fmt: skip
        said = tuple(_statement(chance, article, line, chance.choice(about), day) for line in lines)
        found = tuple(Entity("place", name, place=f"x{name}") for name in sorted(set(about)))
        yield Record(article, "read", "made/1", statements=said, entities=found)


def _place(chance: random.Random, places: list[str]) -> str:
    # The square draws the first places far more often, as news does.
    return places[int(len(places) * chance.random() ** 2)]


def _statement(chance: random.Random, article: Article, line: str, place: str, day: date) -> Statement:
    side = chance.choice(("Amber League", "Cobalt Guard"))
    kind = chance.choice(_TYPES)
    told = chance.random()
    start = article.text.index(line)
    about = Proposition(
        kind,
        actor=chance.choice(("Amber League", "Cobalt Guard")),
        place=place,
        quantity=Figure("people", float(chance.randrange(3, 90))) if kind == "casualties" else None,
        when=(day - timedelta(days=chance.randrange(3))).isoformat() if told < 0.8 else None,
    )
    epistemic: Epistemic = "false-certain" if told < 0.1 else "true-certain"
    bare = Statement(
        "", article.id, line, Span(start, start + len(line)), "indirect", epistemic, "actual", about,
        claimer=f"Speaker {chance.randrange(40)} of the {side}", claimer_for=side, said_on=day.isoformat(),
    )  # fmt: skip
    if told > 0.9:
        bare = replace(bare, claimer=article.outlet, claimer_for=None, attribution="narrator", said_on=None)
    return bare.identified()


_WORDS = tuple("abcdefghijklmnopqrstuvwxyz")
"""Letters do as words: nothing here is read."""
