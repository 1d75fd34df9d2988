"""The subject and the object of a verb group, by tags alone: beside it, before an insertion, or shared."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.clauses import Clause
from sayso.reading.phrases import Phrase
from sayso.reading.scenes import Scene
from sayso.reading.triggers import wordset
from sayso.reading.verbgroups import VerbGroup
from sayso.reading.words import is_quote

RELATIVE = frozenset({"WDT", "WP"})


def subject_of(
    scene: Scene, phrases: Sequence[Phrase], before: Sequence[Clause], group: VerbGroup, start: int
) -> Phrase | None:
    """Return the phrase that a verb group's clause has for subject, None where none is clear."""
    tokens = scene.tokens
    place = group.first - 1
    while place >= start and (
        tokens[place].tag in ("RB", "RBR", "RBS", "MD")
        or is_quote(tokens[place])
        or _there(scene, place)
        or _day(scene, place)
    ):
        place -= 1
    if place < start:
        return _shared(scene, before, group)
    if tokens[place].tag in RELATIVE or (tokens[place].lemma == "that" and tokens[place].tag != "IN"):
        return _antecedent(scene, phrases, place)
    if (
        tokens[place].tag == "IN"
        and before
        and before[-1].group.lemma in wordset("accusing")
        and before[-1].object is not None
    ):
        return before[-1].object
    if tokens[place].tag == "CC" or tokens[place].tag in ("IN", "TO", "WRB"):
        return _shared(scene, before, group)
    if group.form == "infinitive":
        own = top(phrases, ending_at(phrases, place + 1), start)
        usable = own is not None and own.first >= start and before and not _is_time(scene, own)
        plan = own is not None and tokens[own.head].lemma in wordset("plans")
        return own if usable and not plan else _shared(scene, before, group)
    if tokens[place].text in (",", "–", "-", "—", ")") and group.form in ("ing", "participle"):
        return _shared(scene, before, group) if group.form == "ing" else _antecedent(scene, phrases, place)
    if tokens[place].text in (",", "–", "-", "—", ")"):
        return _before_insertion(scene, phrases, before, group, place, start)
    found = ending_at(phrases, place + 1) or nearest(phrases, start, place + 1)
    found = top(phrases, found, start)
    return _described(scene, before, found) or _shared(scene, before, group)


def _described(scene: Scene, before: Sequence[Clause], found: Phrase | None) -> Phrase | None:
    """Return A of "A trapped in B said": what stands in a participle's clause is no subject after it."""
    if found is None or not before:
        return found
    last = before[-1]
    hangs = (
        last.group.form in ("participle", "ing")
        and last.subject is not None
        and last.subject.last == last.group.first
    )
    between = scene.tokens[last.group.last : found.first]
    if hangs and found.first >= last.group.last and all(t.tag in ("IN", "TO", "RB", "DT") for t in between):
        return last.subject
    return found


def _day(scene: Scene, place: int) -> bool:
    return place in scene.time_at and scene.tokens[place].tag.startswith("NN")


def _there(scene: Scene, place: int) -> bool:
    """Tell a "there" that says where ("troops there had left") from the one that opens a clause."""
    return (
        scene.tokens[place].lemma in ("there", "here")
        and place > 0
        and scene.tokens[place - 1].tag.startswith("NN")
    )


def _shared(scene: Scene, before: Sequence[Clause], group: VerbGroup) -> Phrase | None:
    """Return the subject of the clause that this one continues."""
    for clause in reversed(before):
        if clause.group.form == "finite" or group.form == clause.group.form or clause.subject is not None:
            beside = clause.object is not None and clause.object.last == group.first
            if group.form == "infinitive" and beside and not _is_plan(scene, clause.object):
                return clause.object
            if clause.group.voice == "passive" and group.form == "ing":
                return next((p for w, p in clause.preps if w == "by"), clause.subject)
            return clause.subject
    return None


def _antecedent(scene: Scene, phrases: Sequence[Phrase], relative: int) -> Phrase | None:
    """Return the phrase that a relative word or a participle after a comma points back to."""
    place = relative
    while place > 0 and (
        scene.tokens[place - 1].text in (",", "–", "—", ")") or scene.tokens[place - 1].tag in ("IN", "TO")
    ):
        place -= 1
    return ending_at(phrases, place)


def _is_plan(scene: Scene, phrase: Phrase | None) -> bool:
    """Tell a noun that an infinitive explains ("plans to …") from one who does it ("urged X to …")."""
    return phrase is not None and scene.tokens[phrase.head].lemma in wordset("plans")


def ending_at(phrases: Sequence[Phrase], place: int) -> Phrase | None:
    """Return the phrase that ends at a token."""
    return next((p for p in reversed(phrases) if p.last == place), None)


def nearest(phrases: Sequence[Phrase], start: int, end: int) -> Phrase | None:
    """Return the last phrase that lies between two tokens."""
    return next((p for p in reversed(phrases) if start <= p.first and p.last <= end), None)


def top(phrases: Sequence[Phrase], found: Phrase | None, start: int) -> Phrase | None:
    """Return the phrase that `found` hangs on, if it is the tail of one."""
    while found is not None:
        holder = next(
            (p for p in phrases if p.first >= start and any(t.first == found.first for _, t in p.tails)), None
        )
        if holder is None:
            return found
        found = holder
    return None


def _before_insertion(
    scene: Scene,
    phrases: Sequence[Phrase],
    before: Sequence[Clause],
    group: VerbGroup,
    comma: int,
    start: int,
) -> Phrase | None:
    """Return the subject before ", …," and a verb: an apposition or a relative clause is stepped over."""
    tokens = scene.tokens
    opening = next((k for k in range(comma - 1, -1, -1) if tokens[k].text in (",", "–", "-", "—", "(")), None)
    if opening is not None and opening > 0:
        after = tokens[opening + 1]
        if (
            opening >= start
            or after.tag in RELATIVE
            or (before and before[-1].group.form in ("participle", "ing"))
        ):
            found = ending_at(phrases, opening)
            if found is not None and tokens[found.head].tag in RELATIVE:
                return _antecedent(scene, phrases, found.head)
            if found is not None:
                return top(phrases, found, 0)
    found = top(phrases, nearest(phrases, start, comma), start)
    return _described(scene, before, found) or _shared(scene, before, group)


def object_of(scene: Scene, phrases: Sequence[Phrase], group: VerbGroup, end: int) -> Phrase | None:
    """Return the phrase that follows a verb group as its object."""
    place = group.last
    if (
        place < end
        and scene.tokens[place].lemma in wordset("particles")
        and scene.tokens[place].tag in ("IN", "RB", "RP")
    ):
        place += 1
    starts = {p.first for p in phrases}
    while place < end and place not in starts:
        if scene.tokens[place].tag not in ("RB", "RP") and not is_quote(scene.tokens[place]):
            break
        place += 1
    found = next((p for p in phrases if p.first == place and place < end), None)
    if found is not None and _is_time(scene, found):
        return next((p for p in phrases if p.first == found.end and p.first < end), None)
    return found


def _is_time(scene: Scene, phrase: Phrase) -> bool:
    return phrase.head in scene.time_at and scene.tokens[phrase.head].tag != "CD"
