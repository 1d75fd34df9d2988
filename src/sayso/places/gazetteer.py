"""The gazetteer's door: names to places, and how places lie to each other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import cos, radians

from sayso.model.place import Place
from sayso.places.borders import border_id
from sayso.places.build import Progress
from sayso.places.choosing import Found, Namesakes, choose
from sayso.places.entries import kilometres
from sayso.places.kinds import split_kind
from sayso.places.own import OwnPlaces
from sayso.places.spelling import edits_allowed, fold, nearest, skeleton, without_article
from sayso.places.store import Candidate, PlaceFile, open_places

__all__ = ["Found", "Gazetteer", "load_gazetteer"]

_FUZZY_FLOOR = 5_000.0
"""Weight below which a place cannot be found by a misspelling: hamlets have too many neighbours."""
_REMEMBERED = 100_000
_NO_KINDS: frozenset[str] = frozenset()
_Question = tuple[str, tuple[str, ...], frozenset[str] | None, bool, frozenset[str]]


class Gazetteer:
    """Looks names up; holds no state but caches, so that the same question has the same answer."""

    def __init__(self, file: PlaceFile, extra: Sequence[Place] = ()) -> None:
        self._file = file
        self._own = OwnPlaces(extra)
        self._found: dict[_Question, Found] = {}

    def find(
        self,
        name: str,
        *,
        countries: Sequence[str] = (),
        kinds: frozenset[str] | None = None,
        fuzzy: bool = True,
        regions: Collection[str] = (),
    ) -> Found:
        """Return the place that `name` means, or none with the reason and the candidates.

        Exact and alternate names come first, misspellings after them (`fuzzy`).  `countries` (alpha-2,
        the ones that the article is about) and inhabitants decide between namesakes; where they do not,
        there is no place.  `regions` (ids, the ones that the article names or whose towns it names) decide
        between namesakes in one country.  `kinds` limits what may be meant.  A word of kind in the name
        ("Herat province", "the Torkham border crossing") limits too.  Never raises, whatever the string.
        """
        question = (name, tuple(countries), kinds, fuzzy, frozenset(regions))
        if question not in self._found:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            self._found[question] = self._find(*question)
        return self._found[question]

    def place(self, id_: str) -> Place | None:
        """Return the place with this id, None where there is none."""
        return self._own.place(id_) or self._file.place(id_)

    def country(self, name_or_code: str) -> Place | None:
        """Return the country with this name, alias or ISO code (alpha-2, alpha-3); None if there is none."""
        code = name_or_code.strip().upper()
        if len(code) == 2 and name_or_code.strip() == code:
            exact = self.place(code)
            if exact is not None:
                return exact
        key = fold(name_or_code)
        nations = [c.place for c in self._named(key) if c.place.kind == "country"]
        if not nations and key.startswith("the "):
            nations = [c.place for c in self._named(key[4:]) if c.place.kind == "country"]
        return nations[0] if nations else None

    def border(self, a: str, b: str) -> Place | None:
        """Return the border between two countries (names or codes, any order); None if they share none."""
        one, other = self.country(a), self.country(b)
        if one is None or other is None or one.id == other.id:
            return None
        return self._file.place(border_id(one.id, other.id))

    def within(self, inner_id: str, outer_id: str) -> bool:
        """Tell whether one place lies in another, over any number of steps; a place lies in itself."""
        seen: set[str] = set()
        waiting = [inner_id]
        while waiting:
            here = waiting.pop()
            if here == outer_id:
                return True
            if here in seen:
                continue
            seen.add(here)
            place = self.place(here)
            waiting.extend(place.within if place else ())
        return False

    def near(self, place: Place, km: float) -> tuple[Place, ...]:
        """Return the other places within `km` of a place, nearest first; () where it has no point."""
        if place.lat is None or place.lon is None or km <= 0:
            return ()
        tall = km / 110.5
        wide = min(180.0, tall / max(0.01, cos(radians(place.lat))))
        box = (place.lat - tall, place.lat + tall, place.lon - wide, place.lon + wide)
        others = [*self._own.all(), *self._file.in_box(*box)]
        measured = [(kilometres(place, p), p.id, p) for p in others if p.id != place.id]
        return tuple(p for distance, _, p in sorted(measured, key=lambda m: m[:2]) if distance <= km)

    def _named(self, key: str) -> tuple[Candidate, ...]:
        return self._own.named(key) or self._file.named(key)

    def _find(
        self,
        name: str,
        countries: tuple[str, ...],
        kinds: frozenset[str] | None,
        fuzzy: bool,
        regions: frozenset[str],
    ) -> Found:
        key = fold(name)
        if not key:
            return Found(None, 0.0, "no letters in the name")
        context = Namesakes(countries, self._neighbours(countries), regions)
        core, implied = split_kind(key)
        tries = [(key, _NO_KINDS)]
        if core != key:
            tries += [(core, implied), (core, _NO_KINDS)] if implied else [(core, _NO_KINDS)]
        best = Found(None, 0.0, "no place of that name")
        for text, limit in tries:
            found = self._exact(text, context, _both(kinds, limit))
            if found.place is not None:
                return found
            best = best if best.candidates else found
        if not fuzzy or not all(context.is_far(p) for p in best.candidates):
            return best
        guess = self._misspelt(core, context, _both(kinds, implied))
        if guess.place is None and implied:
            guess = self._misspelt(core, context, kinds)
        return best if best.candidates and guess.place is None else guess

    def _exact(self, key: str, context: Namesakes, kinds: frozenset[str] | None) -> Found:
        candidates = self._named(key)
        bare = without_article(key)
        if not candidates and bare != key:
            candidates = self._named(bare)
        return choose(_of(candidates, kinds), context)

    def _misspelt(self, key: str, context: Namesakes, kinds: frozenset[str] | None) -> Found:
        nothing = Found(None, 0.0, "no place of that name, nor one spelt nearly so")
        if edits_allowed(len(key)) == 0:
            return nothing
        pools = [
            self._own.keys(),
            tuple(k for c in context.countries for k in self._file.keys_in(c, _FUZZY_FLOOR)),
        ]
        pools.append(self._file.sounding_like(skeleton(key)))
        for pool in pools:
            edits, keys = nearest(key, pool)
            unique = {c.place.id: c for k in keys for c in _of(self._named(k), kinds)}
            pick = [c for c in unique.values() if c.weight >= _FUZZY_FLOOR]
            if pick:
                found = choose(sorted(pick, key=lambda c: (-c.weight, c.place.id)), context)
                near = 1.0 - edits / len(key)
                return Found(
                    found.place,
                    round(found.score * near * 0.9, 3),
                    f"spelt nearly so ({edits} letters off); {found.reason}",
                    found.candidates,
                )
        return nothing

    def _neighbours(self, countries: tuple[str, ...]) -> frozenset[str]:
        return frozenset(n for c in countries for n in self._file.neighbours(c))


def _of(candidates: Sequence[Candidate], kinds: frozenset[str] | None) -> tuple[Candidate, ...]:
    return tuple(c for c in candidates if kinds is None or c.place.kind in kinds)


def _both(given: frozenset[str] | None, implied: frozenset[str]) -> frozenset[str] | None:
    if not implied:
        return given
    return implied if given is None else given & implied


def load_gazetteer(extra: Sequence[Place] = (), progress: Progress | None = None) -> Gazetteer:
    """Return the gazetteer; the first call on a machine compiles it (some seconds, `progress` is told).

    `extra` are a profile's own places: where a name is theirs, they win.

    Raises:
        UsageError: it has to be compiled and the cache folder cannot be written.
    """
    return Gazetteer(open_places(progress), extra)
