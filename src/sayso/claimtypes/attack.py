"""An actor attacks, clashes, launches an offensive, besieges, or tries to retake a place."""

from __future__ import annotations

from sayso.claimtypes.comparing import Verdict, compare_plain, same_name
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
        return ask_holding(key) if key[0] == "control" else super().question(key)

    def verb(self, p: Proposition) -> str:
        return "attacks" if p.polarity == "positive" else "does not attack"

    def compare(self, a: Proposition, b: Proposition) -> Verdict:
        if a.type != b.type:
            return compare_holdings(a, b)
        if not same_name(a.actor, b.actor):
            return "related", "different sides attack"
        return compare_plain(a, b)


TYPE = Attack()
