"""What a statement leaves unsaid because the one before has said it: its place, who did it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.statement import Statement

REACH = 1
"""So many sentences back a value is carried over from."""
_PLACED = frozenset({"attack", "casualties", "takeover", "control", "deployment"})
_DONE = frozenset({"attack", "takeover", "casualties"})


def carried(told: Sequence[tuple[int, Statement]]) -> list[Statement]:
    """Return statements with what is carried over to them, given in text order with their sentences' numbers.

    A place is carried from an event to the next one of a kind that happens somewhere, the doer of an attack
    to the losses told beside it. What a statement says of its own stays.
    """
    found: list[tuple[int, Statement]] = []
    for sentence, one in told:
        near = [other for number, other in found if sentence - number <= REACH]
        found.append((sentence, _with_doer(_with_place(one, near), near)))
    return [one for _, one in found]


def _with_place(one: Statement, near: Sequence[Statement]) -> Statement:
    p = one.proposition
    if p.type not in _PLACED or p.place or p.place_from or p.place_to:
        return one
    place = next(
        (
            o.proposition.place
            for o in reversed(near)
            if o.proposition.type in _PLACED and o.proposition.place
        ),
        None,
    )
    return replace(one, proposition=replace(p, place=place)) if place else one


def _with_doer(one: Statement, near: Sequence[Statement]) -> Statement:
    p = one.proposition
    if p.type != "casualties" or p.actor:
        return one
    actor = next(
        (o.proposition.actor for o in reversed(near) if o.proposition.type in _DONE and o.proposition.actor),
        None,
    )
    if actor is None or actor == p.target:
        return one
    return replace(one, proposition=replace(p, actor=actor))
