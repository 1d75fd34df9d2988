"""What a stance is towards, and what befell those lost: the parts of a key that several wordings share."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.languages import table
from sayso.model.proposition import Proposition
from sayso.weighing.names import fold
from sayso.weighing.organs import is_demonym
from sayso.weighing.voices import Voice

DANGER = "danger"
"""Stands in the place of a unit in the key of a question whether somebody is a danger."""


@dataclass(frozen=True, slots=True)
class Danger:
    """That `source` (None: not said) is, or is not, a danger to `whom`."""

    source: str | None
    whom: str | None


def danger_of(voice: Voice) -> Danger | None:
    """Return the danger that a stance tells of, None where it tells of none.

    "X fears Y" and "Y is no threat to X" answer one question: is Y a danger?
    """
    p = voice.proposition
    if p.type != "stance" or not p.actor:
        return None
    words = voice.statement.evidence.casefold()
    tables = table("english", "weighing")
    if p.target and any(turn in words for turn in tables["threat"]):
        return Danger(p.actor, p.target)
    if any(stem in words for stem in tables["fear"]):
        return Danger(p.target, p.actor)
    return None


def as_danger(voice: Voice) -> Proposition:
    """Return what the voice says of a danger as a stance of its source towards whom it threatens."""
    found = danger_of(voice)
    return replace(voice.said, actor=found.source, target=found.whom) if found else voice.said


def matter(p: Proposition) -> str:
    """Return what a stance is towards: its target without epithets, else its place.

    "foreign forces in Norway" and "Swedish forces in Norway" are one matter; a name keeps all its words.
    """
    return fold(p.place or "") if p.target is None else bare(p.target)


def bare(name: str) -> str:
    """Return the folded name without the epithets in front of a common noun."""
    words = name.split()
    while len(words) > 1 and (words[0][:1].islower() or is_demonym(fold(words[0]))) and _goes_on(words):
        words = words[1:]
    return fold(" ".join(words))


def _goes_on(words: list[str]) -> bool:
    """Tell whether a common noun follows, so that the first word is an epithet and not the noun itself."""
    return words[1][:1].islower() and fold(words[1]) not in table("english", "weighing")["small"]


def sufferers(p: Proposition) -> str | None:
    """Return whose losses they are; at a place, people who are not called by a name are asked about together.

    "residents", "a dozen patients" and "the dead" of one place are one question; "Reds" are another.
    """
    if p.target is None or (p.place and p.target[:1].islower()):
        return None
    return fold(p.target)


def losses_of(p: Proposition) -> str:
    """Return what befell them; losses of which no figure is given are counted with the killed."""
    return p.quantity.unit if p.quantity else "killed"
