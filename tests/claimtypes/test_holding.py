"""Control and its kin answer one question: who holds the place."""

from __future__ import annotations

import pytest

from sayso.claimtypes import registry
from sayso.model.proposition import Figure, Proposition, PropositionType


def says(kind: PropositionType, actor: str, place: str = "Vantorr", **more: object) -> Proposition:
    return Proposition(kind, actor=actor, place=place, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (says("control", "Army"), says("control", "Front"), "refutes"),
        (says("takeover", "Front"), says("control", "Front"), "supports"),
        (says("takeover", "Front"), says("control", "Army"), "refutes"),
        (says("retreat", "Army"), says("takeover", "Front"), "supports"),
        (says("retreat", "Army"), says("control", "Army"), "refutes"),
        (says("attack", "Army", target="Front"), says("control", "Front"), "supports"),
        (says("attack", "Army", target="Front"), says("control", "Army"), "related"),
        (says("control", "Front", polarity="negative"), says("takeover", "Front"), "refutes"),
        (says("control", "Front", when="2031-03-01"), says("control", "Army", when="2031-04-01"), "related"),
    ],
)
def test_who_holds_it(a: Proposition, b: Proposition, verdict: str) -> None:
    assert registry()[a.type].compare(a, b)[0] == verdict
    assert registry()[b.type].compare(b, a)[0] == verdict


def test_kin_share_the_key_of_the_place() -> None:
    kin = [
        says("control", "Army"),
        says("takeover", "Front"),
        says("retreat", "Army"),
        says("attack", "Army", target="Front"),
    ]
    assert {registry()[p.type].question_key(p) for p in kin} == {("control", None, "Vantorr", None)}


def test_shares_are_asked_for_by_holder() -> None:
    p = says("control", "Front", quantity=Figure("share", value=0.9))
    key = registry()["control"].question_key(p)
    assert key == ("control", "Front", "Vantorr", "share")
    assert registry()["control"].question(key) == "What share of Vantorr does Front hold?"


@pytest.mark.parametrize(("a", "b", "verdict"), [(0.85, 0.4, "refutes"), (0.66, 0.67, "supports")])
def test_shares_are_compared_by_their_ranges(a: float, b: float, verdict: str) -> None:
    one, two = (says("control", "Front", quantity=Figure("share", value=v)) for v in (a, b))
    assert registry()["control"].compare(one, two)[0] == verdict
