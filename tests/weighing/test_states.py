"""How a place stands from day to day."""

from __future__ import annotations

import random
from typing import Any

import pytest

from sayso.model.statement import Statement
from sayso.weighing.origins import Origins
from sayso.weighing.states import Dated, State, states
from weighing.saying import heard, said, told

APART = Origins({}, {}, ())


def stand(*statements: Statement, extent: Any = "spot", disputer: str | None = None) -> tuple[State, ...]:
    """Return the states that the statements come to; each counts from its `when`."""
    voices = heard(*statements)
    return states(
        [
            Dated(
                v.statement.proposition.when or "",
                v.statement.proposition.when or "",
                v,
                disputer if v.statement.verification == "disputed" else None,
            )
            for v in voices
        ],
        APART,
        extent,
    )


def took(key: str, by: str, actor: str, day: int, **fields: Any) -> Statement:
    fields = {"claimer_for": by, "place": "Sund", "when": f"2031-03-{day:02}"} | fields
    return said(key, by, fields.pop("kind", "takeover"), actor=actor, **fields)


OTHER = told("p", "Hill Post", "takeover", actor="Reds", place="Sund", when="2031-03-01")


@pytest.mark.parametrize(
    ("more", "name", "holder"),
    [
        ((), "claimed only", "Reds"),
        ((took("b", "Reds", "Reds", 3, kind="control"),), "claimed only", "Reds"),
        ((OTHER,), "held uncontested", "Reds"),
        ((took("b", "Greens", "Reds", 2),), "held uncontested", "Reds"),
        ((took("b", "Greens", "Reds", 2, epistemic="false-certain"),), "contested", "Reds"),
        ((took("b", "Greens", "Reds", 2, epistemic="false-uncertain"),), "contested", "Reds"),
        ((took("b", "Blues", "Blues", 1),), "contested", None),
        ((took("b", "Blues", "Blues", 1), took("c", "Blues", "Reds", 2)), "conceded", "Reds"),
        ((took("b", "Blues", "Blues", 2, kind="retreat"),), "conceded", "Reds"),
        (
            (
                took(
                    "b", "Blues", "Blues", 2, kind="attack", target="Reds", evidence="they try to retake Sund"
                ),
            ),
            "conceded",
            "Reds",
        ),
        (
            (took("b", "Blues", "Blues", 2, kind="attack", evidence="they shelled Sund"),),
            "claimed only",
            "Reds",
        ),
        ((took("b", "Blues", "Blues", 3),), "claimed only", "Blues"),
        ((took("b", "Blues", "Blues", 3, kind="control"),), "contested", None),
        ((took("b", "Blues", "Blues", 20, kind="control"),), "claimed only", "Blues"),
        ((took("b", "Reds", "Reds", 4, kind="retreat"),), "unknown", None),
        ((took("b", "Greens", "Reds", 4, kind="retreat"),), "contested", "Reds"),
        ((took("b", "Blues", "Blues", 3, modality="intended"),), "claimed only", "Reds"),
        ((took("b", "Blues", "Reds", 3, epistemic="unknown"),), "claimed only", "Reds"),
    ],
)
def test_the_last_state(more: tuple[Statement, ...], name: str, holder: str | None) -> None:
    found = stand(took("a", "Reds", "Reds", 1), *more)
    assert (found[-1].name, found[-1].holder) == (name, holder)
    assert found[-1].until is None
    assert found[-1].statements
    assert found[-1].reason


def test_an_outlet_that_only_passes_a_claim_on_is_no_second_account() -> None:
    echo = told("p", "Hill Post", "takeover", actor="Reds", place="Sund", when="2031-03-01", article="a")
    assert stand(took("a", "Reds", "Reds", 1), echo)[-1].name == "claimed only"


def test_days_without_a_change_are_one_state() -> None:
    first, last = stand(
        took("a", "Reds", "Reds", 1), took("b", "Reds", "Reds", 4), took("c", "Blues", "Blues", 9)
    )
    assert (first.since, first.last_said, first.until) == ("2031-03-01", "2031-03-04", "2031-03-08")
    assert first.statements == ("a", "b")
    assert (last.since, last.until, last.claimants) == ("2031-03-09", None, ("Blues",))


def test_of_one_side_the_last_word_counts() -> None:
    denied = took("b", "Blues", "Reds", 2, epistemic="false-certain")
    *_, found = stand(took("a", "Reds", "Reds", 1), denied, took("c", "Blues", "Reds", 3))
    assert (found.name, found.conceding, found.denying) == ("held uncontested", (), ())


def test_who_concedes_and_who_still_denies_are_both_named() -> None:
    *_, found = stand(
        took("a", "Reds", "Reds", 1),
        took("b", "Blues", "Blues", 2, kind="retreat"),
        took("c", "Greens", "Reds", 2, epistemic="false-uncertain"),
    )
    assert (found.name, found.conceding, found.denying) == ("conceded", ("Blues",), ("Greens",))
    assert found.statements == ("a", "b", "c")


def test_what_an_article_calls_disputed_is_contested() -> None:
    (found,) = stand(took("a", "Reds", "Reds", 1, verification="disputed"), disputer="Greens")
    assert (found.name, found.denying) == ("contested", ("Greens",))


@pytest.mark.parametrize("extent", ["broad", "several", "country"])
def test_ground_in_a_region_is_not_the_region(extent: str) -> None:
    (found,) = stand(took("a", "Reds", "Reds", 1), took("b", "Blues", "Blues", 2), extent=extent)
    assert (found.name, found.holder) == ("unknown", None)
    assert found.reason.startswith("Blues and Reds are said to hold or have held ground there")


def test_a_figure_is_no_hold_of_the_whole() -> None:
    from weighing.saying import share

    assert stand(took("a", "Reds", "Reds", 1, quantity=share(0.5))) == ()


def test_the_order_of_arrival_changes_nothing() -> None:
    made = [
        took(f"s{n}", side, actor, 1 + n % 5, **more)
        for n, (side, actor, more) in enumerate(
            (side, actor, more)
            for side in ("Reds", "Blues", "Greens")
            for actor in ("Reds", "Blues")
            for more in ({}, {"epistemic": "false-certain"}, {"kind": "retreat"})
        )
    ]
    expected = stand(*made)
    assert len(expected) > 1
    for seed in range(5):
        random.Random(seed).shuffle(made)
        assert stand(*made) == expected
