"""How the places that statements name lie to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.places.gazetteer import Gazetteer
from sayso.places.spelling import fold
from sayso.views.names import spelt_nearly

NEAR = 30.0
"""Kilometres within which a place is near: about an hour by a bad road."""

_WIDE = frozenset({"country", "region", "border", "river", "area"})


@dataclass(frozen=True, slots=True)
class Other:
    """Another name of the ledger and how many statements are about it."""

    name: str
    statements: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The places named in the ledger that lie in a place, that it lies in, that are near, and called alike.

    Only a gazetteer says what lies in what, and what is near (within `NEAR` kilometres).  `alike` are
    names that hold the name or a spelling of it ("districts of Herat"), or that it holds; whether they
    mean the same is for the reader to judge.
    """

    inside: tuple[Other, ...] = ()
    around: tuple[Other, ...] = ()
    alike: tuple[Other, ...] = ()
    near: tuple[Other, ...] = ()


def surroundings(
    name: str, counts: Mapping[str, int], ids: Mapping[str, str], gazetteer: Gazetteer | None
) -> Surroundings:
    """Return what is known of the places around `name`; `counts` are all places and their statements."""
    others = sorted(set(counts) - {name})
    inside, around = set[str](), set[str]()
    if gazetteer is not None and name in ids:
        known = [other for other in others if other in ids and ids[other] != ids[name]]
        inside = {other for other in known if gazetteer.within(ids[other], ids[name])}
        around = {other for other in known if gazetteer.within(ids[name], ids[other])}
    alike = set(spelt_nearly(name, others))
    alike |= {other for other in others if _holds(other, name) or _holds(name, other)}
    near = _near(ids[name], others, ids, gazetteer) if gazetteer is not None and name in ids else set()

    def told(names: set[str]) -> tuple[Other, ...]:
        ranked = sorted(names, key=lambda n: (-counts[n], n))
        return tuple(Other(n, counts[n]) for n in ranked)

    return Surroundings(
        told(inside),
        told(around),
        told(alike - inside - around),
        told(near - inside - around - alike),
    )


def _near(place_id: str, others: Sequence[str], ids: Mapping[str, str], gazetteer: Gazetteer) -> set[str]:
    place = gazetteer.place(place_id)
    if place is None or place.kind in _WIDE:
        return set()
    near = {other.id for other in gazetteer.near(place, NEAR) if other.kind not in _WIDE}
    return {other for other in others if ids.get(other) in near}


def _holds(longer: str, shorter: str) -> bool:
    key = fold(shorter)
    return bool(key) and f" {key} " in f" {fold(longer)} "
