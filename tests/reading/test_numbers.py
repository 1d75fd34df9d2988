"""Numbers in figures and in words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "words", "value", "form"),
    [
        ("They counted 12 posts", "12", 12, "count"),
        ("They counted 1,037 posts", "1,037", 1037, "count"),
        ("They counted 75\u202f000 posts", "75\u202f000", 75000, "count"),
        ("They counted 1 234 567 posts", "1 234 567", 1234567, "count"),
        ("They counted 12,34,567 posts", "12,34,567", 1234567, "count"),
        ("a rise of 2.5 points", "2.5", 2.5, "count"),
        ("seventeen posts", "seventeen", 17, "count"),
        ("fifty-two posts", "fifty-two", 52, "count"),
        ("three hundred and twenty-one posts", "three hundred and twenty-one", 321, "count"),
        ("two hundred and two thousand people", "two hundred and two thousand", 202000, "count"),
        ("a thousand people", "a thousand", 1000, "count"),
        ("75 thousand people", "75 thousand", 75000, "count"),
        ("1.2 million people", "1.2 million", 1200000, "count"),
        ("13 lakh people", "13 lakh", 1300000, "count"),
        ("10k people", "10k", 10000, "count"),
        ("a sum of $5m", "5m", 5000000, "count"),
        ("half a million people", "half a million", 500000, "count"),
        ("half a dozen posts", "half a dozen", 6, "count"),
        ("two dozen posts", "two dozen", 24, "count"),
        ("five and a half million people", "five and a half million", 5500000, "count"),
        ("one and a half tons", "one and a half", 1.5, "count"),
        ("two thirds of it", "two thirds", 2 / 3, "part"),
        ("two-thirds of it", "two-thirds", 2 / 3, "part"),
        ("a third of it", "a third", 1 / 3, "part"),
        ("three quarters of it", "three quarters", 0.75, "part"),
        ("half of it", "half", 0.5, "part"),
        ("3/4 of it", "3/4", 0.75, "part"),
        ("one in three of them", "one in three", 1 / 3, "part"),
        ("⅔ of it", "⅔", 2 / 3, "part"),
        ("dozens of posts", "dozens", 24, "vague"),
        ("hundreds of posts", "hundreds", 200, "vague"),
        ("tens of thousands of people", "tens of thousands", 20000, "vague"),
        ("hundreds of thousands of people", "hundreds of thousands", 200000, "vague"),
        ("several hundred people", "several hundred", 200, "vague"),
    ],
)
def test_one_number(text: str, words: str, value: float, form: str) -> None:
    (number,) = find_numbers(text)
    assert number.span.of(text) == words
    assert number.value == pytest.approx(value)
    assert number.form == form


@pytest.mark.parametrize(
    "text",
    [
        "no figures here",
        "the 4th brigade",
        "the 21st of them",
        "the one that left",
        "which one",
        "a post",
        "",
    ],
)
def test_no_number(text: str) -> None:
    assert find_numbers(text) == ()


def test_several_keep_apart() -> None:
    text = "14 tanks, two planes and 190 men"
    assert [(n.span.of(text), n.value) for n in find_numbers(text)] == [("14", 14), ("two", 2), ("190", 190)]


def test_inside_a_stretch_only() -> None:
    text = "12 posts. 13 posts. 14 posts."
    assert [n.value for n in find_numbers(text, 10, 19)] == [13]


@given(st.text(alphabet="0123456789 ,.-andhuretwofi%/$½\n", max_size=60))
def test_never_raises_and_never_overlaps(text: str) -> None:
    found = find_numbers(text)
    for one, other in pairwise(found):
        assert one.span.end <= other.span.start
    assert all(n.span.of(text).strip() for n in found)


@given(st.integers(min_value=0, max_value=10**12))
def test_figures_round_trip(value: int) -> None:
    for text in (str(value), f"{value:,}"):
        (number,) = find_numbers(text)
        assert number.value == value
