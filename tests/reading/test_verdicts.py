"""What becomes of a claim in its own article, and on which day it was made and holds."""

from __future__ import annotations

import pytest

from reading.test_rules import read
from sayso.model.statement import Statement

CLAIM = "The Weavers' Front said on Monday it had captured the town of Vantorr."


def statements(text: str, claimer: str) -> list[Statement]:
    return [s for s in read(text).statements if s.claimer == claimer]


@pytest.mark.parametrize(
    "answer",
    [
        "The army denied it.",
        "The army rejected the claim.",
        "The army called it a lie.",
        "The army said that was untrue.",
        "The army said there was no truth in the claim.",
        "The army denied losing Vantorr.",
        "The army denied having lost the town.",
        "The army said Vantorr had not fallen.",
        "But the army said its troops still held Vantorr.",
        "The army, however, said its troops still held Vantorr.",
    ],
)
def test_another_voice_disputes_a_claim(answer: str) -> None:
    (claim,) = statements(f"{CLAIM} {answer}", "Weavers' Front")
    assert (claim.verification, claim.verified_by) == ("disputed", "Norrel army")


@pytest.mark.parametrize(
    ("answer", "by"),
    [
        ("Residents confirmed that the Front had captured Vantorr.", "residents"),
        ("The army acknowledged that Vantorr had fallen.", "Norrel army"),
    ],
)
def test_another_voice_confirms_a_claim(answer: str, by: str) -> None:
    (claim,) = statements(f"{CLAIM} {answer}", "Weavers' Front")
    assert (claim.verification, claim.verified_by) == ("confirmed", by)


@pytest.mark.parametrize(
    "answer",
    [
        "The army said Ouvrel was quiet.",
        "The Front said it had not fallen back.",
        "The army did not comment.",
    ],
)
def test_what_is_no_answer_judges_nothing(answer: str) -> None:
    claim = statements(f"{CLAIM} {answer}", "Weavers' Front")[0]
    assert claim.verification is None


def test_who_calls_a_claim_false_denies_it_and_disputes_not_itself() -> None:
    (denial,) = statements(f"{CLAIM} The army said that was untrue.", "Norrel army")
    assert denial.epistemic == "false-certain"
    assert denial.proposition.type == "takeover"
    assert denial.verification is None


def test_the_accounts_of_both_sides_reach_back() -> None:
    text = f"{CLAIM} The army said its troops held Vantorr. Neither account could be independently verified."
    assert {s.verification for s in read(text).statements if s.claimer} == {"unverified"}


@pytest.mark.parametrize(
    ("text", "said_on"),
    [
        ("The army said it had captured Vantorr.", "2031-03-05"),
        ("The army said on Monday it had captured Vantorr.", "2031-03-03"),
        ("The army said on Monday that Ouvrel was calm. It said it had captured Vantorr.", "2031-03-03"),
        ("The army had said it captured Vantorr.", None),
        ("The army has long said it captured Vantorr.", None),
        ("The war began on May 4, 2029. The army said it had captured Vantorr.", None),
    ],
)
def test_the_day_of_speaking(text: str, said_on: str | None) -> None:
    made = [s for s in statements(text, "Norrel army") if s.proposition.type == "takeover"]
    assert [s.said_on for s in made] == [said_on]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The army said on Monday it had captured Vantorr.", "2031-03-03"),
        ("The army said on Tuesday it had captured Vantorr on Sunday.", "2031-03-02"),
        ('"Today we captured Vantorr," the army said on Monday.', "2031-03-03"),
        ("The army said on Monday it would capture Vantorr.", None),
    ],
)
def test_when_a_claim_holds(text: str, when: str | None) -> None:
    made = [s for s in statements(text, "Norrel army") if s.proposition.type == "takeover"]
    assert [s.proposition.when for s in made] == [when]
