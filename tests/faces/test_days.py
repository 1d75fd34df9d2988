"""Dates in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.faces.cli.days import day_words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2031-03-07", "7 Mar 2031"),
        ("2031-03", "Mar 2031"),
        ("2031", "2031"),
        ("2031-03-02/2031-03-05", "2–5 Mar 2031"),
        ("2031-02-27/2031-03-04", "27 Feb – 4 Mar 2031"),
        ("2030-12-30/2031-01-02", "30 Dec 2030 – 2 Jan 2031"),
        ("2031-03-07/2031-03-07", "7 Mar 2031"),
        ("2031-03-02/2031-04-02", "2 Mar – 2 Apr 2031"),
        ("2031-03/2031-05", "Mar–May 2031"),
        ("2030/2031", "2030 – 2031"),
        ("2031/2031-03-07", "2031 – 7 Mar 2031"),
        ("", ""),
        ("soon", "soon"),
        ("2031-13-01", "2031-13-01"),
    ],
)
def test_days(iso: str, words: str) -> None:
    assert day_words(iso) == words


@given(st.dates(), st.dates())
def test_no_end_is_lost(first: date, last: date) -> None:
    words = day_words(f"{first}/{last}")
    assert words.endswith(day_words(str(last)))
    assert words.startswith(str(first.day))


@given(st.text())
def test_any_text_is_taken(value: str) -> None:
    day_words(value)
