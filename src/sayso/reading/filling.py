"""Events to propositions: each slot's canonical name, one proposition for each combination of conjuncts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from sayso.claimtypes import Roles, registry
from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.model.statement import Gap, SlotSpan
from sayso.reading.clauses import Parse
from sayso.reading.compounds import before_it, conjuncts, included
from sayso.reading.events import Event
from sayso.reading.figures import figure_of
from sayso.reading.naming import actor_of, target_of
from sayso.reading.phrases import Phrase, kinds_of
from sayso.reading.placing import Named, place_of
from sayso.reading.scenes import Scene

_MOST = 12
"""More combinations than this come of a misread list, not of a sentence."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A proposition with the words behind its slots, what stays open, and the side of its actor."""

    proposition: Proposition
    slots: tuple[SlotSpan, ...]
    gaps: tuple[Gap, ...]
    actor_side: str | None
    target_side: str | None
    extent: Span


def fill(scene: Scene, parse: Parse, event: Event, when: str | None) -> tuple[Filled, ...]:
    """Return the propositions of an event, in text order; more than `_MOST` are cut to the first."""
    parts = {slot: _conjoined(scene, parse, event, slot, phrase) for slot, phrase in event.slots.items()}
    rows = _reciprocal(event, {slot: row for slot, row in parts.items() if row})
    names = list(rows)
    out: list[Filled] = []
    for combination in product(*(rows[name] for name in names)):
        out.append(_fill_one(scene, event, dict(zip(names, combination, strict=True)), when))
    unique = {one.proposition: one for one in reversed(out[:_MOST])}
    return tuple(one for one in out[:_MOST] if unique[one.proposition] is one)


def _reciprocal(event: Event, rows: Mapping[str, tuple[Phrase, ...]]) -> Mapping[str, tuple[Phrase, ...]]:
    """Make of "A and B met" one meeting of A with B."""
    actors = rows.get("actor", ())
    if event.type != "talks" or len(actors) < 2 or "target" in rows:
        return rows
    return {**rows, "actor": actors[:1], "target": actors[1:2]}


def _conjoined(scene: Scene, parse: Parse, event: Event, slot: str, phrase: Phrase) -> tuple[Phrase, ...]:
    """Return the conjuncts of one slot's phrase, and those that "including" adds."""
    before_verb = phrase.first < event.trigger
    earlier = [c for c in parse.clauses if c.group.last <= phrase.first]
    start = earlier[-1].group.last if earlier else parse.sentence.first
    owned = earlier[-1].object.first if earlier and earlier[-1].object is not None else None
    first = before_it(scene, parse.phrases, phrase, start, owned) if before_verb else phrase
    last = event.trigger if before_verb else max(event.last, phrase.end)
    row = conjuncts(scene, parse.phrases, first, last)
    if slot in ("thing", "force") and not before_verb:
        return row[:1]
    row += included(scene, parse.phrases, row, last)
    if slot.startswith("place"):
        row = tuple(p for p in row if p is phrase or "place" in kinds_of(scene, p))
    return row


def _fill_one(scene: Scene, event: Event, slots: Mapping[str, Phrase], when: str | None) -> Filled:
    slots = _measured(event, slots)
    named = {slot: _name(scene, event, slot, phrase) for slot, phrase in slots.items()}
    moved = next((named[slot] for slot in ("force", "thing") if slot in named), None)
    if "actor" not in named and moved is not None and event.type in ("deployment", "retreat"):
        named["actor"] = moved
    value = {slot: entry.name for slot, entry in named.items()}
    figure = figure_of(scene, event, slots)
    roles = Roles(
        actor=value.get("actor"),
        target=value.get("target"),
        place=value.get("place"),
        place_from=value.get("place_from"),
        place_to=value.get("place_to"),
        quantity=figure[0] if figure else None,
        when=when,
        polarity="negative" if event.negative and not (figure and figure[0].value == 0) else "positive",
    )
    spans = [
        SlotSpan(slot, entry.span)
        for slot, entry in sorted(named.items())
        if slot not in ("force", "thing", "quantity")
    ]
    spans += [SlotSpan("quantity", figure[1])] if figure else []
    gaps = [Gap(slot, entry.reason) for slot, entry in sorted(named.items()) if entry.reason]
    extent = _extent(scene, event, slots)
    proposition = _moved(registry()[event.type].fill(roles))
    sides = [named[slot].side if slot in named else None for slot in ("actor", "target")]
    return Filled(proposition, tuple(spans), tuple(gaps), sides[0], sides[1], extent)


def _moved(p: Proposition) -> Proposition:
    """Put a movement's own place where no other is given."""
    from dataclasses import replace

    if p.type == "retreat" and p.place is None and p.place_from is not None:
        return replace(p, place=p.place_from)
    if p.type == "deployment" and p.place is None and p.place_to is not None:
        return replace(p, place=p.place_to)
    if p.type in ("takeover", "control", "attack") and p.place is None and (p.place_to or p.place_from):
        return replace(p, place=p.place_to or p.place_from)
    return p


def _extent(scene: Scene, event: Event, slots: Mapping[str, Phrase]) -> Span:
    """Return the event's words from its actor on, where that stands before it in the sentence."""
    extent = scene.span(event.first, event.last)
    actor = slots.get("actor")
    if actor is None or actor.first >= event.first:
        return extent
    return extent.join(scene.span(actor.first, actor.last))


def _measured(event: Event, slots: Mapping[str, Phrase]) -> Mapping[str, Phrase]:
    """Put the border of "has 900 km of border with X" for the place of the measure."""
    own = slots.get("quantity")
    if event.type != "measure" or own is None:
        return slots
    line = next((tail for word, tail in own.tails if word == "of"), own)
    return {**slots, "place": line, "thing": own}


def _name(scene: Scene, event: Event, slot: str, phrase: Phrase) -> Named:
    if slot.startswith("place") or (
        slot == "actor" and event.type == "measure" and "place" in kinds_of(scene, phrase)
    ):
        return place_of(scene, phrase)
    if slot == "target":
        return target_of(scene, phrase)
    return actor_of(scene, phrase, acting=event.type == "stance")
