"""Quotations, people, and scenes in which somebody speaks to many."""

from __future__ import annotations

import pytest

from sayso.weighing.texts.marks import text_of
from sayso.weighing.texts.quotes import people_near, people_of, quotes_of, scenes_of, told_of
from weighing.invented import article


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            '"We hold the bridge," said Ola Berg. "We will stay there."',
            ["We hold the bridge,", "We will stay there."],
        ),
        ("“We hold the bridge”, he said.", ["We hold the bridge"]),
        ('The "so-called" truce', []),
        ('He said: "We hold the bridge\nand the ford too."', []),
    ],
)
def test_what_stands_between_the_marks_is_quoted(text: str, quotes: list[str]) -> None:
    one = article("a", text)
    assert [quote.span.of(one.text) for quote in quotes_of(text_of(one))] == quotes


def test_people_are_named_in_full_and_titles_are_no_names() -> None:
    text = text_of(
        article("a", "On Monday Defence Minister Pavle Orsten met Admiral Torvald Eide in Skarvik.")
    )
    assert people_of(text) == {"pavle orsten", "torvald eide"}


def test_a_scene_has_the_people_and_the_day_of_the_words_beside_it() -> None:
    one = article(
        "a", "Pavle Orsten came. He told reporters on Monday that talks went on. Snow fell. Eide left."
    )
    (scene,) = scenes_of(text_of(one), people_of(text_of(one)))
    assert scene.people == {"pavle orsten"}
    assert scene.weekdays == {"monday"}
    assert people_near(text_of(one), scene.span, frozenset({"torvald eide"})) == frozenset()


def test_reporters_of_a_paper_are_no_gathering() -> None:
    one = article("a", "Two Courier reporters, Ola Berg and Jon Lund, found the papers.")
    assert scenes_of(text_of(one), people_of(text_of(one))) == ()


def test_who_told_an_outlet_is_seen() -> None:
    found = list(told_of(text_of(article("a", "Teke, a major, told GSA that it held."))))
    assert [(who, whom) for who, whom, _ in found] == [("teke", "gsa")]
