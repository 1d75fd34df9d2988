"""An actor takes a place: captured, seized, fell to, regained."""

from __future__ import annotations

from sayso.claimtypes.account import Account, Verdict
from sayso.claimtypes.holding import ask_holding, compare_holdings, holding_key, say_holding
from sayso.claimtypes.interface import ClaimType, Key
from sayso.model.proposition import Proposition


class Takeover(ClaimType):
    """An actor takes a place: captured, seized, fell to, regained."""

    name = "takeover"
    slots = frozenset({"actor", "target", "place", "quantity", "when"})

    def question_key(self, p: Proposition) -> Key | None:
        return holding_key(p)

    def question(self, key: Key) -> str:
        return ask_holding(key)

    def answer(self, p: Proposition) -> str:
        return say_holding(p, self.verb(p))

    def verb(self, p: Proposition) -> str:
        return "has taken" if p.polarity == "positive" else "has not taken"

    def compare(self, a: Account, b: Account) -> Verdict:
        return compare_holdings(a, b)


TYPE = Takeover()
