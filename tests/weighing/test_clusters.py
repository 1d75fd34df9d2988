"""Grouping along time and size."""

from __future__ import annotations

import pytest

from sayso.model.proposition import Figure
from sayso.weighing.clusters import by_figure, in_time
from weighing.saying import heard, people, said, share


@pytest.mark.parametrize(
    ("dates", "runs"),
    [
        ([None, None], ["ab"]),
        (["2031-03-04", "2031-03-04"], ["ab"]),
        (["2031-03-04", "2031-03-11"], ["ab"]),
        (["2031-03-04", "2031-03-12"], ["a", "b"]),
        (["2031-03-12", "2031-03-04"], ["b", "a"]),
        (["2031-03", "2031-03-20"], ["ab"]),
        (["2031-03-01/2031-03-20", "2031-03-10", "2031-03-26"], ["abc"]),
        (["2031-03-04", None], ["ab"]),
        (["2031-03-04", "2031-05-04", None], ["a", "b", "c"]),
        (["2031", "2030-12-30"], ["ab"]),
    ],
)
def test_dates_that_meet_or_follow_within_a_week(dates: list[str | None], runs: list[str]) -> None:
    voices = heard(*(said("abc"[n], "Reds", "takeover", when=when) for n, when in enumerate(dates)))
    assert ["".join(v.statement.id for v in run) for run in in_time(voices)] == runs


@pytest.mark.parametrize(
    ("figures", "groups"),
    [
        ([people(1000), people(1037), people(1500)], [[0, 1], [2]]),
        ([people(100), people(109), people(118)], [[0, 1], [2]]),
        ([None, people(5), None], [[0, 2], [1]]),
        ([people(5), Figure("km", 5.0)], [[1], [0]]),
        ([share(low=0.5), share(0.6667)], [[1], [0]]),
        ([people(low=24), people(low=25), people(high=25)], [[2], [0, 1]]),
        ([people(0), people(0)], [[0, 1]]),
    ],
)
def test_figures_within_a_tenth(figures: list[Figure | None], groups: list[list[int]]) -> None:
    assert sorted(map(sorted, by_figure(figures))) == sorted(map(sorted, groups))
