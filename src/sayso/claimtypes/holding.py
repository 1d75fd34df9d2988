"""Who holds a place, as four claim types answer it: control, takeover, retreat, attack."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sayso.claimtypes.comparing import Verdict, apart_in_time, compare_figures, same_name
from sayso.claimtypes.interface import Key, say_figure, way
from sayso.model.proposition import Proposition

_MANY = re.compile(
    r"\b(?:districts|towns|villages|cities|capitals|crossings|roads|areas|regions|territories|"
    r"settlements|localities|positions|borders|centers|centres)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Holding:
    """What a proposition says of a place: `who` holds it (`holds` true) or does not.

    `firm` is False where that only follows loosely (who attacks a place does not hold it all).
    """

    who: str | None
    holds: bool
    firm: bool = True


def holding(p: Proposition) -> Holding:
    """Return what `p` says of who holds its place."""
    positive = p.polarity == "positive"
    if p.type == "attack":
        return Holding(p.actor, holds=not positive, firm=False)
    if p.type == "retreat":
        return Holding(p.actor, holds=not positive)
    return Holding(p.actor, holds=positive)


def holding_key(p: Proposition) -> Key | None:
    """Return the key ("control", …) that a statement of control or of a kin type bears on.

    A share or a number is asked for by holder and place ("what share of X does A hold?"); a single
    place by the place alone, so that every side's answer comes to the same question.
    """
    place = p.place or p.place_from
    if place is None:
        return None
    if p.quantity is not None:
        return ("control", p.actor, place, p.quantity.unit)
    if _MANY.search(place):
        return ("control", p.actor, place, None)
    return ("control", None, place, None)


def ask_holding(key: Key) -> str:
    """Return the question of a holding key in words."""
    _, actor, place, unit = key
    if unit == "share":
        return f"What share of {place} does {actor or 'each side'} hold?"
    if unit is not None:
        return f"How many {unit} ({place}) has {actor or 'each side'} taken?"
    if actor is not None:
        return f"What does {actor} hold of {place}?"
    return f"Who holds {place}?"


def say_holding(p: Proposition, verb: str) -> str:
    """Return what `p` says of a place in words: "X holds Y", "X has taken 5 districts"."""
    parts = [p.actor or "somebody", verb]
    place = p.place or p.place_from
    if p.quantity is not None:
        parts.append(say_figure(p.quantity))
        told = p.quantity.of if p.quantity.unit == "share" else p.quantity.unit
        # "85 % of territory of X" and "5 districts" of "districts of X" name the place already.
        place = None if place is None or (told and (place in told or told in place)) else f"({place})"
    return " ".join([*parts, *([place] if place else []), *way(replace(p, place=p.place or p.place_from))])


def compare_holdings(a: Proposition, b: Proposition) -> Verdict:
    """Compare two answers to who holds a place, or how much of it."""
    if apart_in_time(a, b):
        return "related", "their dates differ"
    if a.quantity and b.quantity and same_name(a.actor, b.actor) and a.polarity == b.polarity:
        return compare_figures(a.quantity, b.quantity)
    if bool(a.quantity) != bool(b.quantity):
        return "related", "only one gives a figure"
    left, right = holding(a), holding(b)
    if left.who is None or right.who is None:
        return "related", "a holder is not named"
    return _compare_holders(left, right, same=same_name(left.who, right.who))


def _compare_holders(left: Holding, right: Holding, *, same: bool) -> Verdict:
    if left.holds and right.holds:
        return (
            ("supports", "they name the same holder") if same else ("refutes", "they name different holders")
        )
    if left.holds == right.holds:
        return (
            ("supports", "both say that it is not theirs") if same else ("related", "neither names a holder")
        )
    if not same:
        return "supports", "one side's loss is the other's hold"
    if left.firm and right.firm:
        return "refutes", "one says that the side holds it, the other that it does not"
    return "related", "a side may attack where it also holds ground"
