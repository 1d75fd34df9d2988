"""A longer invented war of Reds and Blues, day by day, for views of what changes over time."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sayso.ledger import open_writer
from sayso.ledger.interface import Record
from sayso.model.article import Article
from sayso.model.proposition import Figure, Proposition
from sayso.model.statement import Statement
from sayso.pipeline.weigh import weigh_ledger
from views.hills import PROFILE, article, said

DAYS = {
    1: "Ilo Marsh of the Reds says Oak Ford is theirs.",
    2: "Una Holt of the Blues denies that Oak Ford fell. The Reds say 10 died at Oak Ford.",
    3: "The Reds say 30 died at Oak Ford. A priest says 90 died at Oak Ford. Fen Lock is ours, say the Reds.",
    4: "Una Holt of the Blues says they left Oak Ford. Monitors confirm that Oak Ford fell.",
    5: "The Blues took Oak Ford back, says Una Holt. The Reds may talk.",
    15: "Travellers report fighting at Fen Lock. The Reds say nothing.",
}
"""What the paper of each day of March 2031 says."""


KILLED = {count: Figure("killed", float(count)) for count in (10, 30, 90)}

SAID: tuple[tuple[int, str, str, str | None, Any, dict[str, Any]], ...] = (
    (1, "Ilo Marsh of the Reds says Oak Ford is theirs.", "Ilo Marsh", "Reds", "takeover", {"actor": "Reds"}),
    (2, "Una Holt of the Blues denies that Oak Ford fell.", "Una Holt", "Blues", "takeover",
     {"actor": "Reds", "epistemic": "false-certain"}),
    (2, "The Reds say 10 died at Oak Ford.", "Reds", "Reds", "casualties", {"quantity": KILLED[10]}),
    (3, "The Reds say 30 died at Oak Ford.", "Reds", "Reds", "casualties", {"quantity": KILLED[30]}),
    (3, "A priest says 90 died at Oak Ford.", "a priest", None, "casualties",
     {"quantity": KILLED[90]}),
    (3, "Fen Lock is ours, say the Reds.", "Reds", "Reds", "control", {"actor": "Reds", "place": "Fen Lock"}),
    (4, "Una Holt of the Blues says they left Oak Ford.", "Una Holt", "Blues", "retreat", {"actor": "Blues"}),
    (4, "Monitors confirm that Oak Ford fell.", "Ilo Marsh", "Reds", "takeover",
     {"actor": "Reds", "verification": "confirmed", "verified_by": "Monitors"}),
    (5, "The Blues took Oak Ford back, says Una Holt.", "Una Holt", "Blues", "takeover", {"actor": "Blues"}),
    (5, "The Reds may talk.", "Hill Post", None, "talks",
     {"actor": "Reds", "target": "Blues", "modality": "intended", "attribution": "narrator"}),
    (15, "Travellers report fighting at Fen Lock.", "travellers", None, "attack",
     {"actor": "Blues", "place": "Fen Lock"}),
)  # fmt: skip
"""Day, words, claimer, side, type, and other fields; all at Oak Ford where no place is given."""

_OWN = frozenset({"attribution", "epistemic", "modality", "verification", "verified_by"})


def statements(day: int, of: Article) -> tuple[Statement, ...]:
    """Return what the paper of a day says."""
    when = f"2031-03-{day:02}"
    made = []
    for _, words, by, side, kind, fields in (row for row in SAID if row[0] == day):
        own = {name: value for name, value in fields.items() if name in _OWN}
        slots = {"place": "Oak Ford"} | {name: v for name, v in fields.items() if name not in _OWN}
        what = Proposition(kind, when=when, **slots)
        made.append(said(of, words, by, side, what, said_on=when, **own))
    return tuple(made)


def records(days: Sequence[int] = tuple(DAYS)) -> list[Record]:
    """Return the papers of these days, each published on its day."""
    made = []
    for day in days:
        paper = article(f"day-{day:02}.txt", DAYS[day], outlet="Hill Post", published=f"2031-03-{day:02}")
        made.append(Record(paper, "read", "by hand/1", statements=statements(day, paper)))
    return made


def make_campaign(path: Path, days: Sequence[int] = tuple(DAYS), seed: int | None = None) -> Path:
    """Write the ledger of these days, in another order of arrival for each seed, and return its path."""
    papers = records(days)
    if seed is not None:
        random.Random(seed).shuffle(papers)
    with open_writer(path) as ledger:
        for record in papers:
            ledger.add(record)
        weigh_ledger(ledger, PROFILE)
    return path


def undated(record: Record) -> Record:
    """Return a paper that does not say when it was published, nor its statements of what day they are."""
    bare = replace(record.article, published=None)
    stripped = tuple(
        replace(s, id="", said_on=None, proposition=replace(s.proposition, when=None)).identified()
        for s in record.statements
    )
    return replace(record, article=bare, statements=stripped)
