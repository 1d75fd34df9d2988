"""Populated places: GeoNames' towns, and the supplement's places laid over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace

from sayso.model.place import Place
from sayso.places import geonames
from sayso.places.entries import KNOWN_WEIGHT, UNKNOWN_SIZE, Entry, Level, kilometres
from sayso.places.spelling import plain

TOWN_FLOOR = 5_000
"""Inhabitants below which a town counts only in countries that the supplement lists."""
CITY_FLOOR = 100_000
"""Inhabitants from which a town is called a city here."""
SAME_SPOT_KM = 20.0
"""How far apart two sources may put one place: GeoNames puts villages by their district's centre."""
_SPREAD = frozenset({"area", "border", "river", "region"})


@dataclass(frozen=True, slots=True)
class Scripts:
    """Which countries' names are Arabic, and which are at home in Latin letters."""

    arabic: frozenset[str]
    latin: frozenset[str]


@dataclass(frozen=True, slots=True)
class Towns:
    """Entries by id, and for each its country and GeoNames' own code of its first-level region."""

    entries: dict[str, Entry]
    admin1: dict[str, tuple[str, str]]


def geonames_towns(
    small_in: frozenset[str], scripts: Scripts, progress: Callable[[int], None] = lambda _done: None
) -> Towns:
    """Return GeoNames' towns; `progress` is told how many have been read."""
    found = Towns({}, {})
    for done, city in enumerate(geonames.cities(TOWN_FLOOR, small_in)):
        entry = _town(city, scripts)
        found.entries[entry.place.id] = entry
        found.admin1[entry.place.id] = (city.country, city.admin1)
        if done % 5_000 == 0:
            progress(done)
    return found


def _town(city: geonames.City, scripts: Scripts) -> Entry:
    name = city.name if city.country in scripts.latin else plain(city.name)
    place = Place(
        id=f"gn-{city.number}",
        name=name,
        kind="city" if city.population >= CITY_FLOOR else "town",
        lat=round(city.lat, 4),
        lon=round(city.lon, 4),
        country=city.country,
        names=tuple(dict.fromkeys(n for n in (city.name, *city.names) if n != name)),
        size=city.population,
    )
    entry = Entry(place, float(max(city.population, UNKNOWN_SIZE)))
    articles = city.country in scripts.arabic
    entry.add([city.name], Level.MAIN, articles=articles)
    entry.add(city.names, Level.LOOSE, articles=articles)
    return entry


def lay_over(known: list[Entry], towns: Towns) -> None:
    """Let each place of the supplement take over GeoNames' entries of the same place.

    The same place is one in the same country, filed under one of the same keys, at the same spot.  The
    supplement's name, kind and point stay; GeoNames' spellings, inhabitants and region are added.
    """
    by_key: dict[tuple[str | None, str], list[str]] = defaultdict(list)
    for id_, town in towns.entries.items():
        for key in town.keys:
            by_key[town.place.country, key].append(id_)
    for entry in known:
        if entry.place.kind in _SPREAD:
            continue
        twins = {t for key in entry.keys for t in by_key[entry.place.country, key] if t in towns.entries}
        close = [t for t in twins if kilometres(entry.place, towns.entries[t].place) <= SAME_SPOT_KM]
        for twin in sorted(close, key=lambda t: (-towns.entries[t].place.size, t)):
            towns.admin1.setdefault(entry.place.id, towns.admin1.pop(twin))
            _take_over(entry, towns.entries.pop(twin))


def _take_over(entry: Entry, twin: Entry) -> None:
    names = dict.fromkeys((*entry.place.names, twin.place.name, *twin.place.names))
    names.pop(entry.place.name, None)
    size = max(entry.place.size, twin.place.size)
    kind = "city" if entry.place.kind == "town" and size >= CITY_FLOOR else entry.place.kind
    entry.place = replace(entry.place, names=tuple(names), size=size, kind=kind)
    entry.weight = max(entry.weight, size * KNOWN_WEIGHT, twin.weight)
    for key in twin.keys:
        entry.keys.setdefault(key, Level.LOOSE)
