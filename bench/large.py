"""A large ledger of an invented war, made without reading: the same statements every time."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from random import Random

from sayso.ledger import open_writer
from sayso.ledger.interface import Record
from sayso.model.analysis import Entity
from sayso.model.article import Article, Block
from sayso.model.profile import Party, Profile
from sayso.model.proposition import Figure, Proposition
from sayso.model.span import Span
from sayso.model.statement import SlotSpan, Statement
from sayso.pipeline.weigh import weigh_ledger

SIDES = ("Ashfall League", "Government of Orrin", "Marsh Brigade", "Republic of Tessel", "Relief Council")
FIRST = ["Kel", "Mor", "Tarn", "Vis", "Oss", "Hal", "Bren", "Quil", "Sar", "Dun"]
LAST = [
    "ford", "mere", "gate", "wick", "holm", "stead", "moor", "crag", "ley", "burn",
    "shaw", "fell", "dale", "wold", "thorpe", "combe", "haven", "ness", "tor", "by",
]  # fmt: skip
PLACES = tuple(first + last for first in FIRST for last in LAST)
OUTLETS = tuple(
    f"The {place} {kind}" for place in PLACES[:20] for kind in ("Courier", "Post", "Times", "Wire")
)
PER_ARTICLE = 20


def profile() -> Profile:
    """Return who is who in the invented war."""
    return Profile(name="The invented war", parties=tuple(Party(s, "armed group", s) for s in SIDES))


def articles(count: int, first: int = 0) -> list[Record]:
    """Return articles number `first` and on, each with `PER_ARTICLE` statements."""
    return [_article(number) for number in range(first, first + count)]


def fill(path: Path, statements: int) -> None:
    """Make a ledger of so many statements, weighed."""
    with open_writer(path) as writer:
        for record in articles(statements // PER_ARTICLE):
            writer.add(record)
        weigh_ledger(writer, profile())


def _article(number: int) -> Record:
    chance = Random(number)
    day = f"2031-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    spoken = list(islice(_sentences(chance), PER_ARTICLE))
    title = f"Report {number} from {spoken[0][1]}"
    text, statements, blocks = title + "\n", [], [Block(Span(0, len(title)), "title")]
    name = f"report-{number:06}.txt"
    whole = title + "\n" + "\n".join(line for line, *_ in spoken)
    key = Article.make_id(name, whole)
    for line, place, claimer, side, kind, figure in spoken:
        span = Span(len(text), len(text) + len(line))
        cue = Span(span.start + len(claimer) + 1, span.start + len(claimer) + 5)
        statements.append(
            Statement(
                "",
                key,
                line,
                span,
                "indirect",
                "false-certain" if chance.random() < 0.15 else "true-certain",
                "actual",
                Proposition(kind, actor=side, place=place, quantity=figure, when=day),
                claimer=claimer,
                claimer_for=side,
                said_on=day,
                slots=(SlotSpan("cue", cue),),
                reader="made",
            ).identified()
        )
        blocks.append(Block(span, "paragraph"))
        text += line + "\n"
    article = Article(
        key, name, None, whole, tuple(blocks), title, chance.choice(OUTLETS), None, day, "page", "en"
    )
    entities = tuple(Entity("place", place) for place in sorted({s[1] for s in spoken}))
    unique = tuple({s.id: s for s in statements}.values())
    return Record(article, "read", "made/1", None, unique, entities)


def _sentences(chance: Random):  # type: ignore[no-untyped-def]  # noqa: ANN202 - an endless run of tuples
    while True:
        place, side = chance.choice(PLACES), chance.choice(SIDES)
        claimer = f"Speaker {chance.randrange(12)} of the {side.split()[0]}"
        kind = chance.choice(("takeover", "control", "retreat", "casualties", "attack", "flight", "talks"))
        many = chance.randrange(1, 60) * 5
        figure = Figure("people", value=many) if kind in ("casualties", "flight") else None
        told = f" {many} people," if figure else ""
        said = {"takeover": "took", "control": "holds", "retreat": "left", "attack": "shelled"}.get(
            kind, "speaks of"
        )
        yield (
            f"{claimer} said the {side} {said}{told} {place} {_aside(chance)}.",
            place,
            claimer,
            side,
            kind,
            figure,
        )


def _aside(chance: Random) -> str:
    """Return some made-up words: no two articles are to be copies of each other by their template."""
    return " ".join("".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(9))


_SYLLABLES = tuple(a + b for a in "bdfgklmnprstvz" for b in "aeiou")
