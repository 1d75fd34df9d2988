"""People killed, wounded, captured or surrendered; the figure's unit says which."""

from __future__ import annotations

from sayso.claimtypes.account import Account, Verdict, refutes, related
from sayso.claimtypes.comparing import apart_in_time, compare_plain, same_name
from sayso.claimtypes.interface import ClaimType, Key
from sayso.model.proposition import Proposition


class Casualties(ClaimType):
    """Losses are asked for by who suffered them, where, and what befell them."""

    name = "casualties"
    slots = frozenset({"actor", "target", "place", "quantity", "when"})

    def question_key(self, p: Proposition) -> Key | None:
        unit = p.quantity.unit if p.quantity else None
        if p.target is None and p.place is None:
            return None
        return (self.name, p.target, p.place, unit)

    def question(self, key: Key) -> str:
        _, whose, place, unit = key
        where = f" at {place}" if place else ""
        return f"How many of {whose or 'the people'} were {unit or 'lost'}{where}?"

    def verb(self, p: Proposition) -> str:
        return "inflicts losses:" if p.polarity == "positive" else "inflicts no losses:"

    def compare(self, a: Account, b: Account) -> Verdict:
        one, other = a.said, b.said
        if one.place and other.place and not same_name(one.place, other.place):
            return related("different-scope", "losses at different places")
        if one.target and other.target and not same_name(one.target, other.target):
            return related("different-scope", "losses of different people")
        doers = one.actor and other.actor and not same_name(one.actor, other.actor)
        if doers and a.positive and b.positive and not (one.quantity and other.quantity):
            if apart_in_time(one, other):
                return related("time-apart", "their dates differ")
            return refutes("other-holder", "they name different perpetrators")
        return compare_plain(a, b, grows=True)


TYPE = Casualties()
