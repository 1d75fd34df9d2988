"""Whom an account serves and whom it hurts."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.proposition import Proposition
from sayso.weighing.answers import Same
from sayso.weighing.voices import Voice

_TAKING = frozenset({"control", "takeover"})


def gains(p: Proposition) -> str | None:
    """Return the side that gains ground by what is said, None where nobody does."""
    return p.actor if p.type in _TAKING and p.polarity == "positive" else None


def rivals(found: Iterable[Same]) -> frozenset[str]:
    """Return the sides that hold, take, leave or attack the place in question, by any account."""
    kinds = _TAKING | {"retreat", "attack"}
    return frozenset(p.actor for same in found for p in same.said if p.type in kinds and p.actor)


def admits(voice: Voice, gainer: str, rival: frozenset[str], insisting: frozenset[str]) -> bool:
    """Tell whether a side says against itself that `gainer` has the ground.

    It says so outright, says that it has left, or says that it attacks to get the place back (unless it
    is `insisting` that the place is not lost).  Only sides that contend for the place are hurt.
    """
    p, side = voice.said, voice.side
    if voice.mood != "fact" or side is None or side == gainer or side not in rival:
        return False
    if gains(p) is not None:
        return gains(p) == gainer
    if p.actor != side:
        return False
    if p.polarity == "negative":
        return p.type in _TAKING
    return p.type == "retreat" or (voice.retakes and side not in insisting)


def insisting(facts: Iterable[Voice], gainer: str) -> frozenset[str]:
    """Return the sides that say as a fact that they hold the place, or that `gainer` does not."""
    return frozenset(
        voice.side
        for voice in facts
        if voice.side and voice.said.type in _TAKING
        if gains(voice.said) == voice.side
        or (voice.said.polarity == "negative" and voice.said.actor == gainer)
    )


def interested(found: Iterable[Same]) -> frozenset[str]:
    """Return the sides that the propositions are about: no witness of their own deeds."""
    names = ((p.actor, p.target) for same in found for p in same.said)
    return frozenset(name for pair in names for name in pair if name)
