"""All records of a kind as rows."""

from __future__ import annotations

import pytest

from sayso.ledger.interface import LedgerView
from sayso.model.contract import ARTICLE_FIELDS, CLAIM_FIELDS, QUESTION_FIELDS
from sayso.model.rowcheck import STATEMENT_FIELDS
from sayso.views.contract import rows_of


@pytest.mark.parametrize(
    ("kind", "fields", "count"),
    [
        ("statements", STATEMENT_FIELDS, 6),
        ("questions", QUESTION_FIELDS, 3),
        ("claims", CLAIM_FIELDS, 5),
        ("articles", ARTICLE_FIELDS, 2),
        ("issues", (), 0),
    ],
)
def test_rows_have_the_fields_of_the_contract(
    hills: LedgerView, kind: str, fields: tuple[str, ...], count: int
) -> None:
    rows = list(rows_of(hills, kind))
    assert len(rows) == count
    assert all(set(row) <= set(fields) for row in rows)
    assert rows == list(rows_of(hills, kind))
