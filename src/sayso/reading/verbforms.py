"""Verb groups set right by what stands around them, where the tagger took one form for another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.analysis import Sentence
from sayso.reading.phrases import Phrase
from sayso.reading.scenes import Scene
from sayso.reading.subjects import RELATIVE, ending_at, object_of, top
from sayso.reading.triggers import wordset
from sayso.reading.verbgroups import VerbGroup


def is_noun(scene: Scene, group: VerbGroup) -> bool:
    """Tell the "fighting" that is a noun: after "amid" or "the", or before its own finite verb."""
    if group.form != "ing" or group.head != group.first:
        return False
    before = scene.tokens[group.first - 1] if group.first else None
    after = scene.tokens[group.last] if group.last < len(scene.tokens) else None
    opens = (
        after is not None
        and after.tag in ("VBD", "VBZ", "VBP", "MD")
        and (before is None or before.tag in (".", ",", "IN"))
    )
    return opens or (
        before is not None
        and (before.lemma in ("amid", "amidst", "despite", "during") or before.tag in ("DT", "JJ"))
    )


def settled(scene: Scene, phrases: Sequence[Phrase], sentence: Sentence, group: VerbGroup) -> VerbGroup:
    """Set right a bare participle that is a past tense, and a past tense that is a participle.

    "Rebels seized a village" and "until rebels attacked" are active whatever the tagger says; "with five
    men killed" is passive, for such verbs never lack their object.
    """
    tokens, place = scene.tokens, group.first
    if group.form == "participle" and group.last < sentence.last and tokens[group.last].lemma == "that":
        return replace(group, form="finite", voice="active", tense="past")
    owner = ending_at(phrases, place)
    if group.form == "participle" and owner is not None and tokens[owner.head].tag not in RELATIVE:
        holder = top(phrases, owner, sentence.first) or owner
        before = tokens[holder.first - 1]
        opens = (
            holder.first == sentence.first or before.lemma in wordset("openers") | {","} or "-" in before.text
        )
        told = opens and (
            object_of(scene, phrases, group, sentence.last) is not None
            or tokens[holder.first - 1].lemma in wordset("openers")
        )
        if told and (group.last >= sentence.last or tokens[group.last].lemma != "by"):
            return replace(group, form="finite", voice="active", tense="past")
    harmed = group.voice == "active" and group.lemma in wordset("harming") and group.head == group.first
    if (
        harmed
        and tokens[group.head].tag in ("VBD", "VBN")
        and object_of(scene, phrases, group, sentence.last) is None
    ):
        return replace(group, form="participle", voice="passive", tense="none")
    return group
