"""Rows as spreadsheet cells, out and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.rows import CALM, NAMES, statements
from sayso.model.contract import to_row
from sayso.model.sheet import flatten, guard, join_names, split_names, unflatten, unguard
from sayso.model.statement import Statement


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-5", "'-5"),
        ("@all", "'@all"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("'=x", "''=x"),
        ("'tis", "'tis"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_what_a_program_would_run_is_guarded(text: str, cell: str) -> None:
    assert guard(text) == cell
    assert unguard(cell) == text


@CALM
@given(st.text())
def test_guarding_is_undone_exactly(text: str) -> None:
    assert unguard(guard(text)) == text


@CALM
@given(st.lists(NAMES))
def test_joined_names_come_apart_again(names: list[str]) -> None:
    assert split_names(join_names(names)) == names


def test_numbers_stay_numbers() -> None:
    row = {"quantity": {"value": -5, "low": -0.5, "unit": "km"}, "start": 3}
    cells = flatten(row)
    assert cells == {"quantity.value": -5, "quantity.low": -0.5, "quantity.unit": "km", "start": 3}


@CALM
@given(statements())
def test_a_statement_row_survives_its_cells(statement: Statement) -> None:
    row = to_row(statement, "a.txt")
    assert unflatten({name: str(cell) for name, cell in flatten(row).items()}) == row


@pytest.mark.parametrize(
    ("cell", "comma", "value"),
    [
        ("85", False, 85),
        (" 0.85 ", False, 0.85),
        ("1e3", False, 1000.0),
        ("1,500", False, "1,500"),
        ("0,85", False, "0,85"),
        ("0,85", True, 0.85),
        ("1,500", True, "1,500"),
        ("0,3333", True, 0.3333),
        ("about 5", False, "about 5"),
        ("nan", False, "nan"),
    ],
)
def test_a_number_is_read_only_where_it_can_be_but_one(cell: str, comma: bool, value: object) -> None:
    assert unflatten({"quantity.value": cell}, decimal_comma=comma) == {"quantity": {"value": value}}
