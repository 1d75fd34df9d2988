"""Which of the countries that rules read out of an article are printed in it.

A scene guessed from one like-sounding town would make "the government" that of a country which nobody named.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.languages import table
from sayso.model.analysis import Entity

_STEM = 3
"""So many letters of a country's name, its people or its seats of power a word must begin with."""
_GENERIC = frozenset(
    {"democratic", "republic", "kingdom", "united", "states", "state", "government", "federation", "islands"}
    | {"people", "north", "south", "east", "west", "new", "the", "of", "and", "army", "ministry", "defense"}
)


def unprinted(entities: Sequence[Entity], words: Sequence[str]) -> frozenset[str]:
    """Return the codes of countries of which the words hold neither name nor people nor seat of power."""
    stems = {word[:_STEM].lower() for word in words if word[:1].isupper() and len(word) > _STEM}
    named: dict[str, set[str]] = {}
    for entity in entities:
        if entity.country and entity.kind == "state":
            row = table("english", "demonyms")["country"].get(entity.country, {})
            forms = [entity.name, *(f for key in ("adjectives", "people", "seats") for f in row.get(key, ()))]
            parts = {word.lower() for form in forms for word in form.split()} - _GENERIC
            named.setdefault(entity.country, set()).update(part[:_STEM] for part in parts)
    return frozenset(code for code, parts in named.items() if parts and not parts & stems)


def known_names(entities: Sequence[Entity], words: Sequence[str]) -> frozenset[str]:
    """Return the names of what the world or a profile knows: places, states, and who belongs to a state.

    Those of a country that the words do not print are left out.
    """
    guessed = unprinted(entities, words)
    held = [e for e in entities if (e.country or e.place) and e.country not in guessed]
    return frozenset(name for entity in held for name in (entity.name, entity.side) if name)
