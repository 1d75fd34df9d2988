"""What one voice says again in passing is not counted again (GUIDE.md, "Conventions for the hard calls")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.statements import Told


def without_echoes(told: Sequence[Told]) -> list[Told]:
    """Leave out the narrator's statements that only presuppose what the narrator says elsewhere.

    Such an echo has type, actor, place, figure and polarity of the other, no time of its own or the same
    one, and no more to say: "after the withdrawal of the troops" beside "the troops withdrew in May".
    A statement in which the outlet itself acts ("the agency could not confirm this") is a disclaimer.
    """
    kept: list[Told] = []
    for one in sorted(told, key=_fullness, reverse=True):
        if _narrated(one) and (_of_itself(one) or any(_echoes(one, other) for other in kept)):
            continue
        kept.append(one)
    return [one for one in told if any(one is other for other in kept)]


def _narrated(one: Told) -> bool:
    return one.statement.attribution == "narrator"


def _of_itself(one: Told) -> bool:
    p = one.statement.proposition
    return p.type == "stance" and p.actor is not None and p.actor in (one.statement.claimer or "")


def _echoes(one: Told, other: Told) -> bool:
    if not _narrated(other) or one.statement.modality != other.statement.modality:
        return False
    mine, theirs = one.statement.proposition, other.statement.proposition
    same = replace(mine, when=None, target=None) == replace(theirs, when=None, target=None)
    target = mine.target in (None, theirs.target)
    return same and mine.actor is not None and target and mine.when in (None, theirs.when)


def _fullness(one: Told) -> tuple[bool, bool]:
    p = one.statement.proposition
    return p.when is not None, p.target is not None
