"""Figures, dates and names compared."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claimtypes.account import Account
from sayso.claimtypes.comparing import apart_in_time, compare_plain, days, same_name
from sayso.claimtypes.figures import bounds, compare_figures
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


def _of(figure: Figure, polarity: str = "positive", share: tuple[float, float] | None = None) -> Account:
    said = Proposition("measure", place="Hills", quantity=figure, polarity=polarity)  # type: ignore[arg-type]
    return Account(said, share)


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (Figure("share", value=0.85), Figure("share", value=0.4), ("refutes", "ranges-apart")),
        (Figure("share", value=0.66), Figure("share", low=0.5), ("supports", "entails")),
        (Figure("people", low=24), Figure("people", value=174), ("supports", "entails")),
        (Figure("people", value=1000), Figure("people", value=1037), ("supports", "same")),
        (Figure("people", value=5), Figure("km", value=5), ("related", "different-scope")),
        (
            Figure("share", value=0.7, of="territory of Norway"),
            Figure("share", value=0.3, of="population of Norway"),
            ("related", "different-scope"),
        ),
        (
            Figure("share", value=0.7, of="heights of Tell"),
            Figure("share", value=0.3, of="seven heights around Tell"),
            ("refutes", "ranges-apart"),
        ),
    ],
)
def test_figures(a: Figure, b: Figure, verdict: tuple[str, str]) -> None:
    found = compare_figures(_of(a), _of(b))
    assert (found.kind, found.reason) == verdict


def test_a_number_and_a_share_meet_where_the_whole_is_known() -> None:
    number = _of(Figure("districts", value=174), share=(157 / 400, 191 / 400))
    third = _of(Figure("share", low=0.3333), share=(0.3333, 1.0))
    found = compare_figures(number, third)
    assert (found.kind, found.reason) == ("supports", "entails")
    assert compare_figures(_of(Figure("districts", value=174)), third).reason == "different-scope"


@pytest.mark.parametrize(
    ("claimed", "verdict"),
    [
        (Figure("people", value=174), ("refutes", "polarity")),
        (Figure("people", value=3), ("supports", "entails")),
        (Figure("people", low=100), ("related", "different-scope")),
    ],
)
def test_denying_a_figure_leaves_others_open(claimed: Figure, verdict: tuple[str, str]) -> None:
    found = compare_figures(_of(claimed), _of(Figure("people", value=174), "negative"))
    assert (found.kind, found.reason) == verdict


@given(figures, figures, st.sampled_from(["positive", "negative"]))
def test_comparing_figures_knows_no_order(a: Figure, b: Figure, polarity: str) -> None:
    one, other = _of(a), _of(b, polarity)
    assert compare_figures(one, other) == compare_figures(other, one)


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


@pytest.mark.parametrize(
    ("change", "grows", "verdict"),
    [
        ({}, False, ("supports", "same")),
        ({"polarity": "negative"}, False, ("refutes", "polarity")),
        ({"when": "2031-05-01"}, False, ("related", "time-apart")),
        ({"when": "2031-05-01", "quantity": Figure("people", value=90)}, True, ("related", "cumulative")),
        ({"quantity": Figure("people", value=90)}, True, ("refutes", "ranges-apart")),
        ({"quantity": Figure("people", value=90), "when": None}, True, ("related", "cumulative")),
        ({"quantity": Figure("people", value=12), "when": None}, True, ("supports", "same")),
        ({"quantity": None}, False, ("supports", "entails")),
        ({"quantity": None, "polarity": "negative"}, False, ("refutes", "polarity")),
    ],
)
def test_what_is_of_another_time_is_ruled_out_first(
    change: dict[str, object], grows: bool, verdict: tuple[str, str]
) -> None:
    base = Proposition("casualties", target="A", quantity=Figure("people", value=12), when="2031-03-04")
    one, other = Account(base), Account(replace(base, **change))  # type: ignore[arg-type]
    for found in (compare_plain(one, other, grows=grows), compare_plain(other, one, grows=grows)):
        assert (found.kind, found.reason) == verdict
        assert found.note
