"""A standing figure: the length of a border, a number of districts, a rank."""

from __future__ import annotations

from sayso.claimtypes.comparing import Verdict, compare_figures
from sayso.claimtypes.interface import ClaimType, say_figure
from sayso.model.proposition import Proposition


class Measure(ClaimType):
    """Standing figures do not age, so their dates are not weighed."""

    name = "measure"
    slots = frozenset({"actor", "place", "quantity"})
    asks = "How many {unit} does {place} have?"

    def answer(self, p: Proposition) -> str:
        negative = "not " if p.polarity == "negative" else ""
        return f"{p.place or p.actor}: {negative}{say_figure(p.quantity) if p.quantity else 'no figure'}"

    def verb(self, p: Proposition) -> str:
        return "measures" if p.polarity == "positive" else "does not measure"

    def compare(self, a: Proposition, b: Proposition) -> Verdict:
        if a.quantity is None or b.quantity is None:
            return "related", "only one gives a figure"
        if a.polarity != b.polarity:
            return "refutes", "one says so, the other that it is not so"
        return compare_figures(a.quantity, b.quantity)


TYPE = Measure()
