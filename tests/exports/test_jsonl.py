"""JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from model.rows import CALM, statements
from sayso.exports import export
from sayso.model.contract import to_row
from sayso.model.statement import Statement


@CALM
@given(st.lists(statements(), max_size=4))
def test_each_row_is_one_line_whatever_it_holds(made: list[Statement]) -> None:
    rows = [to_row(statement, "a.txt") for statement in made]
    text = "".join(export(rows, "jsonl"))
    assert [json.loads(line) for line in text.splitlines()] == rows


def test_words_are_written_as_they_are_and_line_marks_as_escapes() -> None:
    assert "".join(export([{"evidence": "Žižek\u2028x"}], "jsonl")) == '{"evidence": "Žižek\\u2028x"}\n'


def test_rows_are_taken_one_by_one_in_their_order() -> None:
    taken = []

    def rows() -> Iterator[dict[str, int]]:
        for number in range(3):
            taken.append(number)
            yield {"start": number}

    pieces = export(rows(), "jsonl")
    assert next(pieces) == '{"start": 0}\n'
    assert taken == [0]
