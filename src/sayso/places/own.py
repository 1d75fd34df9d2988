"""A profile's own places, which win over the gazetteer's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sayso.model.place import Place
from sayso.places.entries import KNOWN_SIZE, KNOWN_WEIGHT, Level
from sayso.places.spelling import fold
from sayso.places.store import Candidate


class OwnPlaces:
    """Places held in memory, looked up by folded name."""

    def __init__(self, places: Sequence[Place]) -> None:
        self._by_id = {p.id: p for p in places}
        keys: dict[str, dict[str, Candidate]] = defaultdict(dict)
        for place in places:
            for n, name in enumerate((place.name, *place.names)):
                weight = max(place.size, KNOWN_SIZE) * KNOWN_WEIGHT
                keys[fold(name)].setdefault(
                    place.id, Candidate(place, weight, Level.MAIN if n == 0 else Level.CHOSEN, True)
                )
        keys.pop("", None)
        self._named = {
            key: tuple(sorted(found.values(), key=lambda c: (-c.weight, c.place.id)))
            for key, found in keys.items()
        }
        self._keys = tuple(sorted(self._named))

    def place(self, id_: str) -> Place | None:
        """Return the own place with this id."""
        return self._by_id.get(id_)

    def named(self, key: str) -> tuple[Candidate, ...]:
        """Return the own places filed under a folded name, heaviest first."""
        return self._named.get(key, ())

    def keys(self) -> tuple[str, ...]:
        """Return all folded names, sorted."""
        return self._keys

    def all(self) -> tuple[Place, ...]:
        """Return the own places in the profile's order."""
        return tuple(self._by_id.values())
