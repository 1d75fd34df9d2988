"""An actor leaves a place: withdraws, is relocated, gives it up."""

from __future__ import annotations

from sayso.claimtypes.account import Account, Verdict
from sayso.claimtypes.holding import ask_holding, compare_holdings, holding_key, say_holding
from sayso.claimtypes.interface import ClaimType, Key
from sayso.model.proposition import Proposition


class Retreat(ClaimType):
    """An actor leaves a place: withdraws, is relocated, gives it up."""

    name = "retreat"
    slots = frozenset({"actor", "place", "place_from", "place_to", "quantity", "when"})

    def question_key(self, p: Proposition) -> Key | None:
        return holding_key(p)

    def question(self, key: Key) -> str:
        return ask_holding(key)

    def answer(self, p: Proposition) -> str:
        return say_holding(p, self.verb(p))

    def verb(self, p: Proposition) -> str:
        return "leaves" if p.polarity == "positive" else "does not leave"

    def compare(self, a: Account, b: Account) -> Verdict:
        return compare_holdings(a, b)


TYPE = Retreat()
