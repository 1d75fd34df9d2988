"""The sides of an article: who fights whom, and under which name each first acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model.statement import SlotSpan
from sayso.reading.statements import Told

ON_GROUND = frozenset({"attack", "casualties", "takeover", "control", "retreat", "flight", "deployment"})
HOSTILE = frozenset({"attack", "casualties", "takeover"})


@dataclass(frozen=True, slots=True)
class Side:
    """An actor's name with its side and the words that name it."""

    name: str
    side: str
    slot: SlotSpan


def opponents(told: Sequence[Told]) -> Mapping[str, str]:
    """Return side → the side that it is most often said to fight."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in told:
        doer, foe = one.actor_side, one.target_side
        if doer and foe and doer != foe and one.statement.proposition.type in HOSTILE:
            counts[doer, foe] += 1
            counts[foe, doer] += 1
    if not counts:
        counts = _by_ground(told)
    found: dict[str, str] = {}
    for (one_side, other), _ in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        found.setdefault(one_side, other)
    return found


def _by_ground(told: Sequence[Told]) -> Counter[tuple[str, str]]:
    """Pair the two sides that take, hold or leave ground, where no third does so half as often."""
    sides = Counter(
        one.actor_side
        for one in told
        if one.actor_side and one.statement.proposition.type in ("takeover", "control", "attack", "retreat")
    )
    ranked = sorted(sides.items(), key=lambda row: (-row[1], row[0]))
    third = ranked[2][1] if len(ranked) > 2 else 0
    if len(ranked) < 2 or ranked[1][1] < 2 * third:
        return Counter()
    one, other = sorted((ranked[0][0], ranked[1][0]))
    return Counter({(one, other): 1, (other, one): 1})


def faces_of(told: Sequence[Told]) -> Mapping[str, Side]:
    """Return side → how the article first names its actor on the ground."""
    found: dict[str, Side] = {}
    for one in told:
        p = one.statement.proposition
        slot = next((s for s in one.statement.slots if s.slot == "actor"), None)
        if one.actor_side and p.actor and slot is not None and p.type in ON_GROUND:
            found.setdefault(one.actor_side, Side(p.actor, one.actor_side, slot))
    for one in told:
        slot = next((s for s in one.statement.slots if s.slot == "target"), None)
        if one.target_side and one.statement.proposition.target and slot is not None:
            found.setdefault(one.target_side, Side(one.statement.proposition.target, one.target_side, slot))
    return found
