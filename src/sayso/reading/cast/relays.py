"""Canonical names of the outlets, agencies and platforms that relay claims."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.model.analysis import Entity, Mention
from sayso.model.profile import Profile
from sayso.reading.cast.nouns import nouns
from sayso.reading.cast.words import fold, pieces
from sayso.reading.cast.world import world

_RELAYING = frozenset({"outlet", "organisation", "state", "party", "person", "group"})


def canonical_relay(
    name: str, text: str, entities: Sequence[Entity], mentions: Sequence[Mention], profile: Profile
) -> str:
    """Return the canonical name of a relay as printed ("Ria Novosti news agency" → "RIA Novosti").

    A known outlet by its list; else the entity of the words that hold the name; else the words as they are.
    """
    lows = _lows(name)
    known = _outlets(profile)
    if lows in known:
        return known[lows]
    for mention in mentions:
        if mention.entity is None or entities[mention.entity].kind not in _RELAYING:
            continue
        said = _lows(mention.span.of(text))
        if _holds(said, lows) or _holds(lows, said):
            return entities[mention.entity].name
    return name


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    size = len(shorter)
    return size > 0 and any(longer[n : n + size] == shorter for n in range(len(longer) - size + 1))


def _lows(name: str) -> tuple[str, ...]:
    """Return a relay's words without article and kind ("the", "news agency", "television")."""
    lows = [fold(word) for _, word in pieces(name)]
    while lows and lows[0] in {"the", "a", "an"}:
        lows.pop(0)
    while len(lows) > 1 and (lows[-1] == "news" or "outlet" in nouns().of(lows[-1])):
        lows.pop()
    return tuple(lows)


@cache
def _outlets(profile: Profile) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for alias in world(profile).aliases:
        if alias.referent.kind == "outlet":
            found.setdefault(_lows(alias.words), alias.referent.name)
    return found
