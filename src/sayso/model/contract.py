"""The export contract: records as rows with the field names of the annotation guide, and back.

An absent field is one that was not said; names are full canonical names, dates ISO 8601, positions
code points of the article's clean text.  `sayso import` takes the rows that `sayso export` writes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from sayso.model.article import Article
from sayso.model.errors import InputError
from sayso.model.proposition import Figure, Proposition
from sayso.model.rowcheck import DEFAULTS, QUANTITY_FIELDS, faults, tidy
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.model.story import Story
from sayso.model.weighed import Claim, Question

Rows = Literal["statements", "questions", "claims", "articles", "stories", "issues"]
"""The kinds of records that are told as rows."""

Exported = Literal[Rows, "captures"]
"""The kinds of what can be exported; captures are bytes, which only archives carry."""

QUESTION_FIELDS = (
    "id", "question", "type", "actor", "place", "unit", "answers", "relations", "reasons", "notes", "status",
    "reason", "rule", "fired",
)  # fmt: skip
CLAIM_FIELDS = (
    "id", "type", "actor", "target", "place", "place_from", "place_to", "quantity", "when", "polarity",
    "asserted", "denied", "reasons",
)  # fmt: skip
ARTICLE_FIELDS = (
    "id", "name", "title", "outlet", "byline", "published", "published_from", "language", "dateline",
    "agencies", "capture", "characters",
)  # fmt: skip
STORY_FIELDS = ("id", "title", "first", "last", "articles")


def to_row(statement: Statement, article_name: str) -> dict[str, Any]:
    """Return the statement as a row; fields that were not said, and a positive polarity, are left out."""
    row: dict[str, Any] = {
        "id": statement.id, "article": article_name, "evidence": statement.evidence,
        "claimer": statement.claimer, "claimer_for": statement.claimer_for, "via": list(statement.via),
        "attribution": statement.attribution, "said_on": statement.said_on,
        "epistemic": statement.epistemic, "modality": statement.modality,
        "verification": statement.verification, "verified_by": statement.verified_by,
        **_slots(statement.proposition),
    }  # fmt: skip
    if statement.span is not None:
        row |= {"start": statement.span.start, "end": statement.span.end}
    return _said(row)


def from_row(row: Mapping[str, Any], article_id: str, where: str) -> Statement:
    """Return the statement that a row holds, read by "import", under the row's own id if it gives one.

    `where` names the row in errors ("sheet.csv, row 12").

    Raises:
        InputError: a field is missing, unknown or not of its kind; the text names all of them.
    """
    row = tidy(row)
    wrong = faults(row)
    if wrong:
        raise InputError(f"{where}: " + "; ".join(f"{fault.field}: {fault.message}" for fault in wrong))
    said: dict[str, Any] = {**DEFAULTS, **row}
    get = said.get
    statement = Statement(
        id=get("id", ""), article=article_id, evidence=row["evidence"],
        span=Span(row["start"], row["end"]) if "start" in row else None,
        attribution=said["attribution"], epistemic=said["epistemic"], modality=said["modality"],
        proposition=Proposition(
            type=said["type"], actor=get("actor"), target=get("target"), place=get("place"),
            place_from=get("place_from"), place_to=get("place_to"), quantity=_figure(get("quantity")),
            when=get("when"), polarity=said["polarity"],
        ),
        claimer=get("claimer"), claimer_for=get("claimer_for"), via=tuple(get("via", ())),
        said_on=get("said_on"), verification=get("verification"), verified_by=get("verified_by"),
        reader="import",
    )  # fmt: skip
    return statement if statement.id else statement.identified()


def question_row(question: Question) -> dict[str, Any]:
    """Return the question as a row; `reasons` and `notes` are those of `relations`, one for one."""
    answers = [
        {"answer": a.answer, "statements": list(a.statements), "by": list(a.by), "origins": a.origins}
        for a in question.answers
    ]
    row = {
        "id": question.id, "question": question.question, "type": question.type, "actor": question.actor,
        "place": question.place, "unit": question.unit,
    }  # fmt: skip
    return _said(row) | {
        "answers": answers,
        "relations": [[r.left, r.kind, r.right] for r in question.relations],
        "reasons": [r.reason for r in question.relations],
        "notes": [r.note for r in question.relations],
        "status": question.status,
        "reason": question.reason,
        "rule": question.rule,
        "fired": list(question.fired),
    }


def claim_row(claim: Claim) -> dict[str, Any]:
    """Return the claim as a row: its proposition's fields, the ids of its statements, why each was merged."""
    row = _said({"id": claim.id, **_slots(claim.proposition)})
    return row | {
        "asserted": list(claim.asserted),
        "denied": list(claim.denied),
        "reasons": list(claim.reasons),
    }


def article_row(article: Article) -> dict[str, Any]:
    """Return what is known of the article as a row, without its text (`characters` is the text's length)."""
    row = {name: getattr(article, name) for name in ARTICLE_FIELDS if name != "characters"}
    return _said(row | {"agencies": list(article.agencies)}) | {"characters": len(article.text)}


def story_row(story: Story, articles: Sequence[str]) -> dict[str, Any]:
    """Return the story as a row, its articles by name in alphabetical order."""
    return _said({"id": story.id, "title": story.title, "first": story.first, "last": story.last}) | {
        "articles": sorted(articles)
    }


def _slots(p: Proposition) -> dict[str, Any]:
    quantity = p.quantity and {
        name: _number(getattr(p.quantity, name))
        for name in QUANTITY_FIELDS
        if getattr(p.quantity, name) is not None
    }
    return {
        "type": p.type, "actor": p.actor, "target": p.target, "place": p.place,
        "place_from": p.place_from, "place_to": p.place_to, "quantity": quantity, "when": p.when,
        "polarity": None if p.polarity == "positive" else p.polarity,
    }  # fmt: skip


def _said(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value is not None and value != []}


def _number(value: Any) -> Any:
    """Write whole floats as integers: "174", not "174.0", as people and gold files do."""
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 else value


def _figure(quantity: Mapping[str, Any] | None) -> Figure | None:
    if quantity is None:
        return None
    numbers = {name: float(quantity[name]) for name in ("value", "low", "high") if name in quantity}
    return Figure(unit=quantity["unit"], of=quantity.get("of"), **numbers)
