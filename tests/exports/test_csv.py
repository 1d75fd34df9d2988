"""Comma-separated values."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest

from sayso.exports import export
from sayso.exports.csv import COLUMNS
from sayso.model.article import Article
from sayso.model.contract import article_row, claim_row, question_row, to_row
from sayso.model.proposition import Figure, Proposition
from sayso.model.statement import Statement
from sayso.model.weighed import Answer, Claim, Question, Relation


def _read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _statement(**fields: Any) -> dict[str, Any]:
    proposition = Proposition("flight", "people", quantity=Figure("people", -5.0, low=-5.5))
    made = Statement("st-1", "art-1", "x", None, "direct", "unknown", "actual", proposition, **fields)
    return to_row(made, "a.txt")


def test_the_header_is_fixed_and_lines_end_as_the_standard_says() -> None:
    text = "".join(export([_statement()], "csv"))
    assert text.split("\r\n")[0].startswith("id,article,evidence,claimer,claimer_for,via,attribution,said_on")
    assert "quantity.value,quantity.low,quantity.high,quantity.unit,quantity.of" in text
    assert text.endswith("\r\n")


def test_formulas_are_guarded_and_numbers_are_not() -> None:
    (row,) = _read("".join(export([_statement(claimer="=HYPERLINK(1)", via=("-a", "b;c"))], "csv")))
    assert row["claimer"] == "'=HYPERLINK(1)"
    assert row["via"] == "'-a; b\\;c"
    assert (row["quantity.value"], row["quantity.low"]) == ("-5", "-5.5")


def test_a_question_takes_one_line_an_answer() -> None:
    question = Question(
        "q-1", "Who?", "control", None, "Norvik", None,
        (Answer("Reds", ("st-1", "st-2"), ("Reds",), 1), Answer("Blues", ("st-3",), ("Blues", "Paper"), 2)),
        (Relation(0, "refutes", 1, "other-holder"),), "contested", "why",
    )  # fmt: skip
    rows = _read("".join(export([question_row(question)], "csv", "questions")))
    assert [row["answers.number"] for row in rows] == ["0", "1"]
    assert [row["answers.answer"] for row in rows] == ["Reds", "Blues"]
    assert rows[0]["answers.statements"] == "st-1; st-2"
    assert rows[1]["answers.by"] == "Blues; Paper"
    assert {row["relations"] for row in rows} == {"0 refutes 1"}


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("statements", _statement()),
        ("claims", claim_row(Claim("c", Proposition("control"), ("s",), ()))),
        ("articles", article_row(Article("art-1", "a.txt", None, "", ()))),
        ("issues", {"stage": "import", "code": "x", "message": "y", "source": "z", "line": 3}),
    ],
)
def test_the_first_row_tells_the_kind(kind: str, row: dict[str, Any]) -> None:
    header = "".join(export([row], "csv")).split("\r\n")[0]
    assert header == ",".join(dict(COLUMNS)[kind])  # type: ignore[index]


def test_no_rows_give_the_header_of_their_kind_or_nothing() -> None:
    assert "".join(export([], "csv")) == ""
    assert "".join(export([], "csv", "claims")).startswith("id,type,actor")


def test_rows_are_taken_one_by_one() -> None:
    def rows() -> Iterator[dict[str, Any]]:
        yield _statement()
        raise AssertionError("taken too early")

    assert "st-1" in next(export(rows(), "csv"))
