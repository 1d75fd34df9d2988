"""Names of places put right: what the gazetteer knows in the countries that an article speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.cast.scene import Places
from sayso.reading.learned.people import Somebody

_SURE = 0.9
"""A misspelt name below this likeness stays as printed."""


def settle_places(people: Sequence[Somebody], gazetteer: Places) -> tuple[Somebody, ...]:
    """Return the entities with the gazetteer's spelling where it knows the place in the article's countries.

    Without a country that is known, names stay as they are printed: a likeness alone proves nothing.
    """
    found = [gazetteer.country(body.name) for body in people if body.kind in ("state", "place")]
    codes = tuple(dict.fromkeys(place.country for place in found if place is not None and place.country))
    if not codes:
        return tuple(people)
    return tuple(_settled(body, codes, gazetteer) if body.kind == "place" else body for body in people)


def _settled(body: Somebody, codes: Sequence[str], gazetteer: Places) -> Somebody:
    if not body.name[:1].isupper() or gazetteer.country(body.name) is not None:
        return body
    found = gazetteer.find(body.name, countries=codes)
    place = found.place
    if place is None or found.score < _SURE or place.country not in codes:
        return body
    return replace(body, name=place.name)
