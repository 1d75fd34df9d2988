"""How a question stands, and by which rule."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.model.statement import Statement
from weighing.saying import only, people, said, share, told, whose

DAY = "2031-03-04"
HELD: dict[str, Any] = {"actor": "Reds", "place": "Norvik", "when": DAY}
TAKEN = said("1", "Reds", "takeover", **HELD)
LEFT: dict[str, Any] = {"actor": "Blues", "place": "Norvik", "when": DAY}
GREEN: dict[str, Any] = HELD | {"actor": "Greens"}
RETAKE: dict[str, Any] = LEFT | {"evidence": "Una Holt said that they are about to retake Norvik"}


@pytest.mark.parametrize(
    ("statements", "status", "why"),
    [
        ([TAKEN], "uncontested", "no two sides"),
        ([TAKEN, said("2", "Ola Berg", "control", claimer_for="Reds", **HELD)], "uncontested", ""),
        ([TAKEN, told("2", "Post", "control", **HELD)], "corroborated", "2 independent origins, among"),
        (
            [told("1", "Post", "control", **HELD), told("2", "Herald", "control", **HELD)],
            "corroborated",
            "Herald",
        ),
        ([TAKEN, told("2", "Post", "control", article="a", **HELD)], "uncontested", ""),
        ([TAKEN, said("2", "Blues", "control", **LEFT)], "contested", "Reds and Blues disagree"),
        ([TAKEN, said("2", "Greens", "takeover", **HELD, epistemic="false-certain")], "contested", "Greens"),
        ([TAKEN, said("2", "Una Holt", "retreat", **LEFT)], "conceded", "Blues, whom it hurts, says so (2)"),
        ([TAKEN, said("2", "Una Holt", "attack", **RETAKE)], "conceded", "Blues"),
        ([TAKEN, said("2", "Una Holt", "attack", **LEFT)], "uncontested", ""),
        (
            [TAKEN, said("2", "Blues", "attack", **RETAKE), said("3", "Blues", "control", **LEFT)],
            "contested",
            "",
        ),
        (
            [TAKEN, said("2", "Blues", "retreat", **LEFT), said("3", "Greens", "control", **GREEN)],
            "conceded",
            "",
        ),
        ([said("1", "Blues", "retreat", **LEFT)], "uncontested", ""),
        ([told("1", "Post", "takeover", **HELD), said("2", "Blues", "retreat", **LEFT)], "conceded", ""),
        (
            [said("1", "Blues", "retreat", **LEFT), said("2", "Una Holt", "control", **LEFT)],
            "conceded",
            "",
        ),
        ([said("1", None, "takeover", **HELD), said("2", "Blues", "control", **LEFT)], "contested", "unn"),
    ],
)  # fmt: skip
def test_who_holds_a_place(statements: list[Statement], status: str, why: str) -> None:
    question = whose(*statements)
    assert question.status == status
    assert why in question.reason
    assert question.rule
    assert set(question.fired) <= {s.id for s in statements}
    assert bool(question.fired) is (status != "uncontested")
    assert whose(*statements[::-1]) == question


def test_one_side_that_says_two_things_is_no_contest() -> None:
    question = only(
        said("1", "Reds", "control", **HELD, quantity=share(0.9)),
        said("2", "Ola Berg", "control", claimer_for="Reds", **HELD, quantity=share(0.5)),
    )
    assert [r.kind for r in question.relations] == ["refutes"]
    assert question.status == "uncontested"


def test_what_somebody_is_for_no_second_voice_can_witness() -> None:
    question = only(
        told("1", "Post", "stance", actor="Reds", target="Greens"),
        told("2", "Herald", "stance", actor="Reds", target="Greens"),
    )
    assert question.status == "uncontested"


def test_plans_are_not_corroborated() -> None:
    question = only(
        told("1", "Post", "takeover", modality="predicted", **HELD),
        told("2", "Herald", "takeover", modality="predicted", **HELD),
    )
    assert question.status == "uncontested"


def test_a_party_to_the_matter_is_no_witness() -> None:
    lost: dict[str, Any] = {"actor": "Reds", "target": "Blues", "quantity": people(40), "when": DAY}
    question = only(
        said("1", "Reds", "casualties", **lost), said("2", "Blues", "casualties", article="b", **lost)
    )
    assert question.status == "uncontested"


def test_what_is_lost_of_a_region_or_in_a_part_concedes_nothing() -> None:
    lost: dict[str, Any] = {"place": "Hill Province", "when": DAY}
    question = whose(
        said("1", "Reds", "takeover", actor="Reds", **lost),
        said("2", "Blues", "retreat", actor="Blues", **lost),
        place="Hill Province",
    )
    assert question.status == "uncontested"
    parts = [
        said("1", "Reds", "takeover", **HELD),
        said("2", "Reds", "takeover", actor="Reds", place="port of Norvik", when=DAY),
        said("3", "Blues", "retreat", actor="Blues", place="port of Norvik", when=DAY),
    ]
    assert whose(*parts).status == "uncontested"
    assert whose(*parts, place="port of Norvik").status == "conceded"


def test_a_side_that_only_its_own_people_call_by_another_name_admits_nothing() -> None:
    question = whose(
        said("1", "Blues", "takeover", actor="the Third Column", place="Norvik", when=DAY),
        said("2", "Reds", "control", **HELD),
    )
    assert question.status == "contested"


def test_who_disputes_a_claim_by_the_articles_word_stands_against_it() -> None:
    question = whose(
        said("1", "Reds", "takeover", verification="disputed", verified_by="Blue army", **HELD),
        said("2", "Blues", "deployment", actor="Blue army", place="Norvik"),
    )
    assert (question.status, question.rule) == ("contested", "refuted:polarity")
    assert question.fired == ("1", "2")
