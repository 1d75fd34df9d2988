"""Search results: whose words they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.ledger.interface import Hit, LedgerView
from sayso.views.labels import label_of
from sayso.views.line import line_of


@dataclass(frozen=True, slots=True)
class Found:
    """A statement, or an article whose text holds the words; `who` says it (an article's: its outlet).

    In `excerpt` the words searched for stand in square brackets.
    """

    kind: Literal["statement", "article"]
    id: str
    article: str
    excerpt: str
    who: str
    says: str
    published: str | None


def found_in(ledger: LedgerView, words: str, limit: int) -> tuple[Found, ...]:
    """Return statements, then articles, that hold all the words; at most `limit`."""
    return tuple(_found(ledger, hit) for hit in ledger.search(words, limit))


def _found(ledger: LedgerView, hit: Hit) -> Found:
    if hit.kind == "article":
        label = label_of(ledger.article(hit.id))
        return Found("article", hit.id, hit.article, hit.excerpt, label.outlet, "writes", label.published)
    statement = ledger.statement(hit.id)
    line = line_of(statement, {statement.article: label_of(ledger.article(statement.article))})
    return Found("statement", hit.id, hit.article, hit.excerpt, line.who, line.says, line.published)
