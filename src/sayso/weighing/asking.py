"""Which question a voice answers: its claim type's key, widened where more voices bear on one question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from sayso.claimtypes.catalogue import registry
from sayso.claimtypes.interface import Key
from sayso.weighing.extent import Extent, Extents
from sayso.weighing.names import fold
from sayso.weighing.tallies import Fact, Tallies
from sayso.weighing.voices import Mood, Voice

T = TypeVar("T")

_HOLDING = frozenset({"control", "takeover", "retreat"})

Group = tuple[Key, Mood | None]
"""A folded key, and the mood where that makes a question of its own.

Demands say nothing of what is so; and what will become of a country or a border is another question
than what has.
"""


def facts_of(voice: Voice) -> Iterator[Fact]:
    """Yield what a voice tells that decides which question others answer.

    Which places are held or lost; in which pair each party is said to talk: "the rebels are ready to talk"
    bears on the talks of the rebels and those they mostly talk with.
    """
    p = voice.proposition
    if p.type in _HOLDING:
        yield "held", fold(p.place or p.place_from or ""), ""
    if p.type == "talks" and p.actor and p.target:
        key = registry()["talks"].question_key(p)
        for name in (p.actor, p.target):
            yield "talks", fold(name), fold(key[1] or "") if key else ""


def group_of(voice: Voice, extents: Extents, tallies: Tallies) -> Group | None:
    """Return the question that a voice answers, None where it answers none.

    Names that differ in case or accents are one. `tallies` hold the facts of all voices.
    """
    p, mood = voice.proposition, voice.mood if voice.mood == "demand" else None
    key = registry()[p.type].question_key(p)
    place = p.place or p.place_from
    if place is not None and (p.type in _HOLDING or p.type == "attack"):
        return _of_place(voice, place, extents.of(place), tallies)
    if p.type == "talks" and p.place is None:
        actor = key[1] if key else None
        if actor is None:
            return None
        return ("talks", tallies.most("talks", fold(actor)) or fold(actor), None, None), mood
    if key is None:
        return ((p.type, fold(p.actor), None, None), mood) if p.actor else None
    return (key[0], _folded(key[1]), _folded(key[2]), key[3]), mood


def shown(group: Group, members: Sequence[Voice]) -> Key:
    """Return the key in the spelling that its voices use most, with the actor and unit in question.

    Who holds a place is asked by the place; where a figure is at issue, by who is said to hold so much.
    """
    type_, actor, place, unit = group[0]
    if type_ == "control":
        actor, unit = _measured(members)
    else:
        actor = _spelled(actor, (name for v in members for name in (_typed(v)[1], v.proposition.actor)))
    places = (n for v in members for n in (_typed(v)[2], v.proposition.place, v.proposition.place_from))
    return type_, actor, _spelled(place, places), unit


def _of_place(voice: Voice, place: str, extent: Extent, tallies: Tallies) -> Group:
    """Return the question that an account of holding or fighting for a place answers."""
    p, mood = voice.proposition, voice.mood if voice.mood == "demand" else None
    if p.type == "retreat" and extent == "country":
        return ("retreat", None, fold(place), None), _time_of(voice)
    if p.type == "attack" and (extent != "spot" or tallies.most("held", fold(place)) is None):
        return ("attack", _folded(p.actor), fold(place), None), mood
    return ("control", None, fold(place), None), mood if extent == "spot" else _time_of(voice)


def _time_of(voice: Voice) -> Mood | None:
    """Tell plans and demands from what is or was so; a doubt bears on the fact."""
    return voice.mood if voice.mood in ("plan", "demand") else None


def _measured(members: Sequence[Voice]) -> tuple[str | None, str | None]:
    """Return whose hold is given in figures, and in what unit; of a single spot only shares count."""
    figures = Counter(
        (p.actor, p.quantity.unit)
        for voice in members
        if (p := voice.proposition).quantity and p.actor and p.type in ("control", "takeover")
        if p.quantity.unit == "share" or p.quantity.unit in fold(p.place or "").split()
    )
    return _most(figures) if figures else (None, None)


def _typed(voice: Voice) -> Key:
    """Return the key as the claim type itself gives it."""
    p = voice.proposition
    return registry()[p.type].question_key(p) or (p.type, p.actor, p.place, None)


def _spelled(folded: str | None, names: Iterable[str | None]) -> str | None:
    """Return the name most used of those that come to the folded one, the folded one if none does."""
    if folded is None:
        return None
    found = Counter(name for name in names if name and fold(name) == folded)
    return _most(found) if found else folded


def _folded(name: str | None) -> str | None:
    return None if name is None else fold(name)


def _most(counts: Counter[T]) -> T:
    return min(counts, key=lambda value: (-counts[value], str(value)))
