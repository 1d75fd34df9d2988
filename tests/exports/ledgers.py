"""A ledger for exports: the war in the Hills, and a page whose author wishes harm to whoever reads it."""

from __future__ import annotations

from pathlib import Path

from sayso.ledger import open_writer
from sayso.ledger.interface import Record
from sayso.model.analysis import Entity
from sayso.model.issue import Issue
from sayso.model.place import Place
from sayso.model.proposition import Figure, Proposition
from sayso.model.statement import Statement
from sayso.pipeline.weigh import weigh_ledger
from views.hills import PROFILE, article, records, said

TRICKS = (
    "=HYPERLINK(1)",
    '"quoted" \\u0022 \\',
    "line\r\nbreak\u2028mark\x85end",
    "nul\x00and\x1bescape",
    "\u202egnol\u202c \u2066iso\u2069",
    '"""@prefix evil: <urn:x> . #',
    "<script>alert(1)</script>&amp;",
    "[link](javascript:alert(1)) ![x](y) `code` | # *b*",
    "Žižek, Владимир, مجاهد, 中文, \U0001f3d4",
)
"""One trick for each kind of reader: sheet, JSON, Turtle, page, Markdown; and letters of many scripts."""

ADDRESS = 'https://valley.example/a b?q="<x>"&é'

PLACES = {
    "hills.alder": Place("hills.alder", "Alder Bridge", "crossing", -12.25, 7.5, "XH", ("hills", "XH")),
    "hills.birch": Place("hills.birch", "Birch Mill", "town", -12.5, 7.25, "XH", ("hills", "XH")),
    "hills": Place("hills", "Hills", "region", None, None, "XH", ("XH",)),
    "XH": Place("XH", "Hillland", "country", -12.0, 7.0, "XH"),
}


class HillPlaces:
    """The gazetteer of the Hills."""

    def named(self, name: str) -> Place | None:
        return next((place for place in PLACES.values() if place.name == name), None)

    def place(self, id_: str) -> Place | None:
        return PLACES.get(id_)


def hostile_record() -> Record:
    """Return an article at a web address, each of its sentences a trick."""
    text = "\n\n".join(TRICKS)
    page = article(ADDRESS, text, title=TRICKS[6], outlet=TRICKS[0], published="2031-03-06", language="en")
    made: list[Statement] = []
    for number, trick in enumerate(TRICKS):
        figure = Figure("killed", value=20.0 + number) if number % 2 else None
        kind = Proposition("casualties" if figure else "takeover", actor=trick, place="Birch Mill",
                           when="2031-03-02/2031-03-05", quantity=figure)  # fmt: skip
        made.append(
            said(page, trick, trick, "Reds", kind, verification="disputed", verified_by=trick, via=(trick,))
        )
    return Record(page, "read", "by hand/1", statements=tuple(made), entities=(Entity("person", TRICKS[8]),))


def make_ledger(path: Path) -> Path:
    """Write the ledger to `path` and return it."""
    with open_writer(path) as ledger:
        for record in (*records(), hostile_record()):
            ledger.add(record)
        ledger.note([Issue("sources", "no-text", TRICKS[0], ADDRESS)])
        weigh_ledger(ledger, PROFILE)
    return path
