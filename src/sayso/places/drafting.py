"""Puts the sources together: GeoNames, ISO 3166-2 and the supplement become one list of entries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sayso.model.place import Place
from sayso.places import geonames, iso
from sayso.places.borders import make_borders
from sayso.places.entries import (
    CAPITAL_WEIGHT,
    COUNTRY_WEIGHT,
    KNOWN_SIZE,
    KNOWN_WEIGHT,
    UNKNOWN_SIZE,
    Entry,
    Level,
)
from sayso.places.regions import make_regions, put_inside
from sayso.places.spelling import fold
from sayso.places.supplement.loader import Supplement
from sayso.places.towns import Scripts, Towns, geonames_towns, lay_over

# Languages written in other letters: newspapers do not print the marks of their romanisation.  Names of
# countries whose first language is written in Latin letters keep their accents.
_OTHER_SCRIPTS = frozenset(
    (
        *(
            "am",
            "ar",
            "be",
            "bg",
            "bn",
            "dv",
            "dz",
            "el",
            "fa",
            "he",
            "hi",
            "hy",
            "ja",
            "ka",
            "kk",
            "km",
            "ko",
        ),
        *(
            "ky",
            "lo",
            "mk",
            "mn",
            "my",
            "ne",
            "ps",
            "ru",
            "si",
            "sr",
            "ta",
            "tg",
            "th",
            "ti",
            "uk",
            "ur",
            "zh",
        ),
    )
)


def draft(extra: Supplement, progress: Callable[[int], None] = lambda _done: None) -> list[Entry]:
    """Return all entries of the gazetteer, by id; `progress` is told the towns read so far."""
    countries = geonames.countries()
    scripts = Scripts(
        arabic=frozenset(c.code for c in countries if "ar" in c.languages),
        latin=frozenset(c.code for c in countries if not set(c.languages[:1]) & _OTHER_SCRIPTS),
    )
    nations = [_country(c, extra) for c in countries]
    names = {e.place.id: e.place.name for e in nations}
    pairs = [(c.code, n) for c in countries for n in c.neighbours if n in names]
    borders = [_border(p) for p in make_borders(names, [*pairs, *extra.neighbours])]
    known = [_known(p, scripts.arabic) for p in extra.places]
    towns = geonames_towns(extra.small_places, scripts, progress)
    _raise_capitals(countries, towns)
    lay_over(known, towns)
    populated = {**towns.entries, **{e.place.id: e for e in known}}
    regions, region_of = make_regions(extra, towns, populated, scripts.arabic)
    _hold([*regions, *known], extra.holds)
    put_inside(populated.values(), {r.place.id: r for r in regions}, region_of)
    return sorted([*nations, *borders, *populated.values(), *regions], key=lambda e: e.place.id)


def _country(row: geonames.Country, extra: Supplement) -> Entry:
    override = extra.countries.get(row.code)
    name = override.name if override else row.name
    names = (*(override.names if override else ()), row.name, *iso.country_names(row.code), row.code3)
    others = tuple(dict.fromkeys(n for n in names if n != name))
    place = Place(id=row.code, name=name, kind="country", country=row.code, names=others, size=row.population)
    entry = Entry(place, max(row.population, UNKNOWN_SIZE) * COUNTRY_WEIGHT)
    entry.add([name, row.name], Level.MAIN)
    entry.add(others, Level.CHOSEN)
    return entry


def _border(place: Place) -> Entry:
    entry = Entry(place, COUNTRY_WEIGHT)
    entry.add([place.name], Level.MAIN)
    entry.add(place.names, Level.CHOSEN)
    return entry


def _known(place: Place, arabic: frozenset[str]) -> Entry:
    entry = Entry(place, max(place.size, KNOWN_SIZE) * KNOWN_WEIGHT, known=True)
    articles = place.country in arabic
    entry.add([place.name], Level.MAIN, articles=articles)
    entry.add(place.names, Level.CHOSEN, articles=articles)
    return entry


def _raise_capitals(countries: tuple[geonames.Country, ...], towns: Towns) -> None:
    """Let a capital outweigh regions and towns of its name ("Washington", "Santiago")."""
    capitals = {(c.code, fold(c.capital)) for c in countries}
    for entry in towns.entries.values():
        if (entry.place.country, fold(entry.place.name)) in capitals:
            entry.weight *= CAPITAL_WEIGHT


def _hold(entries: list[Entry], holds: Mapping[str, tuple[str, ...]]) -> None:
    """Write the supplement's areas into the places that they hold."""
    for area, inner in holds.items():
        for entry in entries:
            if entry.place.id in inner and area not in entry.place.within:
                within = entry.place.within or ((entry.place.country,) if entry.place.country else ())
                entry.place = replace(entry.place, within=(area, *within))
