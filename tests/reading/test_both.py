from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.reading.both import merged

KNOWN = frozenset({"Ondar", "Velm"})


def statement(kind: Any, first: int, last: int, actor: str | None = "A") -> Statement:
    span = Span(first, last)
    made = Statement(
        "", "art", "x" * len(span), span, "narrator", "true-certain", "actual", Proposition(kind, actor)
    )
    return made.identified()


TAKEN = statement("takeover", 0, 20, "rule")
HELD = statement("control", 30, 50, "rule")


def test_what_networks_find_faintly_is_kept_as_rules_have_it() -> None:
    faint = [statement("takeover", 5, 15, "network")]
    assert merged([TAKEN], [], faint, KNOWN) == [TAKEN]


def test_what_networks_find_goes_before_what_rules_find_there() -> None:
    found = [statement("takeover", 5, 15, "network")]
    assert merged([TAKEN], found, found, KNOWN) == found


def test_what_networks_leave_open_rules_fill() -> None:
    ruled = replace(TAKEN, proposition=replace(TAKEN.proposition, when="2031-03-04"))
    open_one = statement("takeover", 5, 15, None)
    (made,) = merged([ruled, HELD], [open_one], [open_one], KNOWN)
    assert made.proposition.actor == "rule"
    assert made.proposition.when == "2031-03-04"
    assert made.span == open_one.span
    assert made == made.identified()


def test_nobody_is_said_to_do_it_to_himself() -> None:
    open_one = replace(statement("attack", 5, 15, None), proposition=Proposition("attack", target="rule"))
    ruled = statement("attack", 0, 20, "rule")
    assert merged([ruled], [open_one], [open_one], KNOWN)[0].proposition.actor is None


def test_what_no_network_sees_is_dropped() -> None:
    assert merged([TAKEN, HELD], [], [statement("takeover", 5, 15), statement("attack", 30, 50)], KNOWN) == [
        TAKEN
    ]


def test_all_stand_in_text_order() -> None:
    found = statement("attack", 25, 28)
    faint = [statement("takeover", 5, 15), statement("control", 30, 50), found]
    assert merged([TAKEN, HELD], [found], faint, KNOWN) == [TAKEN, found, HELD]


def test_what_rules_read_of_the_known_world_goes_before() -> None:
    ruled = replace(TAKEN, proposition=replace(TAKEN.proposition, actor="Ondar", place="Velm"))
    found = statement("takeover", 5, 15, "network")
    (made,) = merged([ruled], [found], [found], KNOWN)
    assert (made.proposition.actor, made.proposition.place) == ("Ondar", "Velm")


def test_what_is_said_of_known_actors_and_places_stands_by_itself() -> None:
    firm = replace(HELD, proposition=replace(HELD.proposition, actor="Ondar", place="Velm")).identified()
    half = replace(HELD, proposition=replace(HELD.proposition, actor="Ondar")).identified()
    assert merged([firm, half], [], [], KNOWN) == [firm]


def test_a_speaker_for_a_known_side_goes_before() -> None:
    ruled = replace(TAKEN, attribution="indirect", claimer="Ondar Ministry", claimer_for="Ondar")
    found = replace(statement("takeover", 5, 15), attribution="indirect", claimer="ministry")
    (made,) = merged([ruled], [found], [found], KNOWN)
    assert (made.claimer, made.claimer_for) == ("Ondar Ministry", "Ondar")
    narrated = statement("takeover", 5, 15)
    assert merged([ruled], [narrated], [narrated], KNOWN)[0].claimer is None
