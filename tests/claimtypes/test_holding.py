"""Control and its kin answer one question: who holds the place."""

from __future__ import annotations

import pytest

from sayso.claimtypes import Account, registry
from sayso.model.proposition import Figure, Proposition, PropositionType


def says(kind: PropositionType, actor: str, place: str = "Vantorr", **more: object) -> Proposition:
    return Proposition(kind, actor=actor, place=place, **more)  # type: ignore[arg-type]


def compared(a: Account, b: Account) -> tuple[str, str]:
    """Return kind and reason, which are the same from either end."""
    one, other = registry()["control"].compare(a, b), registry()["control"].compare(b, a)
    assert one == other
    assert one.note
    return one.kind, one.reason


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (says("control", "Army"), says("control", "Front"), ("refutes", "other-holder")),
        (says("takeover", "Front"), says("control", "Front"), ("supports", "same")),
        (says("takeover", "Front"), says("control", "Army"), ("refutes", "other-holder")),
        (says("retreat", "Army"), says("takeover", "Front"), ("supports", "entails")),
        (says("retreat", "Army"), says("control", "Army"), ("refutes", "polarity")),
        (says("attack", "Army", target="Front"), says("control", "Front"), ("related", "different-scope")),
        (says("control", "Front", polarity="negative"), says("takeover", "Front"), ("refutes", "polarity")),
        (
            says("control", "Front", when="2031-03-01"),
            says("control", "Army", when="2031-04-01"),
            ("related", "later-update"),
        ),
        (
            says("takeover", "Front", when="2031-03-01"),
            says("control", "Front", when="2031-04-01"),
            ("supports", "same"),
        ),
        (says("deployment", "Army"), says("takeover", "Front"), ("related", "different-scope")),
        (says("deployment", "Army"), says("retreat", "Army"), ("refutes", "polarity")),
        (
            says("control", "Front", quantity=Figure("share", value=0.4)),
            says("control", "Front"),
            ("related", "different-scope"),
        ),
    ],
)
def test_who_holds_it(a: Proposition, b: Proposition, verdict: tuple[str, str]) -> None:
    assert compared(Account(a), Account(b)) == verdict


def test_an_attack_to_get_a_place_back_says_who_has_it() -> None:
    retaking = Account(says("attack", "Army", target="Front"), retakes=True)
    assert compared(retaking, Account(says("control", "Front"))) == ("supports", "same")
    assert compared(retaking, Account(says("takeover", "Front", polarity="negative"))) == (
        "refutes",
        "polarity",
    )


WHOLE = says("control", "Front", "Long border", quantity=Figure("share", value=1.0))
MOST = says("control", "Front", "Long border", quantity=Figure("share", low=0.9))


@pytest.mark.parametrize(
    ("whole", "part", "verdict"),
    [
        (Account(WHOLE, (1.0, 1.0), spot=False), says("takeover", "Front", "Gate"), ("supports", "entails")),
        (
            Account(WHOLE, (1.0, 1.0), spot=False),
            says("control", "Army", "Gate"),
            ("refutes", "other-holder"),
        ),
        (Account(WHOLE, (1.0, 1.0), spot=False), says("retreat", "Front", "Gate"), ("refutes", "polarity")),
        (Account(MOST, (0.9, 1.0), spot=False), says("control", "Army", "Gate"), ("related", "part-of")),
        (
            Account(says("control", "Front")),
            says("control", "Front", "port of Vantorr"),
            ("supports", "part-of"),
        ),
        (
            Account(says("control", "Front")),
            says("control", "Army", "port of Vantorr"),
            ("related", "part-of"),
        ),
    ],
)
def test_total_against_part(whole: Account, part: Proposition, verdict: tuple[str, str]) -> None:
    assert compared(whole, Account(part, lies="part")) == verdict


def test_two_parts_are_of_different_scope() -> None:
    one, other = (
        Account(says("control", side, at), lies="part") for side, at in (("A", "Gate"), ("B", "Port"))
    )
    assert compared(one, other) == ("related", "different-scope")


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


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [(0.85, 0.4, ("refutes", "ranges-apart")), (0.66, 0.67, ("supports", "same"))],
)
def test_shares_are_compared_by_their_ranges(a: float, b: float, verdict: tuple[str, str]) -> None:
    one, two = (Account(says("control", "Front", quantity=Figure("share", value=v))) for v in (a, b))
    assert compared(one, two) == verdict


@pytest.mark.parametrize(
    ("shares", "verdict"),
    [
        (((4 / 7,) * 2, (1.0, 1.0)), ("refutes", "other-holder")),
        (((4 / 7,) * 2, (2 / 7,) * 2), ("related", "part-of")),
    ],
)
def test_two_sides_cannot_hold_more_than_there_is(
    shares: tuple[tuple[float, float], ...], verdict: tuple[str, str]
) -> None:
    one, other = (
        Account(says("control", side, quantity=Figure("heights", value=4)), share, spot=False)
        for side, share in zip(("Army", "Front"), shares, strict=True)
    )
    assert compared(one, other) == verdict
