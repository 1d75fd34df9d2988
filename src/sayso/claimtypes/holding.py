"""Who holds a place, as claim types of ground answer it: control, takeover, retreat, attack, presence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sayso.claimtypes.account import WHOLE, Account, Verdict, refutes, related, supports
from sayso.claimtypes.comparing import apart_in_time, days, one_time, same_name, told_later
from sayso.claimtypes.figures import compare_figures
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


def holding(p: Proposition, *, retakes: bool = False) -> Holding:
    """Return what `p` says of who holds its place; an attack that `retakes` says that its target does."""
    positive = p.polarity == "positive"
    if p.type == "attack":
        if retakes and positive:
            return Holding(p.target, holds=True) if p.target else Holding(p.actor, holds=False)
        return Holding(p.actor, holds=not positive, firm=False)
    if p.type == "deployment":
        return Holding(p.actor, holds=positive, firm=False)
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


def compare_holdings(a: Account, b: Account) -> Verdict:
    """Compare two answers to who holds a place, or how much of it.

    Total against part, another scope and a later update are ruled out before a contradiction is seen.
    """
    if not _one_ground(a, b):
        return _compare_part(a, b)
    left, right = (holding(x.said, retakes=x.retakes) for x in (a, b))
    if not (left.firm and right.firm):
        return _loose(a, b, left, right)
    if _only_one_figure(a, b, left, right):
        return _one_figure(a, b, same=same_name(left.who, right.who))
    if left.who is None or right.who is None:
        return related("different-scope", "a holder is not named")
    same = same_name(left.who, right.who)
    if apart_in_time(a.said, b.said):
        return _in_turn(a, b, same=same and left.holds == right.holds)
    found = _now(a, b, left, right, same=same)
    if found.reason == "other-holder" and told_later(a, b):
        return related("later-update", "one is told on a later day")
    figures = found.kind == "supports" and a.said.quantity and b.said.quantity
    # A denial is of what the other says, whenever that is said to have been.
    dated = found.kind == "refutes" and found.reason != "polarity"
    if (figures or dated) and not one_time(_plain(a), _plain(b)):
        return related("time-apart", "they may not be of one time")
    return found


def _now(a: Account, b: Account, left: Holding, right: Holding, *, same: bool) -> Verdict:
    if a.said.quantity and b.said.quantity:
        if same:
            return compare_figures(a, b)
        if a.positive and b.positive:
            return _two_shares(a, b)
        return related("different-scope", "of figures of two sides one is denied")
    return _compare_holders(left, right, same=same, spot=a.spot and b.spot)


def _plain(a: Account) -> Proposition:
    """Return what is said, "all of it" without its figure."""
    return replace(a.said, quantity=None) if a.total else a.said


def _two_shares(a: Account, b: Account) -> Verdict:
    if a.share and b.share and a.share[0] + b.share[0] > 1:
        return refutes("other-holder", "the two shares are more than the whole")
    return related("part-of", "each may hold a part")


def _only_one_figure(a: Account, b: Account, left: Holding, right: Holding) -> bool:
    """Tell whether of two holds one has a figure and the other none; "all of it" is none, nor is a loss."""
    if bool(a.said.quantity) == bool(b.said.quantity):
        return False
    given, plain = (a, right) if a.said.quantity else (b, left)
    return not given.total and (plain.holds or not given.positive)


def _one_figure(a: Account, b: Account, *, same: bool) -> Verdict:
    """Compare a hold with a share of it: who holds a town holds most of it."""
    given = a if a.said.quantity else b
    if given.share and a.spot and b.spot:
        if same and given.positive and given.share[1] >= WHOLE and not apart_in_time(a.said, b.said):
            return supports("entails", "who holds it holds the share that is told")
        return related("part-of", "one tells of all of it, the other of a share")
    return related("different-scope", "only one gives a figure")


def _in_turn(a: Account, b: Account, *, same: bool) -> Verdict:
    if not same:
        return related("later-update", "one tells of a later day")
    earlier = min((a, b), key=lambda x: days(x.said.when or "")[0])
    if a.spot and b.spot and earlier.positive and not (a.said.quantity or b.said.quantity):
        return supports("same", "the later account has the same holder")
    return related("time-apart", "their dates differ")


def _loose(a: Account, b: Account, left: Holding, right: Holding) -> Verdict:
    kinds = {a.said.type, b.said.type}
    stays = same_name(left.who, right.who) and left.holds != right.holds
    if kinds == {"retreat", "deployment"} and stays and not apart_in_time(a.said, b.said):
        return refutes("polarity", "one has the side gone, the other has it still there")
    if left.who and same_name(left.who, right.who) and left.holds and right.holds:
        return related("different-scope", "to be at a place is not to hold it")
    return related("different-scope", "who fights or stands at a place may also hold ground there, or not")


def _compare_holders(left: Holding, right: Holding, *, same: bool, spot: bool) -> Verdict:
    if left.holds and right.holds:
        if same:
            return supports("same", "they name the same holder")
        if not spot:
            return related("part-of", "each may hold a part")
        return refutes("other-holder", "they name different holders")
    if left.holds == right.holds:
        if same:
            return supports("same", "both say that it is not theirs")
        return related("different-scope", "neither names a holder")
    if not same:
        return supports("entails", "one side's loss is the other's hold")
    return refutes("polarity", "one says that the side holds it, the other that it does not")


def _one_ground(a: Account, b: Account) -> bool:
    if a.lies != b.lies:
        return False
    return a.lies == "here" or same_name(_ground(a.said), _ground(b.said))


def _ground(p: Proposition) -> str | None:
    return p.place or p.place_from


def _compare_part(a: Account, b: Account) -> Verdict:
    """Compare what is said of a whole with what is said of its part."""
    order = {"around": 0, "here": 1, "part": 2}
    whole, part = sorted((a, b), key=lambda x: order[x.lies])
    if whole.lies == part.lies:
        return related("different-scope", "they are of different parts")
    left, right = (holding(x.said, retakes=x.retakes) for x in (whole, part))
    plain = whole.spot and whole.lies == "here" and whole.said.quantity is None
    if not (left.firm and right.firm and left.holds and left.who and right.who and (whole.total or plain)):
        return related("part-of", "one is of a part of what the other is of")
    same = same_name(left.who, right.who)
    late = apart_in_time(a.said, b.said)
    if same and right.holds and part.said.quantity is None:
        if whole.total:
            return supports("entails", "who holds all of it holds this part")
        return (
            related("time-apart", "their dates differ")
            if late
            else supports("part-of", "the part has the same holder")
        )
    if late or not whole.total or part.said.quantity:
        return related("part-of", "a part may be held otherwise than the rest")
    if right.holds:
        return refutes("other-holder", "all of it is said to be one side's, a part the other's")
    if same:
        return refutes("polarity", "all of it is said to be a side's, a part not")
    return related("part-of", "one is of a part of what the other is of")
