"""What each claim type says of two of its propositions, reason included."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sayso.claimtypes import Account, registry
from sayso.model.proposition import Figure, Proposition

DAY = {"when": "2031-03-04"}
SHELLING = Proposition("attack", actor="Reds", target="depot", place="Sund", **DAY)  # type: ignore[arg-type]
DEAD = Proposition("casualties", target="Blues", place="Sund", quantity=Figure("killed", value=12), **DAY)  # type: ignore[arg-type]
FLED = Proposition("flight", actor="villagers", place_to="Sund", quantity=Figure("people", value=400), **DAY)  # type: ignore[arg-type]
SENT = Proposition("deployment", actor="Reds", place="Sund")
MET = Proposition("talks", actor="Reds", target="Blues", place="Sund", **DAY)  # type: ignore[arg-type]
FOR = Proposition("stance", actor="Reds", target="truce")
LENGTH = Proposition("measure", place="Long border", quantity=Figure("km", value=1340))
SAID = Proposition("other", actor="Reds", target="children")


def _compare(base: Proposition, change: dict[str, Any], **rest: Any) -> tuple[str, str]:
    one, other = Account(base), Account(replace(base, **change), **rest)
    found = registry()[base.type].compare(one, other)
    assert found == registry()[base.type].compare(other, one)
    assert found.note
    return found.kind, found.reason


@pytest.mark.parametrize(
    ("base", "change", "verdict"),
    [
        (SHELLING, {}, ("supports", "same")),
        (SHELLING, {"polarity": "negative"}, ("refutes", "polarity")),
        (SHELLING, {"actor": "Blues"}, ("refutes", "other-holder")),
        (SHELLING, {"actor": "Blues and Reds"}, ("supports", "part-of")),
        (SHELLING, {"actor": "masked men"}, ("related", "different-scope")),
        (SHELLING, {"actor": None}, ("related", "different-scope")),
        (SHELLING, {"target": "convoy"}, ("related", "different-scope")),
        (SHELLING, {"actor": "Blues", "when": "2031-05-01"}, ("related", "time-apart")),
        (SHELLING, {"type": "deployment", "target": None, "polarity": "negative"}, ("refutes", "polarity")),
        (DEAD, {"quantity": Figure("killed", value=90)}, ("refutes", "ranges-apart")),
        (DEAD, {"quantity": Figure("killed", value=90), "when": "2031-05-01"}, ("related", "cumulative")),
        (DEAD, {"quantity": None, "polarity": "negative"}, ("refutes", "polarity")),
        (DEAD, {"place": "Norvik"}, ("related", "different-scope")),
        (FLED, {"quantity": Figure("people", value=430)}, ("supports", "same")),
        (FLED, {"quantity": Figure("people", value=900)}, ("refutes", "ranges-apart")),
        (FLED, {"actor": "families"}, ("related", "different-scope")),
        (SENT, {"polarity": "negative"}, ("refutes", "polarity")),
        (SENT, {"place": "Norvik", "polarity": "negative"}, ("related", "different-scope")),
        (SENT, {"quantity": Figure("people", value=200)}, ("supports", "entails")),
        (MET, {"actor": "Blues", "target": "Reds"}, ("supports", "same")),
        (MET, {"polarity": "negative"}, ("refutes", "polarity")),
        (MET, {"when": "2031-05-01"}, ("related", "later-update")),
        (MET, {"place": "Norvik"}, ("related", "different-scope")),
        (LENGTH, {"quantity": Figure("km", low=1200)}, ("supports", "entails")),
        (LENGTH, {"quantity": Figure("km", value=900)}, ("refutes", "ranges-apart")),
        (LENGTH, {"quantity": None}, ("related", "different-scope")),
        (FOR, {"target": "tax"}, ("related", "different-scope")),
        (FOR, {"polarity": "negative"}, ("related", "same")),
        (SAID, {}, ("related", "different-scope")),
        (SAID, {"quantity": Figure("people", value=140)}, ("supports", "entails")),
    ],
)
def test_two_propositions_of_one_type(
    base: Proposition, change: dict[str, Any], verdict: tuple[str, str]
) -> None:
    if base is SENT:
        one, other = (Account(p, asked="deployment") for p in (base, replace(base, **change)))
        found = registry()["deployment"].compare(one, other)
        assert (found.kind, found.reason) == verdict
        return
    assert _compare(base, change) == verdict


@pytest.mark.parametrize("base", [FOR, SAID])
def test_of_free_words_only_a_denial_refutes(base: Proposition) -> None:
    assert _compare(base, {"polarity": "negative"}, denies=True) == ("refutes", "polarity")


def test_who_is_feared_and_who_is_said_to_be_no_threat() -> None:
    fear = Account(Proposition("stance", actor="Reds", target="Blues"), asked="danger")
    none = replace(fear, said=replace(fear.said, target="Greens", polarity="negative"))
    found = registry()["stance"].compare(fear, none)
    assert (found.kind, found.reason) == ("refutes", "polarity")


def test_forces_at_a_place_do_not_hold_it() -> None:
    one, other = Account(SENT, asked="control"), Account(replace(SENT, polarity="negative"), asked="control")
    assert registry()["deployment"].compare(one, other).kind == "related"
