"""When a side says against itself that another has a place, day by day and voice by voice."""

from __future__ import annotations

from collections.abc import Collection

from sayso.weighing.voices import Voice

TAKING = frozenset({"control", "takeover"})
"""Types by which somebody is said to have a place."""


def gains(voice: Voice) -> bool:
    """Tell whether somebody has the place by what is said."""
    return voice.said.type in TAKING and voice.said.polarity == "positive"


def loses(voice: Voice) -> bool:
    """Tell whether somebody has not, or has no longer, the place by what is said."""
    return voice.said.type in TAKING if voice.said.polarity == "negative" else voice.said.type == "retreat"


def insists(voice: Voice, holder: str) -> bool:
    """Tell whether a side says as a fact that it has the place itself, or that `holder` has not."""
    if voice.mood != "fact":
        return False
    own = gains(voice) and voice.said.actor == voice.side
    return own or (loses(voice) and voice.said.actor == holder)


def concedes(voice: Voice, holder: str, rivals: Collection[str], firm: Collection[str]) -> bool:
    """Tell whether a side that contends for the place says that `holder` has it, or that itself has lost it.

    It says so outright, says that it has left, or says that it attacks to get the place back (unless it is
    `firm`: insisting at the same time that the place is not lost).
    """
    side = voice.side
    if voice.mood != "fact" or side is None or side == holder or side not in rivals:
        return False
    if gains(voice):
        return voice.said.actor == holder
    if voice.said.actor != side:
        return False
    return loses(voice) or (voice.retakes and side not in firm)
