"""Any other attributed assertion; it answers no question that could be compared."""

from __future__ import annotations

from sayso.claimtypes.comparing import Verdict
from sayso.claimtypes.interface import ClaimType
from sayso.model.proposition import Proposition


class Other(ClaimType):
    """What no type covers: kept with its words, compared with nothing."""

    name = "other"
    slots = frozenset({"actor", "target", "place", "when"})

    def verb(self, p: Proposition) -> str:
        return "is spoken of" if p.polarity == "positive" else "is spoken of (as a negative)"

    def compare(self, a: Proposition, b: Proposition) -> Verdict:  # noqa: ARG002 - the door is one for all
        return "related", "free assertions; only a reader can tell"


TYPE = Other()
