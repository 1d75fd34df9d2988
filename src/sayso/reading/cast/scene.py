"""Where an article is at home: the country of its conflict, and the armed parties that it names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from sayso.model.place import Place
from sayso.reading.cast.aliases import Hit
from sayso.reading.cast.names import Run
from sayso.reading.cast.nouns import nouns, phrase, words
from sayso.reading.cast.words import Page
from sayso.reading.cast.world import Referent, World

# How much a name tells about the country of the conflict.  A place that lies there, or its own name after
# "in", tells most: the actors of a war come from many countries, its places from one or two.  Chosen by
# hand on the development articles; nothing finer than "places first" was found to matter.
_AS_PLACE = 1.0
_AS_ACTOR = 0.25
_SEAT_AS_PLACE = 0.3
_FEWEST = 1.0
_SHARE = 0.25
_MOST = 4
_DOMINANT = 3
_REGION_VOTES = 2
"""A region that is named counts as much as so many of its towns."""


class FoundPlace(Protocol):
    """What a gazetteer answers."""

    @property
    def place(self) -> Place | None:
        """The place meant, None where that is not known."""
        ...

    @property
    def score(self) -> float:
        """How sure, 0 … 1."""
        ...

    @property
    def reason(self) -> str:
        """Why so, or why not."""
        ...

    @property
    def candidates(self) -> tuple[Place, ...]:
        """The places that came into question."""
        ...


class Places(Protocol):
    """The part of the gazetteer that reading asks."""

    def find(
        self,
        name: str,
        *,
        countries: Sequence[str] = (),
        kinds: frozenset[str] | None = None,
        fuzzy: bool = True,
        regions: Collection[str] = (),
    ) -> FoundPlace:
        """Return the place that a name means in an article about `countries` and `regions` in them."""
        ...

    def border(self, a: str, b: str) -> Place | None:
        """Return the border between two countries, None if they share none."""
        ...

    def country(self, name_or_code: str) -> Place | None:
        """Return a country."""
        ...


@dataclass(frozen=True, slots=True)
class Scene:
    """`home` is the country of the conflict, `countries` those that the article is about,
    likeliest first.

    `armed` are the armed parties by how often they are named, `leading` the one that "the militants"
    means by itself; `civil` tells whether one of them fights at home, so that the government there is
    one party among others.
    """

    home: str | None
    countries: tuple[str, ...]
    armed: tuple[str, ...]
    leading: str | None
    civil: bool
    world: World
    regions: frozenset[str] = frozenset()
    """First-level regions (ids) that the article names, or whose towns it names without a doubt."""

    def country_name(self, code: str) -> str:
        """Return the country's canonical name."""
        return self.world.countries.get(code, code)

    def adjective(self, code: str) -> str:
        """Return the adjective that names are formed with ("Afghan")."""
        return self.world.adjectives.get(code, self.country_name(code))

    def government(self, code: str) -> str:
        """Return the name under which a country's government counts as an actor."""
        if code in self.world.governments:
            return self.world.governments[code]
        if code == self.home and self.civil:
            article = "the " if code in self.world.with_article else ""
            return phrase("parties", "names", "government").format(country=article + self.country_name(code))
        return self.country_name(code)

    def country_of(self, side: str) -> str | None:
        """Return the country whose government or state counts under this name."""
        codes = self.world.countries
        return next((code for code in codes if side in {codes[code], self.government(code)}), None)

    def side(self, known: Referent) -> str | None:
        """Return the side of a known referent; None for an outlet that speaks for nobody."""
        if known.kind == "state" and known.country:
            return self.government(known.country)
        if known.side and known.side.startswith("@"):
            return self.government(known.side[1:])
        return known.side or (None if known.kind == "outlet" else known.name)


def survey(page: Page, hits: Sequence[Hit], runs: Sequence[Run], places: Places, known: World) -> Scene:
    """Return the scene of an article."""
    weights: defaultdict[str, float] = defaultdict(float)
    for hit in hits:
        code = known.governs(hit.referent)
        if code:
            weights[code] += _weight(page, hit)
    named = tuple(code for code, _ in _ranked(weights))
    for run in {run.known_as: run for run in runs}.values():
        place = (
            places.find(run.name, countries=named, fuzzy=False).place if _may_be_place(page, run) else None
        )
        if place and place.country and place.kind != "country":
            weights[place.country] += _AS_PLACE
    ranked = _ranked(weights)
    own = [code for code in known.governments if code in weights]
    home = ranked[0][0] if ranked and ranked[0][1] >= _FEWEST else None
    home = own[0] if home is None and own else home
    least = _SHARE * ranked[0][1] if ranked else 0.0
    countries = tuple(code for code, weight in ranked[:_MOST] if weight >= least)
    return replace(_with_parties(hits, home, countries, known), regions=_regions(runs, countries, places))


def _regions(runs: Sequence[Run], countries: tuple[str, ...], places: Places) -> frozenset[str]:
    """Return the regions that the article speaks of: each named one, and those of towns without namesakes."""
    votes: Counter[str] = Counter()
    for run in {run.known_as: run for run in runs}.values() if countries else ():
        found = places.find(run.name, countries=countries, fuzzy=False)
        place = found.place
        if place is None or place.country not in countries or place.kind == "country":
            continue
        if place.kind == "region":
            votes[place.id] += _REGION_VOTES
        elif len(found.candidates) == 1:
            votes.update(inner for inner in place.within if "-" in inner)
    most = max(votes.values(), default=0)
    return frozenset(region for region, count in votes.items() if count >= _SHARE * most)


def _with_parties(hits: Sequence[Hit], home: str | None, countries: tuple[str, ...], known: World) -> Scene:
    counts: Counter[str] = Counter(hit.referent.name for hit in hits if hit.referent.armed)
    at_home = {
        hit.referent.name for hit in hits if hit.referent.armed and hit.referent.country in {home, None}
    }
    armed = tuple(name for name, _ in _ranked(counts))
    leading = armed[0] if armed else None
    if len(armed) > 1 and counts[armed[0]] < _DOMINANT * counts[armed[1]]:
        leading = None
    civil = home is not None and any(counts[name] > 1 for name in at_home)
    return Scene(home, countries, armed, leading, civil, known)


def _ranked(weights: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(weights.items(), key=lambda item: (-item[1], item[0]))


def _weight(page: Page, hit: Hit) -> float:
    before = page.low(hit.first - 1) if page.follows(hit.first) else ""
    located = before in words("areas", "locative", "words") or before in words("areas", "directions", "words")
    if hit.form == "seat":
        return _SEAT_AS_PLACE if located else _AS_ACTOR
    return _AS_PLACE if located and hit.form == "name" else _AS_ACTOR


def _may_be_place(page: Page, run: Run) -> bool:
    """Tell whether words beside a name speak for a place; names of people fill gazetteers, too."""
    before = page.low(run.first - 1) if page.follows(run.first) else ""
    after = page.low(run.last) if page.follows(run.last) else ""
    beside = nouns().of(before) | nouns().of(after)
    return "place" in beside or before in words("areas", "locative", "words")
