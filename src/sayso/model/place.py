"""Places of the world, lines and regions included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PlaceKind = Literal["country", "region", "district", "city", "town", "crossing", "border", "river", "area"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place under its common English name.

    `lat` and `lon` in degrees (WGS 84), None for what has no one point; `country` ISO alpha-2; `within`
    ids of the places that hold it, nearest first; `names` other spellings; `between` the two countries
    of a border; `on` the border that a crossing stands on; `size` inhabitants, for ranking namesakes.
    """

    id: str
    name: str
    kind: PlaceKind
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    within: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    between: tuple[str, str] | None = None
    on: str | None = None
    size: int = 0
