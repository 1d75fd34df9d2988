"""How the places that statements name lie to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.ledger.interface import LedgerView
from sayso.places.gazetteer import Gazetteer
from sayso.places.spelling import fold
from sayso.views.names import spelt_nearly


@dataclass(frozen=True, slots=True)
class Other:
    """Another name of the ledger and how many statements are about it."""

    name: str
    statements: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The places named in the ledger that lie in a place, that it lies in, and that are called alike.

    Only a gazetteer says what lies in what.  `alike` are names that hold the name or a spelling of it
    ("districts of Herat"), or that it holds; whether they mean the same is for the reader to judge.
    """

    inside: tuple[Other, ...] = ()
    around: tuple[Other, ...] = ()
    alike: tuple[Other, ...] = ()


def places_named(ledger: LedgerView) -> dict[str, int]:
    """Return every place that a statement is about, with the number of such statements."""
    counts: dict[str, int] = {}
    for statement in ledger.statements():
        prop = statement.proposition
        for place in {prop.place, prop.place_from, prop.place_to} - {None}:
            if place:
                counts[place] = counts.get(place, 0) + 1
    return counts


def gazetteer_ids(ledger: LedgerView) -> dict[str, str]:
    """Return the gazetteer's ids of names, as the articles were read; a name with two ids has none."""
    ids: dict[str, set[str]] = {}
    for _, entity in ledger.entities():
        if entity.place and entity.kind in ("place", "state"):
            ids.setdefault(entity.name, set()).add(entity.place)
    return {name: next(iter(found)) for name, found in ids.items() if len(found) == 1}


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
    near = set(spelt_nearly(name, others))
    near |= {other for other in others if _holds(other, name) or _holds(name, other)}

    def told(names: set[str]) -> tuple[Other, ...]:
        ranked = sorted(names, key=lambda n: (-counts[n], n))
        return tuple(Other(n, counts[n]) for n in ranked)

    return Surroundings(told(inside), told(around), told(near - inside - around))


def _holds(longer: str, shorter: str) -> bool:
    key = fold(shorter)
    return bool(key) and f" {key} " in f" {fold(longer)} "
