"""Figures, dates and names compared."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claimtypes.comparing import apart_in_time, bounds, compare_figures, compare_plain, days, same_name
from sayso.model.proposition import Figure, Proposition

numbers = st.floats(min_value=0, max_value=1e6, allow_nan=False)
figures = st.builds(Figure, unit=st.just("people"), value=st.none() | numbers, low=st.none() | numbers)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Vantorr", "vantorr", True),
        ("the Norrel Front", "Norrel Front", True),
        ("Port of Ombrisa", "Port Ombrisa", True),
        ("Vantorr", "Norrel", False),
        (None, None, False),
    ],
)
def test_names_are_the_same_but_for_case_and_articles(a: str | None, b: str | None, same: bool) -> None:
    assert same_name(a, b) is same


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure("people", value=100), (90, 110)),
        (Figure("people", low=24), (24, math.inf)),
        (Figure("people", high=4), (-math.inf, 4)),
        (Figure("people", value=400, high=400), (360, 400)),
    ],
)
def test_bounds(figure: Figure, expected: tuple[float, float]) -> None:
    assert bounds(figure) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (Figure("share", value=0.85), Figure("share", value=0.4), "refutes"),
        (Figure("share", value=0.66), Figure("share", low=0.5), "supports"),
        (Figure("people", low=24), Figure("people", value=174), "supports"),
        (Figure("people", value=5), Figure("km", value=5), "related"),
    ],
)
def test_figures(a: Figure, b: Figure, verdict: str) -> None:
    assert compare_figures(a, b)[0] == verdict


@given(figures, figures)
def test_comparing_figures_knows_no_order(a: Figure, b: Figure) -> None:
    assert compare_figures(a, b) == compare_figures(b, a)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("2031", ("2031-01-01", "2031-12-31")),
        ("2031-02", ("2031-02-01", "2031-02-28")),
        ("2031-03-04", ("2031-03-04", "2031-03-04")),
        ("2031-03-01/2031-03-04", ("2031-03-01", "2031-03-04")),
    ],
)
def test_days(when: str, expected: tuple[str, str]) -> None:
    assert days(when) == expected


def test_dates_apart_only_where_both_are_known_and_share_no_day() -> None:
    march = Proposition("control", actor="A", place="P", when="2031-03")
    assert not apart_in_time(march, Proposition("control", when="2031-03-31"))
    assert apart_in_time(march, Proposition("control", when="2031-04-01"))
    assert not apart_in_time(march, Proposition("control"))


def test_a_plain_comparison_gives_its_reason() -> None:
    one = Proposition("talks", actor="A", target="B")
    other = Proposition("talks", actor="A", target="B", polarity="negative")
    assert compare_plain(one, one) == ("supports", "they say the same")
    assert compare_plain(one, other) == ("refutes", "one says so, the other that it is not so")
