"""Whom an account serves and whom it hurts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.claimtypes.holding import holding
from sayso.model.proposition import Proposition
from sayso.weighing.answers import Same
from sayso.weighing.voices import Voice

_TAKING = frozenset({"control", "takeover"})
_GROUND = _TAKING | {"retreat", "attack"}


def gains(p: Proposition) -> str | None:
    """Return the side that gains ground by what is said, None where nobody does."""
    return p.actor if p.type in _TAKING and p.polarity == "positive" else None


def rivals(found: Iterable[Same]) -> frozenset[str]:
    """Return the sides that hold, take, leave or attack the place in question, by any account."""
    return frozenset(p.actor for same in found for p in same.said if p.type in _GROUND and p.actor)


def losing(voice: Voice) -> str | None:
    """Return the side that has lost the place by this account, None where it tells of no loss."""
    p = voice.said
    if voice.mood != "fact" or p.type not in _GROUND:
        return None
    if voice.retakes:
        return p.actor
    told = holding(p)
    return told.who if told.firm and not told.holds else None


def gainers(facts: Iterable[Voice]) -> dict[str, set[str | None]]:
    """Return the sides that gain the place by any account, each with the sides that say so."""
    found: dict[str, set[str | None]] = {}
    for voice in facts:
        gainer = gains(voice.said)
        if gainer:
            found.setdefault(gainer, set()).add(voice.side)
    return found


def admits(
    voice: Voice, rival: frozenset[str], insisting: frozenset[str], gaining: Mapping[str, set[str | None]]
) -> bool:
    """Tell whether a side says against itself that it has lost the place.

    It says so outright, says that it has left, that a rival has the place, or that it attacks to get the
    place back (unless it is `insisting` that the place is not lost).  Only sides that contend for the place
    are hurt.
    """
    side = voice.side
    if voice.mood != "fact" or side is None or side not in rival:
        return False
    gainer = gains(voice.said)
    if gainer is not None:
        # Whom nobody else has gain the place may be an organ of the side itself.
        return gainer != side and bool(gaining.get(gainer, set()) - {side})
    return losing(voice) == side and not (voice.retakes and side in insisting)


def insisting(facts: Iterable[Voice]) -> frozenset[str]:
    """Return the sides that say as a fact that they hold the place, or that a rival does not."""
    return frozenset(
        voice.side
        for voice in facts
        if voice.side and voice.said.type in _TAKING
        if gains(voice.said) == voice.side
        or (voice.said.polarity == "negative" and voice.said.actor not in (None, voice.side))
    )


def echoed(voice: Voice, heard: Sequence[Voice]) -> Voice | None:
    """Return a voice that tells of the same loss or the gain behind it, or that denies it in vain.

    An admission that answers nobody is a side's own news: it concedes nothing.
    """
    for other in heard:
        if other.mood != "fact" or other is voice:
            continue
        if other.side != voice.side and (
            losing(other) == voice.side or gains(other.said) not in (None, voice.side)
        ):
            return other
    return next((v for v in heard if v is not voice and _stands_by(v, voice.side)), None)


def _stands_by(voice: Voice, side: str | None) -> bool:
    p = voice.said
    if voice.mood != "fact" or voice.side != side or p.type not in _GROUND or voice.retakes:
        return False
    told = holding(p)
    return told.firm and told.holds and told.who == side


def interested(found: Iterable[Same]) -> frozenset[str]:
    """Return the sides that the propositions are about: no witness of their own deeds."""
    names = ((p.actor, p.target) for same in found for p in same.said)
    return frozenset(name for pair in names for name in pair if name)
