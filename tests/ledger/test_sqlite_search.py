"""User input as a full-text query."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.sqlite_search import MOST_WORDS, match_query


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("", ""), (" \n ", ""), ("— … 🔥", ""), ('"', ""), ("lamps", '"lamps"'),
        ("lamps  held", '"lamps" "held"'),
        ("lamps lamps", '"lamps"'), ("Spin-Boldak", '"Spin-Boldak"'), ('"the lamps"', '"the" "lamps"'),
        ("a\0b", '"a" "b"'), ("NEAR(a, 2)", '"NEAR(a," "2)"'),
    ],
)  # fmt: skip
def test_queries(words: str, query: str) -> None:
    assert match_query(words) == query


def test_a_long_query_is_cut() -> None:
    assert len(match_query(" ".join(str(n) for n in range(5000))).split()) == MOST_WORDS


@pytest.fixture(scope="module")
def words_table() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE w USING fts5(text)")
        yield connection


@given(words=st.text(st.characters()))
def test_no_input_is_syntax(words_table: sqlite3.Connection, words: str) -> None:
    words_table.execute("SELECT * FROM w WHERE w MATCH ?", (match_query(words) or '""',)).fetchall()
