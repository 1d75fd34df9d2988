"""How a question stands: uncontested, corroborated, contested or conceded, and which rule says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model.weighed import Relation, Status
from sayso.weighing.answers import Same
from sayso.weighing.interests import admits, echoed, gainers, insisting, interested, rivals
from sayso.weighing.origins import Origins, count

# What somebody is for, or says at large, no second voice can witness.
_NOT_WITNESSED = frozenset({"stance", "other"})

UNNAMED = "somebody unnamed"


@dataclass(frozen=True, slots=True)
class Standing:
    """A status, why it is so in words, the rule that says so and the ids of the statements that fired it."""

    status: Status
    reason: str
    rule: str
    fired: tuple[str, ...] = ()


def standing(found: Sequence[Same], related: Sequence[Relation], origins: Origins) -> Standing:
    """Return status and reason; conceded outranks contested, that corroborated, that uncontested.

    Context: the answers of this question and their relations, and the origins of their articles.
    """
    return (
        _conceded(found)
        or _contested(found, related)
        or _corroborated(found, related, origins)
        or _uncontested(related)
    )


def _uncontested(related: Sequence[Relation]) -> Standing:
    words = "no two sides give answers that exclude each other"
    if any(relation.kind == "refutes" for relation in related):
        words = "answers that exclude each other are of one side, or of parts of the place only"
    return Standing("uncontested", words, "no-rule")


def _conceded(found: Sequence[Same]) -> Standing | None:
    """A side that contends for the place says that it has lost it, and somebody else has it so too."""
    here = [same for same in found if same.here]
    heard = [voice for same in here for voice in same.voices if voice.mood == "fact"]
    if not any(same.yields for same in here):
        return None
    rival, firm, gaining = rivals(here), insisting(heard), gainers(heard)
    for voice in heard:
        other = echoed(voice, heard) if admits(voice, rival, firm, gaining) else None
        if other is not None:
            told = other.side or other.statement.claimer or UNNAMED
            words = f"{voice.side}, whom it hurts, says so ({voice.statement.id}), beside {told}"
            if told == voice.side:
                words = f"{voice.side}, whom it hurts, says so itself ({voice.statement.id})"
            fired = (voice.statement.id, other.statement.id)
            return Standing("conceded", words, "admitted-by-the-loser", fired)
    return None


def _contested(found: Sequence[Same], related: Sequence[Relation]) -> Standing | None:
    for relation in related:
        left, right = found[relation.left], found[relation.right]
        if relation.kind == "refutes" and (left.counts or right.counts):
            pairs = [(a, b) for a in left.sides or (UNNAMED,) for b in right.sides or (UNNAMED,) if a != b]
            if pairs:
                one, other = pairs[0]
                fired = (_first(left, one), _first(right, other))
                words = f"{one} and {other} disagree: {relation.note}"
                return Standing("contested", words, f"refuted:{relation.reason}", fired)
    return None


def _first(same: Same, side: str) -> str:
    return next((v for v in same.voices if v.side == side), same.voices[0]).statement.id


def _corroborated(found: Sequence[Same], related: Sequence[Relation], origins: Origins) -> Standing | None:
    """Two independent origins, one of them of a side that the matter is not about."""
    about = interested(found)
    for group in supporting(found, related):
        # What is said of a part bears no witness for the whole.
        group = [n for n in group if all(account.lies != "part" for account in found[n].accounts)]
        heard = [v for n in group for v in found[n].voices]
        if not heard or not _witnessed(found[group[0]]):
            continue
        apart = count(heard, origins)
        witnesses = sorted({v.side for v in heard if v.side and v.side not in about})
        if apart > 1 and witnesses:
            words = f"{apart} independent origins, among them {witnesses[0]}, whom it is not about"
            first = {v.side: v.statement.id for v in reversed(heard) if v.side}
            fired = tuple(sorted({heard[0].statement.id, first[witnesses[0]]}))
            return Standing("corroborated", words, "independent-origins", fired)
    return None


def _witnessed(same: Same) -> bool:
    """Tell whether a second voice can bear witness: of a fact, and one whose extent is told."""
    first = same.accounts[0]
    if same.mood != "fact" or first.said.type in _NOT_WITNESSED:
        return False
    if first.said.type not in ("control", "takeover"):
        return True
    return first.spot or first.said.quantity is not None


def supporting(found: Sequence[Same], related: Sequence[Relation]) -> list[list[int]]:
    """Return the positions of answers in groups that support each other."""
    group = list(range(len(found)))
    for relation in related:
        if relation.kind == "supports":
            old, new = group[relation.right], group[relation.left]
            group = [new if g == old else g for g in group]
    return [[n for n in range(len(found)) if group[n] == g] for g in sorted(set(group))]
