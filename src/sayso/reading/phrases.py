"""Noun phrases with what hangs on them ("districts along the border with X"), and of what kind they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.analysis import Entity
from sayso.reading.chunks import NounChunk
from sayso.reading.scenes import Scene
from sayso.reading.triggers import kinds, wordset


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: tokens ``[first, last)`` with its head; `tails` are its prepositions with theirs."""

    first: int
    head: int
    last: int
    tails: tuple[tuple[str, Phrase], ...] = ()

    @property
    def end(self) -> int:
        """Return the token after the phrase with all its tails."""
        return max([self.last, *(tail.end for _, tail in self.tails)])


def phrases_of(scene: Scene, chunks: Sequence[NounChunk], last: int) -> tuple[Phrase, ...]:
    """Return the noun phrases that begin with each chunk, in order; `last` is the sentence's end."""
    found: list[Phrase] = []
    for place in range(len(chunks) - 1, -1, -1):
        chunk = chunks[place]
        found.insert(0, Phrase(chunk.first, chunk.head, chunk.last, _tails(scene, chunk.last, found, last)))
    return tuple(found)


def _tails(scene: Scene, place: int, later: Sequence[Phrase], last: int) -> tuple[tuple[str, Phrase], ...]:
    """Return the prepositional phrases that follow `place` without a break."""
    tails: list[tuple[str, Phrase]] = []
    while place + 1 < last and len(tails) < 3:
        if scene.tokens[place].lemma == "out" and scene.tokens[place + 1].lemma == "of":
            place += 1
        word = scene.tokens[place].lemma
        if scene.tokens[place].tag not in ("IN", "TO") or word not in wordset("binders"):
            break
        start = place + 1
        while start < last and scene.tokens[start].lemma in wordset("fillers"):
            start += 1
        follower = next((p for p in later if p.first == start), None)
        if follower is None:
            break
        tails.append((word, follower))
        if word == "between":
            other = _second(scene, follower, later, last)
            tails += [(word, other)] if other is not None else []
            break
        if follower.tails or word not in ("of", "in", "along", "with", "near", "at"):
            break
        place = follower.last
    return tuple(tails)


def _second(scene: Scene, one: Phrase, later: Sequence[Phrase], last: int) -> Phrase | None:
    """Return B of "between A and B"."""
    if one.end + 1 < last and scene.tokens[one.end].lemma == "and":
        return next((p for p in later if p.first == one.end + 1), None)
    return None


def kinds_of(scene: Scene, phrase: Phrase) -> frozenset[str]:
    """Return the kinds that the phrase is of: those of its entity, of its head noun, and "quantity"."""
    head = scene.tokens[phrase.head]
    found = {kind for kind, words in kinds().items() if head.lemma in words}
    if found & {"civilians", "fighters"}:
        found.add("people")
    entity = scene.entity(phrase.head)
    if entity is not None:
        found |= _entity_kinds(entity, found)
    if (
        any(t.tag == "CD" for t in scene.tokens[phrase.first : phrase.last])
        or phrase.head in scene.quantity_at
    ):
        found.add("quantity")
    counts = "quantity" in found or head.lemma in wordset("counters")
    if found & {"part"} or (counts and not found - {"quantity"}):
        for word, tail in phrase.tails[:1]:
            if word == "of":
                found |= kinds_of(scene, tail)
    return frozenset(found)


def _entity_kinds(entity: Entity, noun_kinds: set[str]) -> set[str]:
    if entity.kind == "place":
        return {"place"}
    if entity.kind == "state":
        return {"state", "place", "party"} if not noun_kinds else {"party", "state"}
    if entity.kind in ("party", "group", "organisation"):
        return {"party", "force"} | ({"people"} if noun_kinds & {"people", "troops", "civilians"} else set())
    return {"person", "people"} if entity.kind == "person" else {entity.kind}
