"""An actor attacks, clashes, launches an offensive, besieges, or tries to retake a place."""

from __future__ import annotations

from sayso.claimtypes.account import Account, Verdict, refutes, related, supports
from sayso.claimtypes.comparing import apart_in_time, compare_plain, one_time, same_name
from sayso.claimtypes.holding import ask_holding, compare_holdings, holding_key
from sayso.claimtypes.interface import ClaimType, Key
from sayso.model.proposition import Proposition


class Attack(ClaimType):
    """An actor attacks; at a named place where the other side is, this bears on who holds it."""

    name = "attack"
    slots = frozenset({"actor", "target", "place", "quantity", "when"})
    asks = "Does {actor} attack?"

    def question_key(self, p: Proposition) -> Key | None:
        key = holding_key(p) if p.target and p.quantity is None else None
        if key is not None and key[1] is None:
            return key
        return super().question_key(p)

    def question(self, key: Key) -> str:
        if key[1] is None and key[2] is not None and key[0] == self.name:
            return f"Who attacks {key[2]}?"
        return ask_holding(key) if key[0] == "control" else super().question(key)

    def verb(self, p: Proposition) -> str:
        return "attacks" if p.polarity == "positive" else "does not attack"

    def compare(self, a: Account, b: Account) -> Verdict:
        if "deployment" in (a.said.type, b.said.type):
            return _absent(a, b)
        if a.said.type != b.said.type or a.asked == "control":
            return compare_holdings(a, b)
        one, other = a.said, b.said
        if one.actor is None or other.actor is None:
            return related("different-scope", "one does not say who attacks")
        if not same_name(one.actor, other.actor):
            return _two_doers(a, b)
        if a.lies != b.lies or not (a.lies == "here" or same_name(one.place, other.place)):
            return _elsewhere(a, b)
        if one.target and other.target and not same_name(one.target, other.target):
            return related("different-scope", "two targets are named")
        return compare_plain(a, b)


def _two_doers(a: Account, b: Account) -> Verdict:
    """Compare accounts of who did it: of one deed, as far as target and time tell."""
    one, other = a.said, b.said
    if any(name and name[0].islower() for name in (one.actor, other.actor)):
        return related("different-scope", "one does not name who attacks")
    if _among(one.actor, other.actor) or _among(other.actor, one.actor):
        if a.positive and b.positive and same_name(one.target, other.target):
            return supports("part-of", "one names all who did it, the other one of them")
        return related("different-scope", "one names more attackers than the other")
    if not (a.positive and b.positive) or not same_name(one.target, other.target):
        return related("different-scope", "different sides attack")
    if apart_in_time(one, other) or a.lies != b.lies:
        return related("time-apart", "different sides attack at different times")
    return refutes("other-holder", "one deed is laid to two sides")


def _absent(a: Account, b: Account) -> Verdict:
    """Compare an attack with where the attacker's forces are: who was not there did not attack."""
    deed, forces = (a, b) if b.said.type == "deployment" else (b, a)
    same = same_name(deed.said.actor, forces.said.actor)
    if not same or forces.positive or not deed.positive or deed.said.type != "attack":
        return related("different-scope", "to be at a place is not to attack it")
    if apart_in_time(a.said, b.said):
        return related("time-apart", "their dates differ")
    return refutes("polarity", "one has the attackers there, the other says that they were not")


def _among(name: str | None, names: str | None) -> bool:
    parts = (names or "").split(" and ")
    return len(parts) > 1 and any(same_name(name, part) for part in parts)


def _elsewhere(a: Account, b: Account) -> Verdict:
    """Compare an attack on a place with what is said of the set or the land that it is of."""
    order = {"around": 0, "here": 1, "part": 2}
    whole, part = sorted((a, b), key=lambda x: order[x.lies])
    if whole.lies == part.lies:
        return related("different-scope", "attacks at different places")
    # That a land sees no attacks, with no word on when, may be of any time; a pledge is of all to come.
    if not one_time(a.said, b.said) or (whole.said.when is None and not (whole.planned or whole.positive)):
        return related("time-apart", "they may not be of one time")
    if not part.positive:
        return related("part-of", "one is of a part of what the other is of")
    if whole.positive:
        return supports("part-of", "one is a part of what the other is of")
    return refutes("polarity", "one says that none of it is attacked, the other that a part is")


TYPE = Attack()
