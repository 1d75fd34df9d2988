"""All records of one kind, in the field names of the export contract."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.ledger.interface import LedgerView
from sayso.model.codec import to_record
from sayso.model.contract import article_row, claim_row, question_row, story_row, to_row
from sayso.model.correcting import replaced
from sayso.model.rowcheck import MACHINE
from sayso.views.judged import Laid
from sayso.views.labels import labels_of


def rows_of(ledger: LedgerView, kind: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of "statements", "questions", "claims", "articles", "stories" or "issues".

    Statements that people rejected are left out.  Fields that people corrected stand as corrected, and what
    the reader had read of them under ``machine``.
    """
    return _ROWS[kind](ledger)


def _statements(ledger: LedgerView) -> Iterator[dict[str, Any]]:
    labels, laid = labels_of(ledger), Laid(ledger)
    for statement in ledger.statements():
        if laid.takes(statement):
            right = laid.put_right(statement)
            was = replaced(statement, right)
            yield to_row(right, labels[statement.article].name) | ({MACHINE: was} if was else {})


def _questions(ledger: LedgerView) -> Iterator[dict[str, Any]]:
    return (question_row(question) for question in ledger.questions())


def _claims(ledger: LedgerView) -> Iterator[dict[str, Any]]:
    return (claim_row(claim) for claim in ledger.claims())


def _articles(ledger: LedgerView) -> Iterator[dict[str, Any]]:
    return (article_row(article) for article in ledger.articles())


def _stories(ledger: LedgerView) -> Iterator[dict[str, Any]]:
    labels = labels_of(ledger)
    return (story_row(story, [labels[key].name for key in story.articles]) for story in ledger.stories())


def _issues(ledger: LedgerView) -> Iterator[dict[str, Any]]:
    return (to_record(issue) for issue in ledger.issues())


_ROWS = {
    "statements": _statements,
    "questions": _questions,
    "claims": _claims,
    "articles": _articles,
    "stories": _stories,
    "issues": _issues,
}
