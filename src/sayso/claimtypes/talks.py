"""Parties meet, agree, stall, refuse, or offer to negotiate."""

from __future__ import annotations

from sayso.claimtypes.account import Account, Verdict, related
from sayso.claimtypes.comparing import apart_in_time, compare_plain
from sayso.claimtypes.interface import ClaimType, Key
from sayso.model.proposition import Proposition


class Talks(ClaimType):
    """Talks are asked for by the parties together, in one order, and the place."""

    name = "talks"
    slots = frozenset({"actor", "target", "place", "when"})
    asks = "Does {actor} talk?"

    def question_key(self, p: Proposition) -> Key | None:
        parties = talkers(p)
        if not parties:
            return None
        return (self.name, " and ".join(parties), p.place, None)

    def question(self, key: Key) -> str:
        where = f" at {key[2]}" if key[2] else ""
        if key[1] is None:
            return f"How do talks{where} stand?"
        return f"How do talks of {key[1]} stand{where}?"

    def answer(self, p: Proposition) -> str:
        where = f" at {p.place}" if p.place else ""
        return f"{p.actor or 'somebody'} {self.verb(p)}{f' with {p.target}' if p.target else ''}{where}"

    def verb(self, p: Proposition) -> str:
        return "talks" if p.polarity == "positive" else "does not talk"

    def compare(self, a: Account, b: Account) -> Verdict:
        one, other = a.said, b.said
        if apart_in_time(one, other):
            return related("later-update", "talks on different days")
        if one.place and other.place and one.place != other.place and a.lies == b.lies:
            return related("different-scope", "talks at different places")
        if set(talkers(one)) != set(talkers(other)):
            return related("different-scope", "talks of different parties")
        return compare_plain(a, b)


def talkers(p: Proposition) -> list[str]:
    """Return the parties that meet, by name; "A and B" are two."""
    return sorted({name for names in (p.actor, p.target) if names for name in names.split(" and ")})


TYPE = Talks()
