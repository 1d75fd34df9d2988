"""Passages that two texts share."""

from __future__ import annotations

from sayso.weighing.lineage.passages import LEAST, passages, words_of
from sayso.weighing.lineage.showing import beside
from weighing.invented import article

ONE = "The dam supplies most of the power used in the city. Four guards were killed before dawn on Thursday."
OTHER = (
    "Four guards were killed before dawn on Thursday. It rained. "
    "The dam supplies most of the power used in it."
)


def test_passages_have_their_places_on_both_sides_in_whatever_order() -> None:
    left, right = article("a", ONE), article("b", OTHER)
    found = passages(words_of(left), words_of(right))
    assert [(p.left.of(left.text), p.words) for p in found] == [
        ("The dam supplies most of the power used in", 9),
        ("Four guards were killed before dawn on Thursday", 8),
    ]
    assert all(p.left.of(left.text) == p.right.of(right.text) for p in found)


def test_short_runs_are_no_passage() -> None:
    left, right = article("a", "At the end of the day"), article("b", "At the end of the war")
    assert LEAST > 5
    assert passages(words_of(left), words_of(right)) == []


def test_passages_beside_each_other_are_shown_as_one() -> None:
    edited = ONE.replace("in the city", "in Lemmerun")
    (first, *rest) = beside(article("a", ONE), article("b", edited), "shared-text")
    assert not rest
    assert first.left.of(ONE).endswith("on Thursday")
    assert first.right.of(edited).startswith("The dam")


def test_nothing_is_shown_of_a_stub() -> None:
    assert beside(article("a", ""), article("b", ONE), "shared-text") == []
