"""Records to rows and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger import samples
from sayso.ledger import rows
from sayso.model.errors import LedgerBroken
from sayso.model.issue import Issue
from sayso.model.statement import Statement

ANY_TEXT = st.text(st.characters())  # with halves of surrogate pairs


@given(ANY_TEXT)
def test_a_record_outlives_any_text(text: str) -> None:
    issue = samples.issue(text, text)
    written = rows.dump(issue)
    assert rows.read(Issue, written) == issue
    written.encode()


@given(ANY_TEXT)
def test_plain_text_can_be_stored_and_stays(text: str) -> None:
    rows.plain(text).encode()
    assert rows.plain(rows.plain(text)) == rows.plain(text)


@given(st.text())
def test_text_that_is_text_is_plain(text: str) -> None:
    assert rows.plain(text) == text


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ada Orrin", "ADA ORRIN"), ("Port Édle", "PORT E\u0301DLE"), ("Straße", "STRASSE"),
        (" Ada\u00a0\tOrrin ", "ada orrin"),
    ],
)  # fmt: skip
def test_names_that_are_compared_alike(left: str, right: str) -> None:
    assert rows.fold(left) == rows.fold(right)


def test_names_that_are_not() -> None:
    assert len({rows.fold(name) for name in ("Ada", "Ada Orrin", "Édle", "Edle", "")}) == 5


def test_the_names_of_a_statement() -> None:
    assert rows.names_of(samples.record().statements[2]) == {
        "claimer": "ada orrin",
        "claimer_for": "keepers' league",
        "actor": "tide union",
        "target": "pilots' guild",
        "place": "norhaven light",
    }


@pytest.mark.parametrize("record", ["", "{}", "[]", "null", '{"id": 1}', "[" * 100_000])
def test_what_is_no_record(record: str) -> None:
    with pytest.raises(LedgerBroken, match="cannot be read"):
        rows.read(Statement, record)


def test_a_statement_of_a_stub_needs_no_span() -> None:
    stub = samples.stub().statements[0]
    assert rows.misfit(stub, "") is None
    assert rows.misfit(stub, "The lamp is ours") == "it has no span in the article's text"
    spanned = samples.record().statements[0]
    assert "outside the text" in (rows.misfit(spanned, "") or "")
    assert rows.misfit(replace(spanned, evidence="else"), samples.record().article.text) is not None
