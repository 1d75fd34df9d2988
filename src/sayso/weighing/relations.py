"""How the answers to one question bear on each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, product

from sayso.claimtypes.catalogue import registry
from sayso.claimtypes.comparing import Verdict, bounds
from sayso.model.proposition import Proposition
from sayso.model.weighed import Relation
from sayso.weighing.answers import Same
from sayso.weighing.clusters import LASTING, alike
from sayso.weighing.extent import Extents

MOST_ANSWERS = 48
"""Answers beyond the 48 with most statements are listed but not compared, so that cost stays bounded."""

MOST_SAID = 12
"""Of one answer at most so many distinct propositions are compared with another's."""

_RANK = {"refutes": 0, "supports": 1, "related": 2}


def relations(found: Sequence[Same], extents: Extents) -> tuple[Relation, ...]:
    """Return the relations between answers, by position; `left` lies before `right`."""
    return tuple(_related(found, extents))


def _related(found: Sequence[Same], extents: Extents) -> Iterator[Relation]:
    for left, right in combinations(range(min(len(found), MOST_ANSWERS)), 2):
        kind, reason = verdict(found[left], found[right], extents)
        yield Relation(left, kind, right, reason)


def verdict(a: Same, b: Same, extents: Extents) -> Verdict:
    """Return the strongest verdict over what the two answers say: refutes, then supports, then related.

    A plan, a demand or a doubt is no account of what is so: it neither refutes nor supports one.
    """
    if a.mood != b.mood:
        return "related", f"one is a {a.mood}, the other a {b.mood}"
    attacks = [same for same in (a, b) if same.said[0].type == "attack"]
    if len(attacks) == 1 and not attacks[0].retakes:
        return "related", "a side may attack where it also holds ground"
    pairs = product(a.said[:MOST_SAID], b.said[:MOST_SAID])
    verdicts = [compared(left, right, extents) for left, right in pairs]
    kind, reason = min(verdicts, key=lambda found: (_RANK[found[0]], found[1]))
    if kind == "refutes" and a.said[0].actor != b.said[0].actor and set(a.sides) & set(b.sides):
        return "related", f"{min(set(a.sides) & set(b.sides))} says both"
    return kind, reason


def compared(a: Proposition, b: Proposition, extents: Extents) -> Verdict:
    """Return the claim type's verdict, unless the two need not be of one thing at one time.

    Part against part, another figure than the one denied, and a later count are ruled out before
    anything is called a contradiction.
    """
    kind, reason = registry()[a.type].compare(a, b)
    if kind == "related":
        return kind, reason
    if a.polarity != b.polarity and kind == "refutes":
        if a.quantity and b.quantity and not alike(a.quantity, b.quantity):
            return "related", "the figure denied is another one"
        return kind, reason
    if kind == "refutes" and a.actor != b.actor and _parts(a, b, extents):
        return "related", "each may hold a part"
    if (kind == "refutes" or (a.quantity and b.quantity)) and not one_time(a, b):
        return "related", "they may not be of one time"
    return kind, reason


def _parts(a: Proposition, b: Proposition, extents: Extents) -> bool:
    """Tell whether two holders may each have a part: of a set of places, or by shares that fit into one."""
    place = a.place or b.place
    if place is not None and extents.of(place) == "several":
        return True
    if a.quantity is None or b.quantity is None:
        return a.quantity is not b.quantity
    return bounds(a.quantity)[0] + bounds(b.quantity)[0] <= 1 or a.quantity.unit != "share"


def one_time(a: Proposition, b: Proposition) -> bool:
    """Tell whether two accounts whose dates meet are surely of one time.

    A span counts as of its last day ("since May" is as of now); days within a week are one time; a
    month against a day is not.  Accounts without a date may be, but a figure may have changed since.
    A standing measure has no time.
    """
    if a.when is None or b.when is None or a.type == "measure":
        return a.when == b.when or a.type == "measure" or not (a.quantity or b.quantity)
    if a.when == b.when:
        return True
    left, right = (when.rpartition("/")[2] for when in (a.when, b.when))
    if len(left) < len("2000-01-01") or len(right) < len("2000-01-01"):
        return False
    return abs(date.fromisoformat(left) - date.fromisoformat(right)) <= LASTING
