"""A small ledger of an invented war of Reds and Blues in the Hills, made without any reader."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from sayso.ledger import open_writer
from sayso.ledger.interface import Record
from sayso.model.analysis import Entity
from sayso.model.article import Article, Block
from sayso.model.place import Place, PlaceKind
from sayso.model.profile import Party, Profile, Spokesperson
from sayso.model.proposition import Figure, Proposition
from sayso.model.span import Span
from sayso.model.statement import Gap, Statement
from sayso.pipeline.weigh import weigh_ledger
from sayso.places.choosing import Found
from sayso.places.gazetteer import Gazetteer

PROFILE = Profile(
    name="War in the Hills",
    parties=(
        Party("Reds", "armed group", "Reds", spokespeople=(Spokesperson("Ilo Marsh"),)),
        Party("Blues", "government", "Blues", spokespeople=(Spokesperson("Una Holt"),)),
    ),
)

BRIDGE = (
    "Ilo Marsh, who speaks for the Reds, said on Tuesday that the Reds had taken Alder Bridge.\n\n"
    "Una Holt of the Blues denied that Alder Bridge was lost. "
    "She said that 12 people were killed at Birch Mill.\n\n"
    "The Reds want the Blues to leave the Hills."
)
MILL = (
    "Una Holt said on Wednesday that the Blues hold Alder Bridge.\n\n"
    "Ilo Marsh said that 30 people were killed at Birch Mill, which could not be checked."
)


def article(name: str, text: str, **fields: Any) -> Article:
    """Return an article whose paragraphs are those of the text."""
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(Span(start, start + len(paragraph)), "paragraph"))
        start += len(paragraph) + 2
    return Article(Article.make_id(name, text), name, None, text, tuple(blocks), **fields)


def said(of: Article, words: str, by: str, side: str | None, what: Proposition, **fields: Any) -> Statement:
    """Return a statement with the words of the article that show it."""
    start = of.text.index(words)
    span = Span(start, start + len(words))
    given = {"attribution": "indirect", "epistemic": "true-certain", "modality": "actual"} | fields
    bare = Statement("", of.id, words, span, proposition=what, claimer=by, claimer_for=side, **given)
    return bare.identified()


def killed(count: float) -> Proposition:
    """Return so many killed at Birch Mill."""
    return Proposition("casualties", place="Birch Mill", quantity=Figure("killed", value=count))


def records() -> tuple[Record, ...]:
    """Return the two articles with their statements and entities."""
    bridge = article(
        "bridge.txt", BRIDGE, title="Bridge taken", outlet="Hill Post", published="2031-03-04",
        published_from="its first line",
    )  # fmt: skip
    mill = article("mill.txt", MILL, outlet="Valley Wire", published="2031-03-05")
    taken = Proposition("takeover", actor="Reds", place="Alder Bridge", when="2031-03-03")
    of_bridge = (
        said(bridge, BRIDGE.split("\n\n")[0], "Ilo Marsh", "Reds", taken, said_on="2031-03-03"),
        said(
            bridge, "Una Holt of the Blues denied that Alder Bridge was lost.", "Una Holt", "Blues",
            replace(taken, when=None), epistemic="false-certain",
        ),
        said(bridge, "She said that 12 people were killed at Birch Mill.", "Una Holt", "Blues", killed(12)),
        said(
            bridge, "The Reds want the Blues to leave the Hills.", "Hill Post", None,
            Proposition("retreat", actor="Blues", place="Hills"), attribution="narrator", modality="demanded",
        ),
    )  # fmt: skip
    holds = Proposition("control", actor="Blues", place="Alder Bridge")
    of_mill = (
        said(
            mill, MILL.split("\n\n")[0], "Una Holt", "Blues", holds, said_on="2031-03-04", via=("Dale Radio",)
        ),
        replace(
            said(
                mill, MILL.split("\n\n")[1], "Ilo Marsh", "Reds", killed(30), verification="unverified",
                verified_by="Valley Wire",
            ),
            id="", gaps=(Gap("when", "no day is given"),),
        ).identified(),
    )  # fmt: skip
    places = (
        Entity("place", "Alder Bridge", place="hills.alder"),
        Entity("place", "Birch Mill", place="hills.birch"),
        Entity("place", "Hills", place="hills"),
    )
    return (
        Record(bridge, "read", "by hand/1", statements=of_bridge, entities=places),
        Record(mill, "read", "by hand/1", statements=of_mill),
    )


class Map:
    """A gazetteer that knows the mill by an old name, what lies in the Hills, and that the mill is near."""

    def within(self, inner: str, outer: str) -> bool:
        return f"{inner}.".startswith(f"{outer}.")

    def find(self, name: str, **_: Any) -> Found:
        return Found(self.place("hills.birch") if name == "Moulin" else None, 1.0, "")

    def place(self, id_: str) -> Place:
        kinds: dict[str, PlaceKind] = {"hills": "region", "hills.birch": "town", "hills.alder": "crossing"}
        return Place(id_, id_, kinds.get(id_, "town"), lat=1.0, lon=1.0)

    def near(self, place: Place, km: float) -> tuple[Place, ...]:
        near = {"hills.alder": "hills.birch", "hills.birch": "hills.alder"}.get(place.id)
        return (self.place(near),) if near and km >= 10 else ()


def door() -> Gazetteer:
    """Open that gazetteer."""
    return cast("Gazetteer", Map())


def make_ledger(path: Path) -> Path:
    """Write the ledger of the Hills to `path` and return it."""
    with open_writer(path) as ledger:
        for record in records():
            ledger.add(record)
        weigh_ledger(ledger, PROFILE)
    return path


HOSTILE = (
    "[bold]Evil[/bold] [/] :smile: \x1b[31mred\x1b]0;own\x07 \u202egnol\u202c \x9b1mbold\r\nnext \ue000\u0378"
)
"""Markup, emoji codes, escape sequences (7 and 8 bit), direction marks, line ends, private characters."""

LONG = "unbroken" * 60


def hostile_rows(path: Path) -> Path:
    """Write a file for `sayso import statements` that is full of such things, and return it."""
    fields = {
        "id": f"row {HOSTILE}", "article": f"page {HOSTILE}.html", "evidence": f"{HOSTILE} {LONG}",
        "type": "control", "epistemic": "true-certain", "claimer": f"{HOSTILE} {LONG}",
        "claimer_for": HOSTILE, "via": [HOSTILE], "actor": f"=cmd() {HOSTILE}", "place": f"Hill {HOSTILE}",
        "verification": "disputed", "verified_by": HOSTILE,
    }  # fmt: skip
    path.write_text(json.dumps(fields) + "\n", encoding="utf-8")
    return path
