"""The parts of a clause by the slots that they fill under one frame."""

from __future__ import annotations

from sayso.reading.clauses import Clause, Parse, denied
from sayso.reading.phrases import Phrase, kinds_of
from sayso.reading.scenes import Scene
from sayso.reading.triggers import Frame, kinds, noun_frame, wordset


def slots_of(scene: Scene, parse: Parse, clause: Clause, frame: Frame, end: int) -> dict[str, Phrase] | None:
    """Return slot → phrase where the frame's conditions hold, else None."""
    subject, own = voices(scene, clause)
    own = _object_of_pattern(scene, parse, clause, frame, own, end)
    if not _fits(scene, frame.subject_is, subject) or not _fits_object(scene, clause, frame, own):
        return None
    if not _needs_met(scene, clause, frame, own):
        return None
    slots: dict[str, Phrase] = {}
    if frame.need and "bodies" in frame.need and _bodies(scene, own):
        put(slots, frame.roles.get("object"), own)  # "she counted ten bodies": they are the dead, not she
    put(slots, frame.roles.get("subject"), subject)
    put(slots, frame.roles.get("object"), own)
    if "holder" in frame.roles:
        put(slots, frame.roles["holder"], _holder(scene, parse, end))
    for word, phrase in clause.preps:
        hangs = own is not None and word == "of" and any(t.first == phrase.first for _, t in own.tails)
        if not hangs and (phrase.first > end or phrase.last <= clause.group.first or end < clause.group.last):
            put(slots, slot_of(scene, frame, word, phrase), phrase)
    if frame.type == "casualties":
        put(slots, "actor", _attacker(scene, clause))
    return _placed(scene, slots)


def _attacker(scene: Scene, clause: Clause) -> Phrase | None:
    """Return whose strike it is in "were killed in X's strike"."""
    for word, phrase in clause.preps:
        frame = noun_frame(scene.tokens[phrase.head])
        if word in ("in", "by", "during", "from") and frame is not None and frame.type == "attack":
            named = next((k for k in range(phrase.head - 1, phrase.first - 1, -1) if scene.entity(k)), None)
            if named is not None:
                return Phrase(phrase.first, named, named + 1)
    return None


def _placed(scene: Scene, slots: dict[str, Phrase]) -> dict[str, Phrase]:
    """Take a target that is ground and nobody for the place."""
    target = slots.get("target")
    if target is None:
        return slots
    found = kinds_of(scene, target)
    if "place" in slots:
        return slots
    if "place" in found and not found & {"party", "force", "people", "person", "organisation", "state"}:
        slots["place"] = slots.pop("target")
    return slots


def voices(scene: Scene, clause: Clause) -> tuple[Phrase | None, Phrase | None]:
    """Return the logical subject and object."""
    if clause.group.voice == "active":
        return clause.subject, clause.object
    agent = next((p for word, p in clause.preps if word == "by" and p.head not in scene.time_at), None)
    return agent, clause.subject


def _object_of_pattern(
    scene: Scene, parse: Parse, clause: Clause, frame: Frame, own: Phrase | None, end: int
) -> Phrase | None:
    """Return what a pattern of more words acts on: what follows its preposition, or the verb's own object."""
    if end < clause.group.last or (
        scene.tokens[end].lemma in frame.roles and own is not None and own.last <= end
    ):
        return own
    if scene.tokens[end].tag in ("IN", "TO"):
        return _after(parse, clause, end)
    return None if own is not None and own.first <= end <= own.head else own


def _after(parse: Parse, clause: Clause, end: int) -> Phrase | None:
    """Return the phrase that a pattern of more words ends in, or that follows it."""
    return next((p for p in parse.phrases if end < p.first <= end + 3 and p.first < clause.last), None)


def _holder(scene: Scene, parse: Parse, end: int) -> Phrase | None:
    """Return whose control "the control of X" or "X control" is."""
    phrase = parse.phrase_at(end)
    if phrase is None:
        return None
    own = next((p for word, p in phrase.tails if word in ("of", "by")), None)
    if own is not None:
        return own
    inside = range(phrase.head - 1, phrase.first - 1, -1)
    named = next((k for k in inside if _may_hold(scene, k)), None)
    return Phrase(phrase.first, named, named + 1) if named is not None else None


def _may_hold(scene: Scene, token: int) -> bool:
    return (
        scene.entity(token) is not None
        or scene.tokens[token].tag == "PRP$"
        or scene.tokens[token].lemma == "government"
    )


def put(slots: dict[str, Phrase], slot: str | None, phrase: Phrase | None) -> None:
    """Fill a slot that is still free."""
    if slot is not None and phrase is not None:
        slots.setdefault(slot, phrase)


def slot_of(scene: Scene, frame: Frame, word: str, phrase: Phrase) -> str | None:
    """Return the slot that a preposition fills: by the frame, else by where it points."""
    slot = frame.roles.get(word)
    is_place = "place" in kinds_of(scene, phrase)
    if slot is not None:
        return slot if not slot.startswith("place") or is_place else None
    if not is_place:
        return None
    if word == "from":
        return "place_from"
    if word in wordset("to"):
        return "place_to"
    return "place" if word in wordset("at") else None


def _fits(scene: Scene, wanted: frozenset[str], phrase: Phrase | None) -> bool:
    if not wanted or phrase is None or wanted & kinds_of(scene, phrase) or _pronoun(scene, phrase):
        return True
    return "place" in wanted and _unknown_name(scene, phrase)


def _unknown_name(scene: Scene, phrase: Phrase) -> bool:
    """Tell a proper name that no list knows: where a place is wanted, it may be one."""
    return scene.tokens[phrase.head].tag == "NNP" and phrase.head not in scene.mention_at


def _pronoun(scene: Scene, phrase: Phrase) -> bool:
    return scene.tokens[phrase.head].tag in ("PRP", "WP", "WDT") and scene.entity(phrase.head) is None


def _fits_object(scene: Scene, clause: Clause, frame: Frame, own: Phrase | None) -> bool:
    if frame.words and (own is None or scene.tokens[own.head].lemma not in frame.words):
        return False
    if not frame.object_is:
        return True
    if own is None:
        return "none" in frame.object_is or any(
            frame.object_is & kinds_of(scene, p)
            for word, p in clause.preps
            if frame.roles.get(word) in ("place", "target")
        )
    if frame.object_is & kinds_of(scene, own):
        return True
    return "place" in frame.object_is and _unknown_name(scene, own)


def _needs_met(scene: Scene, clause: Clause, frame: Frame, own: Phrase | None) -> bool:
    if "quantity" in frame.need and (own is None or "quantity" not in kinds_of(scene, own)):
        return False
    if "bodies" in frame.need and not any(_bodies(scene, p) for p in (own, clause.subject)):
        return False
    return "negation" not in frame.need or denied(scene, clause)


def _bodies(scene: Scene, phrase: Phrase | None) -> bool:
    return phrase is not None and scene.tokens[phrase.head].lemma in kinds()["casualties"]
