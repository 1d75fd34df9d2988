"""People flee, seek refuge, are displaced or cross a border."""

from __future__ import annotations

from sayso.claimtypes.account import Account, Verdict, related
from sayso.claimtypes.comparing import compare_plain, same_name
from sayso.claimtypes.interface import ClaimType, Key, say_figure, way
from sayso.model.proposition import Proposition


class Flight(ClaimType):
    """Flight is asked for by who flees and where to (or, where that is not said, where from)."""

    name = "flight"
    slots = frozenset({"actor", "place", "place_from", "place_to", "quantity", "when"})

    def question_key(self, p: Proposition) -> Key | None:
        where = p.place_to or p.place_from or p.place
        if p.actor is None and where is None:
            return None
        return (self.name, p.actor, where, p.quantity.unit if p.quantity else None)

    def question(self, key: Key) -> str:
        """`unit` of the key is "from" or "to": which end of the way `place` is."""
        _, who, where, end = key
        return f"Who has fled {end or 'at'} {where}?" if where else f"Do {who or 'people'} flee?"

    def answer(self, p: Proposition) -> str:
        many = f" ({say_figure(p.quantity)})" if p.quantity else ""
        where = [f"at {p.place}"] if p.place else []
        return " ".join([f"{p.actor or 'people'}{many}", self.verb(p), *where, *way(p)])

    def verb(self, p: Proposition) -> str:
        return "flee" if p.polarity == "positive" else "do not flee"

    def compare(self, a: Account, b: Account) -> Verdict:
        one, other = a.said, b.said
        if not same_name(one.actor, other.actor):
            return related("different-scope", "other people")
        found = compare_plain(a, b, grows=True)
        ways = ((one.place_from, other.place_from), (one.place_to, other.place_to))
        if found.kind == "refutes" and any(x and y and not same_name(x, y) for x, y in ways):
            return related("different-scope", "another way")
        return found


TYPE = Flight()
