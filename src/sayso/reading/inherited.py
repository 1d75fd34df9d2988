"""Places that a statement leaves to the words around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sayso.model.proposition import Proposition
from sayso.model.statement import SlotSpan, Statement
from sayso.reading.scenes import Scene
from sayso.reading.sides import ON_GROUND
from sayso.reading.statements import Told

_OPENING = 4
"""Sentences in which a story names its scene; the first may be a masthead and a headline."""
_WIDE = frozenset({"attack", "retreat"})


def with_place(scene: Scene, one: Told, before: Sequence[Told]) -> Told:
    """Return the statement with its place from the sentence, the paragraph, or the whole country at war."""
    p = one.statement.proposition
    if p.place is not None or (p.type == "flight" and (p.place_from or p.place_to)):
        return one
    if p.type in ("stance", "other"):
        found = _place_after_preposition(scene, one)
        return filled_in(one, replace(p, place=found[0]), found[1]) if found is not None else one
    if p.type not in ON_GROUND:
        return one
    if one.wide and scene.home is not None and _place_in_sentence(scene, one) is None:
        return filled_in(one, replace(p, place=scene.home), None)
    named = (
        _place_in_sentence(scene, one)
        or _place_of_claimer(scene, one)
        or _place_before(scene, one, before)
        or _last_in_paragraph(scene, one)
        or _scene_of_story(scene)
    )
    if named is None and p.type in _WIDE and scene.home is not None:
        return filled_in(one, replace(p, place=scene.home), None)
    if named is None:
        return one
    return filled_in(one, replace(p, place=named[0]), named[1])


def _place_of_claimer(scene: Scene, one: Told) -> tuple[str, SlotSpan] | None:
    """Return the place that its speaker is told by ("hospital sources in X")."""
    name = one.statement.claimer or ""
    for mention in scene.analysis.mentions:
        entity = scene.analysis.entities[mention.entity] if mention.entity is not None else None
        if (
            entity is not None
            and entity.kind == "place"
            and name.endswith((f" in {entity.name}", f" of {entity.name}"))
        ):
            return entity.name, SlotSpan("place", mention.span)
    return None


def _last_in_paragraph(scene: Scene, one: Told) -> tuple[str, SlotSpan] | None:
    """Return the place named last before the statement's own words in its paragraph."""
    span = one.trigger
    sentence = scene.analysis.sentences[one.sentence]
    block = [s.span for s in scene.analysis.sentences if s.block == sentence.block]
    found: tuple[str, SlotSpan] | None = None
    for mention in scene.analysis.mentions:
        entity = scene.analysis.entities[mention.entity] if mention.entity is not None else None
        if entity is None or entity.kind != "place" or mention.how == "metonym":
            continue
        if mention.span.start >= block[0].start and mention.span.end <= span.start:
            found = entity.name, SlotSpan("place", mention.span)
    return found


def _scene_of_story(scene: Scene) -> tuple[str, SlotSpan] | None:
    """Return the place that the first sentence names and the article names most."""
    if not scene.analysis.sentences:
        return None
    counts: Counter[str] = Counter()
    first: dict[str, SlotSpan] = {}
    for mention in scene.analysis.mentions:
        entity = scene.analysis.entities[mention.entity] if mention.entity is not None else None
        if entity is not None and entity.kind == "place":
            counts[entity.name] += 1
            first.setdefault(entity.name, SlotSpan("place", mention.span))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < 3 or (len(ranked) == 2 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    name = ranked[0][0]
    opening = scene.analysis.sentences[:_OPENING][-1].span
    return (name, first[name]) if first[name].span.end <= opening.end else None


def _place_in_sentence(scene: Scene, one: Told) -> tuple[str, SlotSpan] | None:
    """Return the one place that the statement's words name besides their other slots."""
    span = one.statement.span
    taken = [s.span for s in one.statement.slots if s.slot != "claimer"]
    found: dict[str, SlotSpan] = {}
    for mention in scene.analysis.mentions:
        if (
            span is None
            or mention.entity is None
            or not span.covers(mention.span)
            or mention.how == "metonym"
        ):
            continue
        entity = scene.analysis.entities[mention.entity]
        if entity.kind == "place" and not any(t.overlaps(mention.span) for t in taken):
            found.setdefault(entity.name, SlotSpan("place", mention.span))
    return next(iter(found.items())) if len(found) == 1 else None


def _place_after_preposition(scene: Scene, one: Told) -> tuple[str, SlotSpan] | None:
    """Return the one place or state that stands after "in" or "at" in the statement's words."""
    span = one.statement.span
    found: dict[str, SlotSpan] = {}
    for number, token in enumerate(scene.tokens[:-1]):
        if (
            span is None
            or not span.covers(token.span)
            or token.lemma not in ("in", "at", "near", "along", "across", "inside")
        ):
            continue
        place = number + 1
        while place < number + 5 and place < len(scene.tokens) and scene.entity(place) is None:
            place += 1
        entity = scene.entity(place) if place < len(scene.tokens) else None
        if entity is not None and entity.kind in ("place", "state") and place not in scene.time_at:
            found.setdefault(entity.name, SlotSpan("place", scene.tokens[place].span))
    return next(iter(found.items())) if len(found) == 1 else None


def _place_before(scene: Scene, one: Told, before: Sequence[Told]) -> tuple[str, SlotSpan] | None:
    """Return the place of the statement just before, in the same paragraph."""
    sentences = scene.analysis.sentences
    for other in reversed(before):
        if (
            sentences[other.sentence].block != sentences[one.sentence].block
            or one.sentence - other.sentence > 2
        ):
            return None
        place = other.statement.proposition.place
        slot = next((s for s in other.statement.slots if s.slot == "place"), None)
        if place is not None and slot is not None and other.statement.proposition.type in ON_GROUND:
            return place, slot
    return None


def filled_in(one: Told, proposition: Proposition, slot: SlotSpan | None, name: str = "place") -> Told:
    """Return the statement with the proposition, and the words from which the slot is filled."""
    statement: Statement = one.statement
    slots = (*statement.slots, SlotSpan(name, slot.span)) if slot is not None else statement.slots
    gaps = tuple(gap for gap in statement.gaps if gap.slot != name)
    return replace(one, statement=replace(statement, proposition=proposition, slots=slots, gaps=gaps))
