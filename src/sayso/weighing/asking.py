"""Which questions a voice answers: its claim type's key, widened where more voices bear on one question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

from sayso.claimtypes.catalogue import registry
from sayso.claimtypes.interface import Key
from sayso.weighing.context import Group, paired
from sayso.weighing.extent import Extents
from sayso.weighing.matters import DANGER, bare, danger_of, losses_of, matter, sufferers
from sayso.weighing.names import fold, folded, ground
from sayso.weighing.tallies import Tallies
from sayso.weighing.voices import Mood, Voice

T = TypeVar("T")

_HOLDING = frozenset({"control", "takeover", "retreat"})


def shown(group: Group, members: Sequence[Voice]) -> Key:
    """Return the key in the spelling that its voices use most, with the actor and unit in question.

    Who holds a place is asked by the place; where a figure is at issue, by who is said to hold so much.
    """
    type_, actor, place, unit = group[0]
    names = (n for v in members for n in _names(v))
    spelled = _spelled(place, names)
    if type_ == "control":
        actor, unit = _measured(members, place)
    else:
        actor = _spelled(actor, (n for v in members for n in _names(v)))
    return type_, actor, spelled, unit


def homes(voice: Voice, extents: Extents, tallies: Tallies) -> tuple[Group, ...]:
    """Return the questions that a voice asks by itself; () where it has nothing to be asked by.

    Names that differ in case or accents are one.  Context: who talks with whom (`context.facts_of`).
    """
    p, mood = voice.proposition, _time_of(voice) if voice.mood == "demand" else None
    place = p.place or p.place_from
    if place is not None and (p.type in _HOLDING or p.type == "attack"):
        return (_of_ground(voice, place, extents),)
    if p.type == "flight":
        ends = (("from", p.place_from), ("to", p.place_to or (None if p.place_from else p.place)))
        keyed = tuple(((p.type, None, fold(at), way), None) for way, at in ends if at)
        return keyed or (((p.type, folded(p.actor), None, None), None),) if p.actor or keyed else ()
    if p.type == "casualties" and (p.target or p.place):
        return (((p.type, sufferers(p), folded(p.place), losses_of(p)), None),)
    if p.type == "talks" and p.place and extents.of(p.place) != "country":
        return ((("talks", None, fold(p.place), None), None),)
    if p.type == "talks":
        pair = paired(p, tallies)
        return (((p.type, pair, folded(p.place), None), None),) if pair else ()
    if (found := danger_of(voice)) and found.source:
        return ((("stance", fold(found.source), None, DANGER), None),)
    if p.type in ("stance", "other") and p.place and not p.target and extents.of(p.place) != "country":
        return ((("other", None, ground(p.place), None), None),)
    if p.type == "stance" and p.actor and (p.target or p.place):
        return (((p.type, fold(p.actor), matter(p), None), None),)
    key = registry()[p.type].question_key(p)
    if key is None:
        return (((p.type, fold(p.actor), None, None), None),) if p.actor else ()
    unit = key[3] if p.type == "measure" else None
    return (((key[0], folded(key[1]), folded(key[2]), unit), mood if p.type == "measure" else None),)


def _of_ground(voice: Voice, place: str, extents: Extents) -> Group:
    p, mood = voice.proposition, voice.mood if voice.mood == "demand" else None
    extent, at = extents.of(place), ground(place)
    if p.type == "attack":
        return ("attack", None if extent == "spot" else folded(p.actor), at, None), None
    if p.type == "retreat" and extent == "country":
        return ("retreat", None, at, None), _time_of(voice)
    if p.type == "retreat" and p.actor and voice.mood in ("plan", "demand", "condition"):
        return ("retreat", fold(p.actor), at, None), None
    return ("control", None, at, None), mood if extent == "spot" else _time_of(voice)


def _time_of(voice: Voice) -> Mood | None:
    """Tell plans and demands from what is or was so; a doubt bears on the fact."""
    if voice.mood == "condition":
        return "plan"
    return voice.mood if voice.mood in ("plan", "demand") else None


def _measured(members: Sequence[Voice], place: str | None) -> tuple[str | None, str | None]:
    """Return whose hold is given in figures, and in what unit; of a single spot only shares count."""
    figures = Counter(
        (p.actor, p.quantity.unit)
        for voice in members
        if (p := voice.proposition).quantity and p.actor and p.type in ("control", "takeover")
        if p.place and place == ground(p.place)
        if p.quantity.unit == "share" or p.quantity.unit in fold(p.place or "").split()
    )
    return _most(figures) if figures else (None, None)


def _names(voice: Voice) -> Iterable[str | None]:
    """Return all names that a key may hold, the claim type's own first."""
    p = voice.proposition
    key = registry()[p.type].question_key(p)
    own = key[1:3] if key else ()
    return (*own, p.actor, p.target, p.place, p.place_from, p.place_to)


def _spelled(wanted: str | None, names: Iterable[str | None]) -> str | None:
    """Return the name most used of those that come to the folded one, the folded one if none does."""
    if wanted is None:
        return None
    found = Counter(name for name in names if name and wanted in (fold(name), ground(name), bare(name)))
    return _most(found) if found else wanted


def _most(counts: Counter[T]) -> T:
    return min(counts, key=lambda value: (-counts[value], str(value)))
