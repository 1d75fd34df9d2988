"""A standing figure: the length of a border, a number of districts, a rank."""

from __future__ import annotations

from sayso.claimtypes.account import Account, Verdict, related
from sayso.claimtypes.comparing import same_name
from sayso.claimtypes.figures import compare_figures
from sayso.claimtypes.interface import ClaimType, Key, say_figure
from sayso.model.proposition import Proposition


class Measure(ClaimType):
    """Standing figures do not age, so their dates are not weighed."""

    name = "measure"
    slots = frozenset({"actor", "place", "quantity"})

    def question(self, key: Key) -> str:
        _, actor, place, unit = key
        if unit == "share":
            return f"What share is told of {place or actor}?"
        return f"How many {unit or 'of what'} does {place or actor} have?"

    def answer(self, p: Proposition) -> str:
        negative = "not " if p.polarity == "negative" else ""
        return f"{p.place or p.actor}: {negative}{say_figure(p.quantity) if p.quantity else 'no figure'}"

    def verb(self, p: Proposition) -> str:
        return "measures" if p.polarity == "positive" else "does not measure"

    def compare(self, a: Account, b: Account) -> Verdict:
        one, other = a.said, b.said
        if one.quantity is None or other.quantity is None:
            return related("different-scope", "only one gives a figure")
        if one.place and other.place and not same_name(one.place, other.place):
            return related("different-scope", "figures of different places")
        return compare_figures(a, b)


TYPE = Measure()
