"""Parties meet, agree, stall, refuse, or offer to negotiate."""

from __future__ import annotations

from sayso.claimtypes.interface import ClaimType, Key
from sayso.model.proposition import Proposition


class Talks(ClaimType):
    """Talks are asked for by the parties together, in one order, and the place."""

    name = "talks"
    slots = frozenset({"actor", "target", "place", "when"})
    asks = "Does {actor} talk?"

    def question_key(self, p: Proposition) -> Key | None:
        parties = sorted(name for name in (p.actor, p.target) if name)
        if not parties:
            return None
        return (self.name, " and ".join(parties), p.place, None)

    def question(self, key: Key) -> str:
        where = f" at {key[2]}" if key[2] else ""
        return f"How do talks of {key[1]} stand{where}?"

    def answer(self, p: Proposition) -> str:
        where = f" at {p.place}" if p.place else ""
        return f"{p.actor or 'somebody'} {self.verb(p)}{f' with {p.target}' if p.target else ''}{where}"

    def verb(self, p: Proposition) -> str:
        return "talks" if p.polarity == "positive" else "does not talk"


TYPE = Talks()
