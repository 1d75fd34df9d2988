"""First-level regions: ISO 3166-2's list under English names, and which towns lie in them.

GeoNames' codes of regions are not ISO's, and no open table of both is at hand.  A region's seat joins
them: the town that the supplement names, else the town that is called like the region.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.model.place import Place
from sayso.places import iso
from sayso.places.entries import REGION_SIZE, REGION_WEIGHT, Entry, Level, kilometres
from sayso.places.spelling import fold, plain
from sayso.places.supplement.loader import RegionNames, Supplement
from sayso.places.towns import Towns

_SMALL = re.compile("(?i)district|rayon|municipality|commune|borough|council")
_SEAT_SHARE = 20
_NEAR_KM = 60.0
"""How far the nearest town may be for a post in the hills to count to that town's region."""


@dataclass(frozen=True, slots=True)
class _Census:
    people: dict[tuple[str, str], int]
    by_name: dict[tuple[str, str], list[Entry]]


def make_regions(
    extra: Supplement, towns: Towns, populated: Mapping[str, Entry], arabic: frozenset[str]
) -> tuple[list[Entry], dict[str, str]]:
    """Return the regions, and for each town (id) the code of its region where it is known."""
    english = extra.regions
    census = _count(towns, populated)
    seated = [
        (part, _seat(english.get(part.code), part, census, towns))
        for part in _parts(english, extra.small_places)
    ]
    code_of = _join_codes(seated, towns, extra)
    admin1_of = {code: admin1 for admin1, code in code_of.items()}
    found = []
    for part, seat in seated:
        people = census.people[admin1_of[part.code]] if part.code in admin1_of else 0
        names = english.get(part.code, RegionNames(part.name, (), None))
        found.append(_region(part, names, seat, people, part.country in arabic))
    seats = {seat.place.id: part.code for part, seat in seated if seat and seat.place.id not in towns.admin1}
    return found, {**{id_: code_of[a] for id_, a in towns.admin1.items() if a in code_of}, **seats}


def _join_codes(
    seated: list[tuple[iso.Subdivision, Entry | None]], towns: Towns, extra: Supplement
) -> dict[tuple[str, str], str]:
    """Return ISO's code for each of GeoNames', left out where it stays open.

    Some countries' codes are letters and the same in both (US-GA, GB-SCT).  Elsewhere each seat claims
    the code of its town for its region; `_settle` decides.
    """
    claims: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for part, seat in seated:
        admin1 = towns.admin1.get(seat.place.id) if seat else None
        first = part.parent is None or part.code in extra.regions
        if seat and admin1 and admin1[1] and first:
            claims[admin1].append((part.code, seat.place.id))
    found = {admin1: code for admin1, claim in claims.items() if (code := _settle(claim, extra))}
    same = {(p.country, p.code[3:]): p.code for p, _ in seated if p.code[3:].isalpha() and not p.parent}
    known = set(towns.admin1.values())
    return {**found, **{admin1: code for admin1, code in same.items() if admin1 in known}}


def _settle(claim: list[tuple[str, str]], extra: Supplement) -> str | None:
    """Return the region that a code of GeoNames stands for, of those whose seats carry it.

    Regions that the supplement names outweigh namesakes.  Several with one seat (Erbil and Iraqi
    Kurdistan): the innermost.  Several with seats of their own (the governorates of the Gaza Strip): the
    region that holds them all, else none.
    """
    named = [c for c in claim if c[0] in extra.regions] or claim
    codes = [code for code, _ in named]
    if len({seat for _, seat in named}) == 1:
        inner = [c for c in codes if not set(extra.holds.get(c, ())) & set(codes)]
        return inner[0]
    outer = [c for c in codes if set(codes) - {c} <= set(extra.holds.get(c, ()))]
    return outer[0] if outer else None


def _count(towns: Towns, populated: Mapping[str, Entry]) -> _Census:
    census = _Census(defaultdict(int), defaultdict(list))
    for id_, entry in populated.items():
        if id_ in towns.admin1:
            census.people[towns.admin1[id_]] += entry.place.size
        if entry.place.kind in {"city", "crossing", "town"} and entry.place.country:
            for key in entry.keys:
                census.by_name[entry.place.country, key].append(entry)
    return census


def _parts(english: Mapping[str, RegionNames], deep: frozenset[str]) -> list[iso.Subdivision]:
    """Return ISO's first-level parts, lower ones too in `deep` countries, and the supplement's own."""
    listed = {s.code: s for s in iso.subdivisions()}
    first = [s for s in listed.values() if s.parent is None or s.code in english or s.country in deep]
    own = [iso.Subdivision(c, c[:2], r.name, "Region", None) for c, r in english.items() if c not in listed]
    order = {code: n for n, code in enumerate(english)}
    return sorted([*own, *first], key=lambda s: (order.get(s.code, len(order)), s.code))


def _seat(names: RegionNames | None, part: iso.Subdivision, census: _Census, towns: Towns) -> Entry | None:
    """Return the town that stands for a region; a namesake only if it holds a fair share of the people."""
    called = (names.seat or names.name) if names else part.name
    namesakes = census.by_name.get((part.country, fold(called)), [])
    best = max(namesakes, key=lambda e: (e.weight, e.place.id), default=None)
    if best is None or names is not None:
        return best
    people = census.people[towns.admin1.get(best.place.id, ("", ""))]
    return best if best.place.size * _SEAT_SHARE >= people else None


def _region(
    part: iso.Subdivision, names: RegionNames, seat: Entry | None, people: int, arabic: bool
) -> Entry:
    name = names.name if part.code and names.name != part.name else plain(names.name)
    others = dict.fromkeys((*names.names, plain(part.name), part.name))
    others.pop(name, None)
    place = Place(
        id=part.code,
        name=name,
        kind="district" if _SMALL.search(part.kind) else "region",
        lat=seat.place.lat if seat else None,
        lon=seat.place.lon if seat else None,
        country=part.country,
        within=(part.parent, part.country) if part.parent else (part.country,),
        names=tuple(others),
        size=people,
    )
    entry = Entry(place, max(people, REGION_SIZE) * REGION_WEIGHT)
    entry.add([name], Level.MAIN, articles=arabic)
    entry.add(others, Level.CHOSEN, articles=arabic)
    return entry


def put_inside(entries: Iterable[Entry], regions: Mapping[str, Entry], region_of: Mapping[str, str]) -> None:
    """Write into each town what it lies in; a post without a region takes that of the nearest town."""
    waiting: list[Entry] = []
    towns: dict[str | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        region = regions.get(region_of.get(entry.place.id, ""))
        if region is not None and not entry.place.within:
            entry.place = replace(entry.place, within=(region.place.id, *region.place.within))
            towns[entry.place.country].append(entry)
        else:
            waiting.append(entry)
    for entry in waiting:
        if entry.place.country is None or entry.place.within:
            continue
        inherited = _nearest_within(entry, towns[entry.place.country]) if entry.known else ()
        entry.place = replace(entry.place, within=inherited or (entry.place.country,))


def _nearest_within(entry: Entry, towns: list[Entry]) -> tuple[str, ...]:
    if not towns or entry.place.kind in {"area", "river"}:
        return ()
    near = min(towns, key=lambda t: (kilometres(entry.place, t.place), t.place.id))
    return near.place.within if kilometres(entry.place, near.place) <= _NEAR_KM else ()
