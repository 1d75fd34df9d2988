"""Forces are mobilised, sent, exercised, pledged, armed or stationed."""

from __future__ import annotations

from sayso.claimtypes.account import Account, Verdict, related
from sayso.claimtypes.comparing import compare_plain, same_name
from sayso.claimtypes.holding import compare_holdings
from sayso.claimtypes.interface import ClaimType, Key
from sayso.model.proposition import Proposition


class Deployment(ClaimType):
    """Presence of forces too; with negative polarity where it is denied."""

    name = "deployment"
    slots = frozenset({"actor", "target", "place", "place_from", "place_to", "quantity", "when"})
    asks = "What forces does {actor} deploy?"

    def question_key(self, p: Proposition) -> Key | None:
        """Forces are asked for by whose they are; where they stand is part of the answer."""
        if p.actor is None:
            return super().question_key(p)
        return (self.name, p.actor, None, None)

    def verb(self, p: Proposition) -> str:
        return "deploys" if p.polarity == "positive" else "does not deploy"

    def compare(self, a: Account, b: Account) -> Verdict:
        one, other = a.said, b.said
        if a.asked != self.name and one.type == other.type:
            return related("different-scope", "to be at a place is not to hold it")
        if one.type != other.type:
            return compare_holdings(a, b)
        if not same_name(one.actor, other.actor):
            return related("different-scope", "forces of different sides")
        ways = ((one.place, other.place), (one.place_from, other.place_from), (one.place_to, other.place_to))
        if any((x or y) and not same_name(x, y) for x, y in ways):
            return related("different-scope", "forces at different places")
        if one.target and other.target and not same_name(one.target, other.target):
            return related("different-scope", "forces for different parties")
        if one.quantity and other.quantity and one.quantity.unit != other.quantity.unit:
            return related("different-scope", "different things are counted")
        return compare_plain(a, b)


TYPE = Deployment()
