"""Counts of facts, and what changes with them."""

from __future__ import annotations

from sayso.weighing.tallies import Tallies

BASE = {("talks", "reds"): {"blues and reds": 2, "greens and reds": 1}}


def test_the_value_counted_most_is_told_and_of_several_the_least() -> None:
    tallies = Tallies()
    assert tallies.most("talks", "reds") is None
    tallies.add([("talks", "reds", "b"), ("talks", "reds", "a")])
    assert tallies.most("talks", "reds") == "a"
    tallies.add([("talks", "reds", "b")])
    assert tallies.most("talks", "reds") == "b"


def test_what_is_asked_is_remembered_until_it_is_told() -> None:
    tallies = Tallies()
    tallies.most("talks", "reds")
    tallies.most("held", "norvik")
    assert tallies.asked() == (("held", "norvik"), ("talks", "reds"))
    assert tallies.asked() == ()


def test_only_a_turned_value_is_a_change() -> None:
    tallies = Tallies(lambda key: BASE.get(key, {}))
    tallies.add([("talks", "reds", "greens and reds")])
    assert tallies.most("talks", "reds") == "blues and reds"
    assert tallies.changed() == set()
    tallies.add([("talks", "reds", "greens and reds")])
    assert tallies.changed() == {("talks", "reds")}
    tallies.add([("talks", "reds", "greens and reds")], -2)
    assert tallies.changed() == set()
    assert tallies.added() == {}


def test_what_is_taken_back_whole_is_gone() -> None:
    tallies = Tallies(lambda key: BASE.get(key, {}))
    tallies.add([("talks", "reds", "blues and reds")], -2)
    assert tallies.most("talks", "reds") == "greens and reds"
    assert tallies.added() == {("talks", "reds", "blues and reds"): -2}
