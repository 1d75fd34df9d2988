"""One proposition, all who put it forward or deny it."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.model.profile import Profile
from sayso.model.proposition import Figure
from sayso.model.weighed import Claim
from sayso.weighing import weigh
from weighing.saying import PROFILE, people, said


def _claims(*statements: Any) -> list[Claim]:
    return list(weigh([], statements, PROFILE).claims)


def test_those_who_assert_and_those_who_deny_stand_in_one_claim() -> None:
    (claim,) = _claims(
        said("1", "Reds", "takeover", actor="Reds", place="Norvik"),
        said("2", "Una Holt", "takeover", actor="red fighters", place="Norvik", epistemic="false-certain"),
        said("3", "Blues", "takeover", actor="Reds", place="Norvik", polarity="negative"),
        said("4", "Blues", "takeover", actor="Reds", place="Norvik", polarity="negative",
             epistemic="false-certain"),
    )  # fmt: skip
    assert (claim.asserted, claim.denied) == (("1", "4"), ("2", "3"))
    assert claim.proposition.polarity == "positive"


@pytest.mark.parametrize(
    "other",
    [
        {"place": "Sund"},
        {"actor": "Blues"},
        {"when": "2031-05-04"},
        {"modality": "intended"},
        {"quantity": people(3)},
    ],
)
def test_another_slot_time_or_mood_is_another_claim(other: dict[str, Any]) -> None:
    base = {"actor": "Reds", "place": "Norvik", "when": "2031-03-04"}
    assert (
        len(_claims(said("1", "Reds", "control", **base), said("2", "Reds", "control", **base | other))) == 2
    )


def test_who_commits_to_nothing_neither_asserts_nor_denies() -> None:
    assert not weigh([], [said("1", "Reds", "talks", epistemic="unknown")], Profile()).claims


def test_each_statement_tells_why_it_is_of_the_claim() -> None:
    (claim,) = _claims(
        said("1", "Reds", "takeover", actor="Reds", place="Norvik", quantity=people(100), when="2031-03-04"),
        said("2", "Post", "takeover", actor="Red fighters", place="Norvik", quantity=people(105),
             when="2031-03-06", epistemic="false-certain"),
    )  # fmt: skip
    assert claim.reasons[0] == "first"
    assert claim.reasons[1] == (
        "same slots; actor Red fighters counts as Reds; figures within 10 %; dates within a week; denies it"
    )


def test_shares_of_different_things_are_two_claims() -> None:
    shares = [Figure("share", value=0.5, of=f"{whole} of Hills") for whole in ("territory", "population")]
    made = [
        said(str(n), "Reds", "control", actor="Reds", place="Hills", quantity=q) for n, q in enumerate(shares)
    ]
    assert len(_claims(*made)) == 2
