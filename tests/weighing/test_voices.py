"""Statements as the weighing sees them."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.model.place import Place
from sayso.model.profile import Party, Profile
from weighing.saying import heard, said


def test_organs_become_sides_and_places_get_one_spelling() -> None:
    profile = Profile(places=(Place("p", "Norvik", "town", names=("Norwick",)),))
    (voice,) = heard(
        said("1", "Ola Berg", "attack", actor="Norwegian army", place="norwick"), profile=profile
    )
    assert (voice.proposition.actor, voice.proposition.place) == ("Norway", "Norvik")


def test_people_who_flee_are_not_their_government() -> None:
    (voice,) = heard(said("1", "Ola Berg", "flight", actor="Norwegian soldiers"))
    assert voice.proposition.actor == "Norwegian soldiers"


@pytest.mark.parametrize("epistemic", ["false-certain", "false-uncertain"])
def test_a_denial_is_turned(epistemic: str) -> None:
    (voice,) = heard(said("1", "Blues", "control", actor="Reds", place="Norvik", epistemic=epistemic))
    assert (voice.denies, voice.proposition.polarity, voice.said.polarity) == (True, "positive", "negative")


@pytest.mark.parametrize(
    ("fields", "mood"),
    [
        ({}, "fact"),
        ({"modality": "intended"}, "plan"),
        ({"modality": "conditional"}, "condition"),
        ({"modality": "demanded"}, "demand"),
        ({"epistemic": "unknown"}, "doubt"),
    ],
)
def test_moods(fields: dict[str, Any], mood: str) -> None:
    assert heard(said("1", "Reds", "talks", **fields))[0].mood == mood


def test_a_state_without_a_date_is_of_the_day_on_which_it_is_asserted() -> None:
    (holds, took) = heard(
        said("1", "Reds", "control", actor="Reds", place="X", said_on="2031-03-04"),
        said("2", "Reds", "takeover", actor="Reds", place="X", said_on="2031-03-04"),
    )
    assert (holds.said.when, took.said.when) == ("2031-03-04", None)


@pytest.mark.parametrize(
    ("kind", "evidence", "retakes"),
    [
        ("attack", "troops are trying to retake the bridge", True),
        ("attack", "Recapturing the bridge has begun", True),
        ("attack", "troops shelled the bridge", False),
        ("takeover", "troops recaptured the bridge", False),
    ],
)
def test_who_attacks_to_get_a_place_back_lacks_it(kind: str, evidence: str, retakes: bool) -> None:
    assert heard(said("1", "Blues", kind, actor="Blues", evidence=evidence))[0].retakes is retakes


@pytest.mark.parametrize(
    ("actor", "holder"),
    [
        ("men", None),
        ("local fighters", None),
        ("soldiers of the brigade", None),
        ("rebels", "rebels"),
        ("Hill Men", "Hill Men"),
        ("Norwegian soldiers", "Norway"),
    ],
)
def test_unnamed_persons_are_nobodys_rival_side(actor: str, holder: str | None) -> None:
    (voice,) = heard(said("1", "Ola Berg", "control", actor=actor, place="Norvik"))
    assert voice.said.actor == holder


def test_unnamed_persons_whom_the_profile_knows_are_their_side() -> None:
    profile = Profile(parties=(Party("Reds", "armed group", "Reds", aliases=("the gunmen",)),))
    (voice,) = heard(said("1", "Ola Berg", "control", actor="gunmen", place="Norvik"), profile=profile)
    assert voice.said.actor == "Reds"
