"""Any other attributed assertion; it answers no question that could be compared."""

from __future__ import annotations

from sayso.claimtypes.account import Account, Verdict, refutes, related, supports
from sayso.claimtypes.comparing import apart_in_time, same_name
from sayso.claimtypes.interface import ClaimType, Key
from sayso.model.proposition import Proposition


class Other(ClaimType):
    """What no type covers: kept with its words, compared where all its slots are the same."""

    name = "other"
    slots = frozenset({"actor", "target", "place", "when"})

    def question(self, key: Key) -> str:
        if key[1] is None:
            return f"What else is said of {key[2]}?"
        return super().question(key)

    def verb(self, p: Proposition) -> str:
        return "is spoken of" if p.polarity == "positive" else "is spoken of (as a negative)"

    def compare(self, a: Account, b: Account) -> Verdict:
        one, other = a.said, b.said
        slots = ((one.actor, other.actor), (one.target, other.target), (one.place, other.place))
        if not all(x == y or same_name(x, y) for x, y in slots) or apart_in_time(one, other):
            return related("different-scope", "free assertions of different matters")
        named = (one.target and other.target) or (one.place and other.place)
        if named and a.denies != b.denies and a.positive != b.positive:
            return refutes("polarity", "one says so, the other that it is not so")
        if one.target and bool(one.quantity) != bool(other.quantity):
            return supports("entails", "one gives a figure for what the other says")
        return related("different-scope", "free assertions; only a reader can tell")


TYPE = Other()
