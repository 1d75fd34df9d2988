"""Made-up records for the tests of the ledger, on two lighthouses that nobody fights over."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from sayso.ledger.interface import Record, Weighed
from sayso.model.analysis import Entity
from sayso.model.article import Article, Block
from sayso.model.capture import Capture, Fetched
from sayso.model.issue import Issue
from sayso.model.judgement import Judgement
from sayso.model.proposition import Figure, Proposition
from sayso.model.span import Span
from sayso.model.statement import Gap, SlotSpan, Statement
from sayso.model.weighed import Answer, Claim, Lineage, Question, Relation

SENTENCES = (
    "The Keepers said on Monday that they hold Spin-Boldak Light.",
    "Captain Ada Orrin of the Pilots' Guild denied that Norhaven Light was lost.",
    "At least 12 lamps went out between Norhaven and Port Édle.",
)


def fetched(name: str, content: bytes) -> Fetched:
    """Return bytes as a source hands them over."""
    sha256 = hashlib.sha256(content).hexdigest()
    capture = Capture("cap-" + sha256[:16], name, f"/in/{name}", "text/plain", sha256, len(content))
    return Fetched(capture, content)


def article(name: str = "lamps.txt", text: str = "\n".join(SENTENCES), capture: str | None = None) -> Article:
    """Return an article of one block."""
    block = Block(Span(0, len(text)), "paragraph")
    return Article(
        Article.make_id(name, text),
        name,
        capture,
        text,
        (block,) if text else (),
        title="Who keeps the lamps?",
        outlet="The Skerry Post",
        published="2031-05-02",
        agencies=("TIDE",),
    )


def statement(
    of: Article, evidence: str, proposition: Proposition | None = None, claimer: str | None = "The Keepers"
) -> Statement:
    """Return a statement on the words of an article that are its evidence."""
    start = of.text.index(evidence)
    span = Span(start, start + len(evidence))
    bare = Statement(
        "",
        of.id,
        evidence,
        span,
        "indirect",
        "true-certain",
        "actual",
        proposition or Proposition("control", actor="The Keepers", place="Spin-Boldak Light"),
        claimer=claimer,
        claimer_for="Keepers' League",
        slots=(SlotSpan("claimer", Span(start, start + 3)),),
        gaps=(Gap("when", "no time is said"),),
        reader="rules 1",
    )
    return bare.identified()


def record(name: str = "lamps.txt", *, extra: str = "") -> Record:
    """Return an article with bytes, three statements, an entity and an issue; `extra` ends its text."""
    text = "\n".join(SENTENCES) + extra
    found = fetched(name, text.encode())
    lamps = article(name, text, found.capture.id)
    lost = Proposition("takeover", actor="Tide Union", target="Pilots' Guild", place="Norhaven Light")
    count = Proposition(
        "measure", place_from="Norhaven", place_to="Port Édle", quantity=Figure("lamps", low=12.0)
    )
    return Record(
        lamps,
        "read",
        "rules 1",
        found,
        (
            statement(lamps, SENTENCES[2], count, claimer=None),
            statement(lamps, SENTENCES[0]),
            statement(lamps, SENTENCES[1], lost, claimer="Ada Orrin"),
        ),
        (Entity("person", "Ada Orrin", role="captain", side="Pilots' Guild"),),
        (issue(name),),
    )


def stub(name: str = "by-hand") -> Record:
    """Return an article that a hand-made ledger names: no text, no bytes, a statement without a span."""
    named = replace(article(name, ""), title=None)
    quoted = Statement(
        "", named.id, "The lamp is ours", None, "direct", "true-certain", "actual",
        Proposition("control", actor="Tide Union", place="Norhaven Light"), claimer="Ivo Lund",
        reader="import",
    )  # fmt: skip
    return Record(named, "stub", "import", None, (quoted.identified(),))


def issue(source: str = "lamps.txt", message: str = "no date was found") -> Issue:
    """Return an issue."""
    return Issue("articles", "no-date", message, source, "warning")


def judgement(act: str = "reject", record: str = "st-1", by: str = "Ada Orrin", **rest: Any) -> Judgement:
    """Return a judgement."""
    kind = "judgement" if act == "undo" else "statement"
    bare = Judgement("", kind, record, act, by, "2031-05-03T08:00:00+00:00", "the lamp is out", **rest)  # type: ignore[arg-type]
    return bare.identified()


def weighed(wording: str = "The Keepers") -> Weighed:
    """Return the outcome of a weighing."""
    proposition = Proposition("control", actor="The Keepers", place="Spin-Boldak Light")
    answers = (Answer(wording, ("st-1",), ("Keepers' League",), 1), Answer("nobody", ("st-2",), (), 1))
    question = Question(
        "q-1", "Who holds Spin-Boldak Light?", "control", None, "Spin-Boldak Light", None,
        answers, (Relation(0, "refutes", 1, "two holders"),), "contested", "the sides disagree",
    )  # fmt: skip
    return Weighed(
        (Claim("c-2", proposition, ("st-2",), ()), Claim("c-1", proposition, ("st-1",), ())),
        (question,),
        (Lineage("l-1", "shared-text", ("art-1", "art-2"), "nine words in a row"),),
    )
