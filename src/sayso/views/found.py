"""Search results: whose words they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.ledger.interface import Hit, LedgerView
from sayso.views.judged import Laid
from sayso.views.labels import label_of


@dataclass(frozen=True, slots=True)
class Found:
    """A statement, or an article whose text holds the words; `who` says it (an article's: its outlet).

    In `excerpt` the words searched for stand in square brackets; `judged` is what people's judgements say.
    """

    kind: Literal["statement", "article"]
    id: str
    article: str
    excerpt: str
    who: str
    says: str
    published: str | None
    judged: tuple[str, ...] = ()


def found_in(ledger: LedgerView, words: str, limit: int) -> tuple[Found, ...]:
    """Return statements, then articles, that hold all the words; at most `limit`.

    Statements that people rejected are among them, and say so.
    """
    hits = ledger.search(words, limit)
    laid = Laid(ledger) if hits else None
    return tuple(_found(ledger, hit, laid) for hit in hits if laid)


def _found(ledger: LedgerView, hit: Hit, laid: Laid) -> Found:
    if hit.kind == "article":
        label = label_of(ledger.article(hit.id))
        marks = laid.marks(hit.id)
        return Found(
            "article", hit.id, hit.article, hit.excerpt, label.outlet, "writes", label.published, marks
        )
    statement = ledger.statement(hit.id)
    line = laid.line(statement, {statement.article: label_of(ledger.article(statement.article))})
    return Found(
        "statement", hit.id, hit.article, hit.excerpt, line.who, line.says, line.published, line.judged
    )
