"""Names and codes of countries and of their first-level parts (ISO 3166), from pycountry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import version

import pycountry

_BRACKET = re.compile(r"\s*[\[(][^\])]*[\])]")
# Parts that are countries of their own in the gazetteer, or states of no place.
_SKIPPED = frozenset(
    {"CN-TW", "CN-HK", "CN-MO", "US-UM", "RS-KM", "RS-25", "RS-26", "RS-27", "RS-28", "RS-29"}
)


@dataclass(frozen=True, slots=True)
class Subdivision:
    """A part of a country; `parent` is the code of the part that holds it, if it is not first-level."""

    code: str
    country: str
    name: str
    kind: str
    parent: str | None


def data_version() -> str:
    """Return the version of the packed data."""
    return version("pycountry")


def country_names(code: str) -> tuple[str, ...]:
    """Return ISO's names of a country, short, common and formal, with the alpha-3 code; () if unknown."""
    row = pycountry.countries.get(alpha_2=code)
    if row is None:
        return ()
    found = [row.name, getattr(row, "common_name", None), getattr(row, "official_name", None), row.alpha_3]
    head, comma, tail = row.name.partition(", ")
    if comma:
        found += [f"{tail} {head}", head if "Province" in tail or "Republic of" in tail else None]
    return tuple(dict.fromkeys(n.removeprefix("the ") for n in found if n))


def subdivisions() -> tuple[Subdivision, ...]:
    """Return every part of every country that ISO lists, by code."""
    found = [
        Subdivision(
            code=row.code,
            country=row.country_code,
            name=_BRACKET.sub("", row.name).strip(),
            kind=row.type,
            parent=row.parent_code if row.parent_code not in _SKIPPED else None,
        )
        for row in pycountry.subdivisions
        if row.code not in _SKIPPED
    ]
    return tuple(sorted(found, key=lambda s: s.code))
