"""Namesakes: which of several places a name means, or that it cannot be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.model.place import Place
from sayso.places.entries import Level, kilometres
from sayso.places.store import Candidate

# How much likelier an article means a place in a country that it is about, or next door, than the same
# place elsewhere.  With these, "Tripoli" is Lebanon's in an article on Lebanon and Libya's without one,
# and a metropolis abroad ("Moscow") still beats a hamlet of that name at home.
_AT_HOME = 200.0
_NEXT_DOOR = 10.0
_IN_REGION = 30.0
"""How much likelier again, where the place lies in a region that the article names or whose towns it names.
Chosen by hand on an eighth of LGL; no other value was tried."""
_BY_NAME = {Level.MAIN: 1.0, Level.CHOSEN: 0.5, Level.LOOSE: 0.1}
_CLEAR = 3.0
"""How many times heavier than the next the first must be; under it the names tie."""
_FAMOUS = 100_000
"""Inhabitants from which a town abroad is meant rather than a misspelt one at home."""
_SAME_SPOT_KM = 12.0
_TOWN_SHARE = 20


@dataclass(frozen=True, slots=True)
class Found:
    """What a name was found to mean: `place` is None where that is not known, `reason` says why or how.

    `score` is 1 for a main name without a doubt, less for alternates, far-off places and misspellings,
    0 where there is no place.  `candidates` are the places that came into question, likeliest first.
    """

    place: Place | None
    score: float
    reason: str
    candidates: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Namesakes:
    """What is known of where an article is at home."""

    countries: tuple[str, ...] = ()
    neighbours: frozenset[str] = field(default_factory=frozenset)
    regions: frozenset[str] = field(default_factory=frozenset)

    def weight(self, place: Place) -> float:
        """Return how much likelier the article makes a place than its namesakes, its regions counted."""
        inside = self.regions and (place.id in self.regions or not self.regions.isdisjoint(place.within))
        return self.factor(place) * (_IN_REGION if inside else 1.0)

    def factor(self, place: Place) -> float:
        """Return how much likelier the article makes a place."""
        around = {place.country, *(place.between or ()), *place.within}
        if any(c in around for c in self.countries):
            return _AT_HOME
        return _NEXT_DOOR if around & self.neighbours else 1.0

    def is_far(self, place: Place) -> bool:
        """Tell whether an article about these countries would hardly mean a place: small and far off."""
        small = place.kind in {"city", "town", "crossing", "district"} and place.size < _FAMOUS
        return bool(self.countries) and small and self.factor(place) == 1.0


def choose(candidates: Sequence[Candidate], context: Namesakes) -> Found:
    """Return the one place that the candidates leave, or none where two are about as likely."""
    if not candidates:
        return Found(None, 0.0, "no place of that name")
    ranked = sorted(
        ((c.weight * _BY_NAME[c.level] * context.weight(c.place), c) for c in candidates),
        key=lambda pair: (-pair[0], pair[1].place.id),
    )
    places = tuple(c.place for _, c in ranked)
    best = ranked[0][1]
    if len(ranked) > 1 and ranked[0][0] < _CLEAR * ranked[1][0]:
        inner = _nested(best, ranked[1][1])
        if inner is None:
            return Found(None, 0.0, _tie(places), places)
        best = inner
    elif len(ranked) > 1:
        best = _nested(best, ranked[1][1]) or best
    return _judge(best, places, context)


def _nested(one: Candidate, other: Candidate) -> Candidate | None:
    """Return the town of a region that bears its name, or the larger of two entries for one spot."""
    a, b = one.place, other.place
    if a.id in b.within or b.id in a.within:
        inner, outer = (other, one) if a.id in b.within else (one, other)
        large = inner.place.size * _TOWN_SHARE >= outer.place.size or inner.known
        return inner if large and inner.level >= outer.level and outer.place.kind != "country" else outer
    same = a.country == b.country and a.kind == b.kind and kilometres(a, b) <= _SAME_SPOT_KM
    return one if same else None


def _tie(places: Sequence[Place]) -> str:
    where = ", ".join(f"{p.kind} in {p.country or 'several countries'}" for p in places[:4])
    return f"{len(places)} places of that name ({where}) and nothing decides"


def _judge(best: Candidate, places: tuple[Place, ...], context: Namesakes) -> Found:
    score = 1.0 if best.level is Level.MAIN else 0.95
    how = "the name" if best.level is Level.MAIN else "another name"
    if not context.countries:
        return Found(
            best.place, score, f"{how} of one place" if len(places) == 1 else f"{how} of the largest", places
        )
    if context.factor(best.place) >= _AT_HOME:
        return Found(best.place, score, f"{how}, in a country of the article", places)
    if context.is_far(best.place):
        return Found(None, 0.0, "only small places far from the countries of the article", places)
    return Found(best.place, round(score * 0.8, 3), f"{how}, outside the countries of the article", places)
