"""The figure that belongs to an event, in the unit that its type counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sayso.model.analysis import Quantity
from sayso.model.proposition import Figure
from sayso.model.span import Span
from sayso.reading.events import Event
from sayso.reading.phrases import Phrase, kinds_of
from sayso.reading.placing import place_of
from sayso.reading.scenes import Scene
from sayso.reading.triggers import kinds, wordset

_GROUND = frozenset({"km", "miles", "square km", "square miles", "hectares"})
_MONEY = frozenset({"dollars", "euros", "rubles", "pounds", "hryvnias"})
_MEASURED: Mapping[str, frozenset[str]] = {
    "takeover": _GROUND,
    "retreat": _GROUND,
    "attack": _GROUND | frozenset({"bombs", "missiles", "rockets", "drones", "shells"}),
    "stance": _MONEY,
    "deployment": _MONEY,
}
_TOLL_REACH = 10
"""Words within which "the number killed or wounded" is followed by its figure."""
_NO_PEOPLE = frozenset({"share", "vehicles", "tanks", "km", "planes", "aircraft", "dollars"})


_EITHER = re.compile(r"(?:\s+[^\W\d_]+){0,5}\s+(?:killed|dead)\s+(?:or|and)\s+(?:wounded|injured)\b", re.I)
"""Words after a figure that counts the dead together with the wounded."""


def figure_of(scene: Scene, event: Event, slots: Mapping[str, Phrase]) -> tuple[Figure, Span] | None:
    """Return the figure that belongs to the event: in the slot that its type counts, else in any."""
    order = {
        "casualties": ("target", "thing", "actor"),
        "flight": ("actor", "place_from", "place_to"),
        "deployment": ("force", "actor", "target"),
        "control": ("place",),
        "takeover": ("place", "thing", "target"),
        "attack": ("thing", "target", "place"),
        "retreat": ("actor", "thing"),
        "measure": ("thing", "quantity"),
    }.get(event.type, ())
    for slot in order:
        phrase = slots.get(slot)
        if phrase is None:
            continue
        quantity = next(_quantities(scene, phrase), None)
        if quantity is not None:
            return _as_figure(scene, event, quantity), quantity.span
    return (
        _whole(scene, event, slots.get("place"))
        or _one_person(scene, event, slots.get("target"))
        or _beside(scene, event)
    )


def _beside(scene: Scene, event: Event) -> tuple[Figure, Span] | None:
    """Return a measure that stands beside the slots: ground won or lost, money pledged, a toll put at N."""
    target = event.slots.get("target")
    counted = target is not None and scene.tokens[target.head].lemma in ("number", "total", "toll")
    toll = event.type == "casualties" and ("thing" in event.slots or counted)
    wanted = _MEASURED.get(event.type, frozenset())
    end = min(event.trigger + _TOLL_REACH, len(scene.tokens)) if counted else event.last
    for place in range(event.trigger, end):
        quantity = scene.quantity_at.get(place)
        if scene.tokens[place].tag == ".":
            break
        if quantity is not None and (quantity.unit in wanted or (toll and quantity.unit == "people")):
            return _as_figure(scene, event, quantity), quantity.span
    return None


def _whole(scene: Scene, event: Event, phrase: Phrase | None) -> tuple[Figure, Span] | None:
    """Read "under full control" of a line or region, and "the whole of X", as a share of one.

    With an exception in the sentence ("but for a few sections") the share is nearly one.
    """
    if phrase is None or event.type != "control" or event.negative:
        return None
    inside = range(event.trigger, event.last)
    full = next(
        (
            k
            for k in inside
            if scene.tokens[k].lemma in wordset("full")
            and scene.tokens[k + 1 : k + 2]
            and scene.tokens[k + 1].lemma == "control"
        ),
        None,
    )
    whole = scene.tokens[phrase.head].lemma in ("whole", "entirety", "all") or scene.tokens[
        phrase.first + 1
    ].lemma in ("entire", "whole")
    name = place_of(scene, phrase).name
    if name is None or not (whole or (full is not None and _extends(name))):
        return None
    place = full if full is not None else phrase.first
    words = {t.lemma for t in scene.tokens[event.first : event.last]}
    if words & {"exception", "except", "barring", "save"}:
        return Figure("share", low=0.9, high=1.0, of=name), scene.tokens[place].span
    return Figure("share", 1.0, of=name), scene.tokens[place].span


def _extends(name: str) -> bool:
    """Tell whether a place is a line or a region, of which one can hold a part."""
    return name.lower().rsplit(" ", 1)[-1] in (
        "border",
        "region",
        "province",
        "valley",
        "district",
        "oblast",
        "coast",
    )


def _one_person(scene: Scene, event: Event, phrase: Phrase | None) -> tuple[Figure, Span] | None:
    """Count one who is killed or captured ("a colonel", a name), and none of "no soldier was lost"."""
    if phrase is None or event.frame.unit is None or event.type != "casualties":
        return None
    head = scene.tokens[phrase.head]
    if scene.tokens[phrase.first].lemma == "no" and event.negative:
        return Figure(event.frame.unit, 0), scene.span(phrase.first, phrase.last)
    entity = scene.entity(phrase.head)
    named = entity is not None and entity.kind == "person"
    single = (
        head.tag == "NN"
        and "people" in kinds_of(scene, phrase)
        and head.lemma not in wordset("groups") | wordset("counters")
    )
    if named or single:
        return Figure(event.frame.unit, 1), scene.span(phrase.first, phrase.last)
    return None


def _quantities(scene: Scene, phrase: Phrase) -> Iterator[Quantity]:
    for place in range(phrase.first, phrase.last):
        if place in scene.quantity_at:
            yield scene.quantity_at[place]
    if scene.tokens[phrase.head].lemma in wordset("counters") | kinds()["casualties"]:
        for word, tail in phrase.tails[:1]:
            if word == "of":
                yield from _quantities(scene, tail)


def _as_figure(scene: Scene, event: Event, quantity: Quantity) -> Figure:
    unit = quantity.unit
    if event.frame.unit is not None and unit not in _NO_PEOPLE:
        unit = event.frame.unit
        if _EITHER.match(scene.text, quantity.span.end):
            unit = "killed or wounded"
    return Figure(unit, quantity.value, quantity.low, quantity.high, quantity.of)
