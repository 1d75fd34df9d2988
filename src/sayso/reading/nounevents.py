"""Events that nouns name: alone, or with a verb that only lends them its grammar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.clauses import Clause, Parse
from sayso.reading.events import Event, made
from sayso.reading.phrases import Phrase
from sayso.reading.roles import put, slot_of, voices
from sayso.reading.scenes import Scene
from sayso.reading.triggers import Embed, Frame, kinds, noun_frame, noun_frames, supports, wordset


def supported(
    scene: Scene,
    parse: Parse,
    number: int,
    clause: Clause,
    lead: Sequence[tuple[Embed, Clause]],
    *,
    eager: bool,
) -> Event | None:
    """Return the event of a noun that the verb lends its grammar ("launched a raid", "talks stalled")."""
    after = scene.tokens[clause.group.last].lemma if clause.group.last < len(scene.tokens) else ""
    verb = " ".join(filter(None, [clause.group.lemma, clause.group.particle]))
    verbs = {verb, clause.group.lemma, f"{clause.group.lemma} {after}"}
    subject, own = voices(scene, clause)
    for support in supports():
        if support.eager is not eager:
            continue
        own = own or next((p for word, p in clause.preps if word == after), None)
        for phrase, words in (
            (own, support.object),
            (subject, support.subject),
            (clause.subject, support.subject),
        ):
            noun = _event_noun(scene, phrase)
            if phrase is None or noun is None or not (verbs & words):
                continue
            if support.types and noun.type not in support.types:
                continue
            slots = _noun_slots(scene, noun, phrase)
            if phrase is own and subject is not None:
                slots["actor"] = subject
            put(slots, "thing", phrase)
            for word, prep in clause.preps:
                put(slots, slot_of(scene, noun, word, prep), prep)
            event = made(scene, parse, number, clause, noun, slots, lead, support.negative)
            return replace(event, modality=event.modality or support.modality)
    return None


def _event_noun(scene: Scene, phrase: Phrase | None) -> Frame | None:
    """Return the frame of the event that the phrase names, looking through "the start of …"."""
    if phrase is None:
        return None
    frame = noun_frame(scene.tokens[phrase.head])
    if frame is not None:
        return frame
    head = scene.tokens[phrase.head].lemma
    if head.endswith("ing"):
        inner = (noun_frames().get(scene.tokens[k].lemma) for k in range(phrase.first, phrase.head))
        return next((f for f in inner if f is not None), None)
    if head in wordset("stages"):
        return next((_event_noun(scene, p) for word, p in phrase.tails if word == "of"), None)
    return None


def _noun_slots(scene: Scene, frame: Frame, phrase: Phrase) -> dict[str, Phrase]:
    """Return the slots that an event noun's own phrase fills: its "of", and what stands before it."""
    inner = phrase
    if scene.tokens[phrase.head].lemma not in noun_frames():
        inner = next((p for word, p in phrase.tails if word == "of"), phrase)
    slots: dict[str, Phrase] = {}
    for word, tail in inner.tails:
        put(slots, slot_of(scene, frame, word, tail), tail)
    owner = frame.roles.get("holder")
    if owner is not None and inner.head > inner.first:
        before = range(inner.head - 1, inner.first - 1, -1)
        named = next((k for k in before if scene.entity(k) is not None or _names_fighters(scene, k)), None)
        if named is not None:
            put(slots, owner, Phrase(inner.first, named, named + 1))
    return slots


def _names_fighters(scene: Scene, token: int) -> bool:
    return scene.tokens[token].lemma in kinds()["fighters"] or scene.tokens[token].tag == "PRP$"


def noun_events(scene: Scene, parse: Parse, verbal: Sequence[Event]) -> list[Event]:
    """Return the events that stand in nouns alone.

    One that has an actor and a place, a partner or a time of its own says something by itself; any
    other is `weak`: it counts only where a report's content holds nothing else ("confirmed the loss of X").
    """
    found: list[Event] = []
    for phrase in parse.phrases:
        frame = noun_frame(scene.tokens[phrase.head])
        if frame is None or _covered(scene, phrase, verbal) or _in_losses(phrase, frame, verbal):
            continue
        slots = _noun_slots(scene, frame, phrase)
        won = _won(scene, frame, phrase, verbal)
        if won is not None and "target" in slots and scene.entity(slots["target"].head) is None:
            del slots["target"]  # "a siege of two months"
        for slot in ("actor", "place"):
            put(slots, slot, won.slots.get(slot) if won is not None else None)
        if "actor" not in slots and ("target" in slots or "place" in slots or "place_to" in slots):
            put(slots, "actor", _holder_of_pp(scene, parse, phrase))
        timed = any(k in scene.time_at for k in range(phrase.last, min(phrase.end + 2, parse.sentence.last)))
        told = "actor" in slots and (timed or bool(slots.keys() & {"place", "place_to", "target"}))
        found.append(
            Event(
                frame.type,
                frame,
                phrase.head,
                None,
                phrase.first,
                phrase.end,
                slots,
                weak=not (frame.alone and told),
            )
        )
    return found


def _holder_of_pp(scene: Scene, parse: Parse, phrase: Phrase) -> Phrase | None:
    """Return the subject of the clause in which the noun stands after a preposition ("in a call with …")."""
    before = scene.tokens[phrase.first - 1] if phrase.first > parse.sentence.first else None
    if (
        before is None
        or before.tag not in ("IN", "TO")
        or before.lemma in ("by", "of", "since", "after", "before", "for")
    ):
        return None
    clause = next((c for c in parse.clauses if c.first <= phrase.head < c.last), None)
    return clause.subject if clause is not None else None


def _won(scene: Scene, frame: Frame, phrase: Phrase, verbal: Sequence[Event]) -> Event | None:
    """Return the taking of a place that the fight led to ("took X after a night of fighting")."""
    before = [t.lemma for t in scene.tokens[max(0, phrase.first - 5) : phrase.first]]
    if frame.type != "attack" or "after" not in before or scene.tokens[phrase.first].tag.startswith("NNP"):
        return None
    return next((e for e in verbal if e.type == "takeover" and e.first <= phrase.head <= e.last), None)


def _in_losses(phrase: Phrase, frame: Frame, verbal: Sequence[Event]) -> bool:
    """Tell the attack in which people were killed from one told of for itself."""
    return frame.type == "attack" and any(
        e.type == "casualties" and e.first <= phrase.head < e.last for e in verbal
    )


def _covered(scene: Scene, phrase: Phrase, verbal: Sequence[Event]) -> bool:
    """Tell whether a verb's event already says what the noun says."""
    frame = noun_frame(scene.tokens[phrase.head])
    return any(
        (e.frame is frame and e.first <= phrase.head < e.last)
        or any(p.first <= phrase.head < p.last for slot, p in e.slots.items() if slot in ("thing", "actor"))
        for e in verbal
    )
