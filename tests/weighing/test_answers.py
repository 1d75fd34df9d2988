"""Statements that give one answer."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.model.statement import Statement
from sayso.weighing.answers import Ground, answers, wording
from sayso.weighing.extent import Extents
from weighing.saying import PROFILE, heard, people, said, share


def _groups(*statements: Statement) -> list[tuple[str, ...]]:
    return sorted(tuple(v.statement.id for v in same.voices) for same in answers(heard(*statements), NORVIK))


EXTENTS = Extents(PROFILE)
NORVIK = Ground("control", "norvik", EXTENTS)
BASE: dict[str, Any] = {"actor": "Reds", "place": "Norvik", "when": "2031-03-04"}


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("control", {}),
        ("takeover", {"when": "2031-03-06"}),
        ("takeover", {"actor": "Red fighters"}),
        ("takeover", {"polarity": "negative", "epistemic": "false-certain"}),
    ],
)
def test_the_same_said_otherwise_is_one_answer(kind: str, fields: dict[str, Any]) -> None:
    assert _groups(said("1", "Reds", "takeover", **BASE), said("2", "Blues", kind, **BASE | fields)) == [
        ("1", "2")
    ]


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("takeover", {"actor": "Blues"}),
        ("takeover", {"epistemic": "false-certain"}),
        ("takeover", {"modality": "predicted"}),
        ("takeover", {"when": "2031-06"}),
        ("takeover", {"quantity": share(0.5)}),
        ("retreat", {}),
    ],
)
def test_anything_else_is_another(kind: str, fields: dict[str, Any]) -> None:
    assert len(_groups(said("1", "Reds", "takeover", **BASE), said("2", "Reds", kind, **BASE | fields))) == 2


def test_figures_within_a_tenth_are_one_answer() -> None:
    fled = [
        said(str(n), "Reds", "flight", actor="people", quantity=people(value))
        for n, value in enumerate((1000, 1500, 1037))
    ]
    assert _groups(*fled) == [("0", "2"), ("1",)]


def test_who_meets_whom_is_the_same_from_either_end() -> None:
    ends = (said("1", "R", "talks", actor="Reds", target="Blues"),)
    assert _groups(*ends, said("2", "R", "talks", actor="Blues", target="Reds")) == [("1", "2")]


def test_the_wording_is_what_most_say_with_its_mood() -> None:
    (same,) = answers(
        heard(
            said("1", "Reds", "takeover", modality="intended", **BASE),
            said("2", "Reds", "takeover", modality="predicted", **BASE),
            said("3", "Reds", "control", modality="intended", **BASE),
        ),
        NORVIK,
    )
    assert wording(same, EXTENTS).startswith("planned or expected: Reds has taken")
    (denial,) = answers(heard(said("1", "Blues", "takeover", epistemic="false-certain", **BASE)), NORVIK)
    assert wording(denial, EXTENTS).startswith("not so: Reds has taken")


@pytest.mark.parametrize(
    ("place", "whole"), [("Norvik", True), ("Norway", False), ("districts of Norway", False)]
)
def test_ground_in_a_country_is_not_the_country(place: str, whole: bool) -> None:
    (same,) = answers(heard(said("1", "Reds", "control", actor="Reds", place=place)), NORVIK)
    assert wording(same, EXTENTS).endswith(" (how much is not said)") is not whole


def test_what_slots_do_not_say_is_quoted_in_short() -> None:
    long = "The Reds want " + "peace " * 60
    stances = (
        said("1", "Reds", "stance", actor="Reds", target="Blues", evidence=long),
        said("2", "Reds", "stance", actor="Reds", target="Blues", evidence="They want\npeace"),
    )
    (same,) = answers(heard(*stances), NORVIK)
    assert wording(same, EXTENTS) == "“They want peace”"
    (same,) = answers(heard(stances[0]), NORVIK)
    assert len(wording(same, EXTENTS)) == 162
    assert wording(same, EXTENTS).endswith("…”")


def test_most_heard_comes_first_and_sides_are_sorted() -> None:
    found = answers(
        heard(
            said("1", "Blues", "control", actor="Blues"),
            said("2", "Reds", "control", actor="Reds"),
            said("3", "Greens", "control", actor="Reds"),
        ),
        NORVIK,
    )
    assert [same.sides for same in found] == [("Greens", "Reds"), ("Blues",)]
