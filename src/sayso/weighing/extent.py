"""How much ground a place's name covers, as far as its own words and the profile tell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal

from sayso.languages import table
from sayso.model.place import PlaceKind
from sayso.model.profile import Profile
from sayso.weighing.names import fold
from sayso.weighing.organs import is_country

Extent = Literal["spot", "broad", "several", "country"]
"""spot: one holder at a time; broad: a region or line; several: a set of places; country."""

BROAD = frozenset({"region", "border", "area"})
"""Kinds of place that several sides can hold parts of."""


class Extents:
    """Tells extents of places; a profile's own places outrank what their names suggest."""

    def __init__(self, profile: Profile) -> None:
        self._kinds: dict[str, PlaceKind] = {
            fold(name): place.kind for place in profile.places for name in (*place.names, place.name)
        }

    def of(self, place: str) -> Extent:
        """Return the extent of the place called so; a name that tells nothing is a spot."""
        kind = self._kinds.get(fold(place))
        if kind is None:
            return suggested(fold(place))
        if kind == "country":
            return "country"
        return "broad" if kind in BROAD else "spot"


@lru_cache(maxsize=65_536)
def suggested(place: str) -> Extent:
    """Return the extent that a folded name suggests: "districts of …" several, "… border" broad."""
    if is_country(place):
        return "country"
    head = place.partition(" of ")[0].split()
    if not head:
        return "spot"
    # "towns north of X"; one capitalised plural alone ("Plains") may be a town's name
    if len(place.split()) > 1 and any(word.endswith("s") and word in _nouns() for word in head):
        return "several"
    kinds = _nouns().get(head[-1])
    if kinds and kinds[0] in BROAD:
        return "broad"
    # "northeastern X": a part of a country
    return "broad" if len(head) > 1 and is_country(" ".join(head[1:])) else "spot"


@cache
def _nouns() -> Mapping[str, tuple[str, ...]]:
    """Return nouns for places with the kinds of place that they stand for."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in table("english", "areas")["noun"]:
        for word in entry["words"]:
            found.setdefault(word, tuple(entry["kinds"]))
    return found
