"""How much ground a place's name covers, and what it lies in: by profile, gazetteer, its own words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal

from sayso.languages import table
from sayso.model.place import Place, PlaceKind
from sayso.model.profile import Profile
from sayso.places.gazetteer import Gazetteer, load_gazetteer
from sayso.weighing.names import fold, ground
from sayso.weighing.organs import is_country

Extent = Literal["spot", "broad", "several", "country"]
"""spot: one holder at a time; broad: a region or line; several: a set of places; country."""

BROAD = frozenset({"region", "border", "area"})
"""Kinds of place that several sides can hold parts of."""

LONGEST = 8
"""Words of a place's name within which another place's name is looked for."""


class Extents:
    """Tells extents and containment of places; a profile's own places outrank what their names suggest.

    Context: the profile's places and the gazetteer; nothing of the ledger.
    """

    def __init__(self, profile: Profile) -> None:
        self._kinds: dict[str, PlaceKind] = {
            fold(name): place.kind for place in profile.places for name in (*place.names, place.name)
        }
        self._gazetteer = _gazetteer(profile.places)
        self._around: dict[str, tuple[str, ...]] = {}

    def of(self, place: str) -> Extent:
        """Return the extent of the place called so; a name that tells nothing is a spot."""
        kind = self._kinds.get(fold(place)) or self._region(place)
        if kind is None:
            return suggested(fold(place))
        if kind == "country":
            return "country"
        return "broad" if kind in BROAD else "spot"

    def key(self, place: str) -> str:
        """Return what names of one place have in common: the gazetteer's id, else the folded name."""
        known = self._place(place)
        return known.id if known else fold(place)

    def country(self, place: str) -> str | None:
        """Return the folded name of the country that the place lies in, as the gazetteer has it."""
        known = self._place(place)
        code = known.country if known and known.kind != "country" else None
        land = self._gazetteer.place(code) if code else None
        return fold(land.name) if land else None

    def lands(self, place: str) -> tuple[str, ...]:
        """Return the folded names of the countries that the place lies in or, a border, between."""
        known = self._place(place)
        if known is None:
            return ()
        lands = (self._gazetteer.place(code) for code in known.between or (known.country or "",))
        return tuple(fold(land.name) for land in lands if land and land.id != known.id)

    def around(self, place: str) -> tuple[str, ...]:
        """Return the keys of the places that hold this one, nearest first: regions, its border, named wholes.

        A country is left out: who holds it is another question than who holds a place of it.
        """
        if place not in self._around:
            known = self._place(place)
            held = [*((known.on,) if known and known.on else ()), *(known.within if known else ())]
            wide = [id_ for id_ in held if (p := self._gazetteer.place(id_)) and p.kind != "country"]
            named = [self.key(n) for n in self._wholes(place) if self.of(n) != "country"]
            own = self.key(place)
            self._around[place] = tuple(dict.fromkeys(key for key in (*named, *wide) if key != own))
        return self._around[place]

    def sets(self, place: str) -> tuple[tuple[str, str], ...]:
        """Return the sets that the place is a member of: its kind, and each place that it lies in."""
        known = self._place(place)
        return tuple((known.kind, id_) for id_ in known.within) if known else ()

    def members(self, place: str) -> tuple[tuple[str, str], ...]:
        """Return the sets that "border crossings of Norway" stands for: kinds, and the place they lie in."""
        what, _, whole = ground(place).partition(" of ")
        kinds = _nouns().get(what.split()[-1]) if what else None
        if not whole or not kinds or self.of(place) != "several":
            return ()
        wanted = kinds[:1] if kinds[0] == "crossing" else tuple(k for k in kinds if k in ("city", "town"))
        return tuple((kind, self.key(whole)) for kind in wanted)

    def _wholes(self, place: str) -> tuple[str, ...]:
        return wholes_named(place) if suggested(fold(place)) in ("spot", "several") else ()

    def _place(self, name: str) -> Place | None:
        """Return the place of this name; "districts of X" is none, whatever X is."""
        if " of " in name and suggested(fold(name)) != "spot":
            return None
        return self._gazetteer.find(name, fuzzy=False).place

    def _region(self, name: str) -> PlaceKind | None:
        """Return "region" where the gazetteer knows the name, of one place or several, as regions' alone."""
        found = self._gazetteer.find(name, fuzzy=False)
        kinds = {place.kind for place in ((found.place,) if found.place else found.candidates)}
        return "region" if kinds == {"region"} else None


@lru_cache(maxsize=8)
def _gazetteer(own: tuple[Place, ...]) -> Gazetteer:
    return load_gazetteer(own)


@lru_cache(maxsize=65_536)
def wholes_named(place: str) -> tuple[str, ...]:
    """Return the names within a name that it may be a part of, longest first.

    "western tower of the Marl Dam" and "Marl hospital" may be parts of these; "Marl Bridge" is a name of its
    own, and a road to the dam, or ground below it, is no part of it.
    """
    tables = table("english", "weighing")
    words = place.split()
    if any(word.casefold() in tables["lines"] for word in words):
        return ()
    end = next((n for n, word in enumerate(words) if word.casefold() in tables["beside"]), len(words))
    words = words[: min(end, LONGEST)]
    runs = [
        (start, start + length)
        for length in range(len(words), 0, -1)
        for start in range(len(words) - length + 1)
    ]
    named = (
        " ".join(words[start:stop])
        for start, stop in runs
        if not any(word[0].isupper() for word in (*words[:start], *words[stop:]))
        and words[start][0].isupper()
    )
    return tuple(name for name in named if fold(name) != fold(place))


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
