"""An actor holds a place, or a share of it."""

from __future__ import annotations

from sayso.claimtypes.account import Account, Verdict
from sayso.claimtypes.holding import ask_holding, compare_holdings, holding_key, say_holding
from sayso.claimtypes.interface import ClaimType, Key
from sayso.model.proposition import Proposition


class Control(ClaimType):
    """An actor holds a place, or a share of it."""

    name = "control"
    slots = frozenset({"actor", "place", "quantity", "when"})

    def question_key(self, p: Proposition) -> Key | None:
        return holding_key(p)

    def question(self, key: Key) -> str:
        return ask_holding(key)

    def answer(self, p: Proposition) -> str:
        return say_holding(p, self.verb(p))

    def verb(self, p: Proposition) -> str:
        return "holds" if p.polarity == "positive" else "does not hold"

    def compare(self, a: Account, b: Account) -> Verdict:
        return compare_holdings(a, b)


TYPE = Control()
