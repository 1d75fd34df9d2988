"""What became of a claim."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.model.statement import Statement
from sayso.weighing.origins import Origins
from sayso.weighing.outcomes import Outcome, concessions, outcome
from sayso.weighing.states import Dated
from weighing.saying import heard, people, said, told

APART = Origins({}, {}, ())


def took(key: str, by: str, day: int, **fields: Any) -> Statement:
    fields = {"actor": "Reds", "place": "Sund", "claimer_for": by, "when": f"2031-03-{day:02}"} | fields
    return said(key, by, fields.pop("kind", "takeover"), **fields)


def became(own: Statement, *others: Statement, asked: tuple[Statement, ...] = ()) -> Outcome:
    voices = {v.statement.id: v for v in heard(own, *others, *asked)}

    def dated(*statements: Statement) -> list[Dated]:
        return [
            Dated(s.proposition.when or "", s.proposition.when or "", voices[s.id], s.verified_by)
            for s in statements
        ]

    return outcome("Reds", dated(own), dated(*others), concessions("Reds", dated(own, *asked)), APART)


OWN = took("a", "Reds", 2)


@pytest.mark.parametrize(
    ("others", "asked", "name", "by"),
    [
        ((), (), "alone", ()),
        ((took("b", "Reds", 5, epistemic="false-certain"),), (), "withdrawn", ("Reds",)),
        ((took("b", "Reds", 1, epistemic="false-certain"),), (), "alone", ()),
        ((took("b", "Blues", 3, epistemic="false-certain"),), (), "denied", ("Blues",)),
        ((took("b", "Greens", 3),), (), "joined", ("Greens",)),
        ((), (took("b", "Blues", 3, kind="retreat", actor="Blues"),), "conceded", ("Blues",)),
        ((), (took("b", "Blues", 1, kind="retreat", actor="Blues"),), "alone", ()),
        ((), (took("b", "Blues", 3, actor="Blues"), took("c", "Blues", 4)), "conceded", ("Blues",)),
    ],
)
def test_the_first_that_fits(
    others: tuple[Statement, ...], asked: tuple[Statement, ...], name: str, by: tuple[str, ...]
) -> None:
    found = became(OWN, *others, asked=asked)
    assert (found.name, found.by) == (name, by)


def test_a_conceded_claim_may_be_denied_too() -> None:
    denial = took("b", "Greens", 3, epistemic="false-certain")
    found = became(OWN, denial, asked=(took("c", "Blues", 3, kind="retreat", actor="Blues"),))
    assert (found.name, found.denied, found.statements) == ("conceded", True, ("c",))


def test_losses_are_conceded_by_whom_they_hurt() -> None:
    fields: dict[str, Any] = {"kind": "casualties", "target": "Blues", "quantity": people(12)}
    found = became(took("a", "Reds", 2, **fields), took("b", "Blues", 3, **fields))
    assert (found.name, found.by) == ("conceded", ("Blues",))
    assert became(took("a", "Reds", 2, **fields), took("b", "Greens", 3, **fields)).name == "joined"


def test_what_an_article_calls_disputed_is_denied() -> None:
    found = became(took("a", "Reds", 2, verified_by="Greens"))
    assert (found.name, found.by, found.denied) == ("denied", ("Greens",), True)


def test_an_echo_of_the_claim_is_no_company() -> None:
    echo = told("b", "Hill Post", "takeover", actor="Reds", place="Sund", when="2031-03-02", article="a")
    assert became(OWN, echo).name == "alone"
