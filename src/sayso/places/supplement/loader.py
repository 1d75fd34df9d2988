"""Reads the supplement's files; a slip in one of them is an error that names the entry."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any, cast, get_args

from sayso.model.place import Place, PlaceKind
from sayso.places.borders import border_id
from sayso.places.spelling import fold

_FILES = ("areas", "countries", "crossings", "regions", "towns")
_FIELDS = frozenset({"name", "names", "kind", "at", "country", "within", "holds", "between", "size"})


@dataclass(frozen=True, slots=True)
class CountryNames:
    """What a country is called here, and what else finds it."""

    name: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegionNames:
    """A first-level region's English name and its other spellings; `seat` is a town inside it."""

    name: str
    names: tuple[str, ...]
    seat: str | None


@dataclass(frozen=True, slots=True)
class Supplement:
    """All of it; `holds` tells for an area or a large region the ids of the regions inside."""

    countries: dict[str, CountryNames]
    small_places: frozenset[str]
    neighbours: tuple[tuple[str, str], ...]
    regions: dict[str, RegionNames]
    places: tuple[Place, ...]
    holds: dict[str, tuple[str, ...]]


def fingerprint() -> str:
    """Return eight hex digits that change with any of the files."""
    whole = "\0".join(_text(name) for name in _FILES)
    return hashlib.sha256(whole.encode("utf-8")).hexdigest()[:8]


def load_supplement() -> Supplement:
    """Return the supplement.

    Raises:
        ValueError: an entry lacks a field, has an unknown one, a wrong kind, or the id of another.
    """
    countries = _read("countries")
    areas = _read("areas")["place"]
    regions = _read("regions")
    places = [*(_area(row) for row in areas), *_crossings(), *_towns()]
    seen: set[str] = set()
    for place in places:
        if place.id in seen:
            raise ValueError(f"supplement: two entries {place.id!r}")
        seen.add(place.id)
    return Supplement(
        countries={
            c: CountryNames(r["name"], tuple(r.get("names", ()))) for c, r in countries["countries"].items()
        },
        small_places=frozenset(countries["small_places"]),
        neighbours=tuple((a, b) for a, b in countries["more_neighbours"]),
        regions={c: RegionNames(r[0], tuple(r[2:]), r[1] or None) for c, r in regions["regions"].items()},
        places=tuple(places),
        holds={
            **{_area(row).id: tuple(row["holds"]) for row in areas if "holds" in row},
            **{outer: tuple(inner) for outer, inner in regions["inside"].items()},
        },
    )


def _text(name: str) -> str:
    return resources.files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(name))


def _id(country: str | None, name: str, kind: str) -> str:
    return f"x-{(country or 'world').lower()}-{kind}-{re.sub(r'[^a-z0-9]+', '-', fold(name)).strip('-')}"


def _crossings() -> Iterator[Place]:
    for border, rows in _read("crossings").items():
        on = border_id(*border.split("-"))
        for name, (country, lat, lon, *names) in rows.items():
            if country not in border:
                raise ValueError(f"supplement: {name!r} is in {country}, not at the border {border}")
            yield _point(name, "crossing", country, lat, lon, names, on)


def _towns() -> Iterator[Place]:
    for country, rows in _read("towns").items():
        for name, (lat, lon, *names) in rows.items():
            yield _point(name, "town", country, lat, lon, names, None)


def _point(
    name: str, kind: PlaceKind, country: str, lat: float, lon: float, names: list[str], on: str | None
) -> Place:
    others = tuple(n for n in dict.fromkeys(names) if n != name)
    return Place(_id(country, name, kind), name, kind, lat, lon, country, (), others, None, on)


def _area(row: dict[str, Any]) -> Place:
    unknown = sorted(set(row) - _FIELDS)
    if unknown or "name" not in row or row.get("kind") not in get_args(PlaceKind):
        raise ValueError(f"supplement: {row.get('name', row)!r}: wrong kind or field {unknown}")
    lat, lon = row.get("at", (None, None))
    between = row.get("between", ())
    return Place(
        id=_id(row.get("country"), row["name"], row["kind"]),
        name=row["name"],
        kind=cast("PlaceKind", row["kind"]),
        lat=lat,
        lon=lon,
        country=row.get("country"),
        within=tuple(row.get("within", ())),
        names=tuple(row.get("names", ())),
        between=(between[0], between[1]) if between else None,
        size=row.get("size", 0),
    )
