"""An actor accepts, rejects, threatens, promises or fears what no other type covers."""

from __future__ import annotations

from sayso.claimtypes.account import Account, Verdict, refutes, related, supports
from sayso.claimtypes.comparing import same_name
from sayso.claimtypes.interface import ClaimType, Key
from sayso.model.proposition import Proposition


class Stance(ClaimType):
    """Stances are asked for by who takes them towards whom; their words decide, so few verdicts."""

    name = "stance"
    slots = frozenset({"actor", "target", "place", "when", "quantity"})

    def question_key(self, p: Proposition) -> Key | None:
        if p.actor is None or (p.target is None and p.place is None):
            return None
        return (self.name, p.actor, p.target or p.place, None)

    def question(self, key: Key) -> str:
        return f"How does {key[1]} stand towards {key[2]}?"

    def verb(self, p: Proposition) -> str:
        return "is for or against" if p.polarity == "positive" else "is not for"

    def compare(self, a: Account, b: Account) -> Verdict:
        if a.asked == "danger":
            if a.positive != b.positive:
                return refutes("polarity", "one sees a danger, the other says that there is none")
            return supports("same", "both see a danger" if a.positive else "neither sees a danger")
        if same_name(a.said.actor, b.said.actor) and same_name(a.said.target, b.said.target):
            if a.denies != b.denies and a.positive != b.positive:
                return refutes("polarity", "one says that the stance is taken, the other that it is not")
            return related("same", "two stances towards one matter; only their words can tell more")
        return related("different-scope", "stances towards different matters")


TYPE = Stance()
