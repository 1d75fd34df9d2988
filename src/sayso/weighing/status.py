"""How a question stands: uncontested, corroborated, contested or conceded, and which rule says so."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.weighed import Relation, Status
from sayso.weighing.answers import Same
from sayso.weighing.interests import admits, gains, insisting, interested, rivals
from sayso.weighing.origins import Origins, count

# What somebody is for, or says at large, no second voice can witness.
_NOT_WITNESSED = frozenset({"stance", "other"})

Standing = tuple[Status, str]


def standing(found: Sequence[Same], related: Sequence[Relation], origins: Origins) -> Standing:
    """Return status and reason; conceded outranks contested, that corroborated, that uncontested."""
    return (
        _conceded(found)
        or _contested(found, related)
        or _corroborated(found, related, origins)
        or ("uncontested", "no two sides give answers that exclude each other")
    )


def _conceded(found: Sequence[Same]) -> Standing | None:
    """One side says that it gained the ground, and a side that contends for it says so too."""
    heard = [voice for same in found for voice in same.voices if voice.mood == "fact"]
    rival = rivals(found)
    for gainer in sorted({v.side for v in heard if v.side and gains(v.said) == v.side}):
        firm = insisting(heard, gainer)
        admitted = next((v for v in heard if admits(v, gainer, rival, firm)), None)
        if admitted is not None:
            words = f"{gainer} claims it and {admitted.side}, whom it hurts, says so"
            return "conceded", f"{words} ({admitted.statement.id})"
    return None


def _contested(found: Sequence[Same], related: Sequence[Relation]) -> Standing | None:
    for relation in related:
        left, right = found[relation.left], found[relation.right]
        if relation.kind == "refutes":
            pairs = [(a, b) for a in left.sides for b in right.sides if a != b]
            if pairs:
                return "contested", f"{pairs[0][0]} and {pairs[0][1]} disagree: {relation.reason}"
    return None


def _corroborated(found: Sequence[Same], related: Sequence[Relation], origins: Origins) -> Standing | None:
    """Two independent origins, one of them of a side that the matter is not about."""
    about = interested(found)
    for group in supporting(found, related):
        heard = [v for n in group for v in found[n].voices]
        if found[group[0]].mood != "fact" or heard[0].said.type in _NOT_WITNESSED:
            continue
        apart = count(heard, origins)
        witnesses = sorted({v.side for v in heard if v.side and v.side not in about})
        if apart > 1 and witnesses:
            words = f"{apart} independent origins, among them {witnesses[0]}, whom it is not about"
            return "corroborated", words
    return None


def supporting(found: Sequence[Same], related: Sequence[Relation]) -> list[list[int]]:
    """Return the positions of answers in groups that support each other."""
    group = list(range(len(found)))
    for relation in related:
        if relation.kind == "supports":
            old, new = group[relation.right], group[relation.left]
            group = [new if g == old else g for g in group]
    return [[n for n in range(len(found)) if group[n] == g] for g in sorted(set(group))]
