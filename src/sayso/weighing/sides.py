"""On whose side a name or a statement is: the profile first, then the statements, then the name's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.languages import table
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.weighing.names import fold
from sayso.weighing.organs import allegiance, country_name, organ_nouns
from sayso.weighing.tallies import Fact, Tallies

LONGEST = 5
"""Words of the longest name of a side that is looked for within a name."""

SHORTEST = 4
"""Letters of the shortest name of a land that an adjective is traced to."""


TOLD = frozenset({"speaks-for", "called", "named"})
"""Kinds of facts that a statement tells by itself, before it is known on whose side anybody is."""


def facts_told(statement: Statement) -> Iterator[Fact]:
    """Yield what a statement tells of sides: who speaks for whom, what sides and governments are called."""
    side = statement.claimer_for
    if not side:
        return
    yield "named", fold(side), side
    if statement.claimer:
        yield "speaks-for", fold(statement.claimer), side
    owner = allegiance(side)
    if owner and owner.startswith("@"):
        yield "called", owner, side


class Sides:
    """Maps names to sides; all organs of one actor come out under one name.

    Context: the profile, and three counters over all statements - for whom each claimer speaks, what each
    country's government is called, and the names of those spoken for.
    """

    def __init__(
        self, profile: Profile, statements: Iterable[Statement] = (), tallies: Tallies | None = None
    ) -> None:
        self._told = _told(profile)
        self._people = {fold(one.name) for party in profile.parties for one in party.spokespeople}
        self._parties = _known_as(profile)
        self._tallies = tallies if tallies is not None else Tallies()
        for statement in statements:
            self._tallies.add(facts_told(statement))

    def of(self, name: str) -> str:
        """Return the side that `name` counts under; a name of which nothing is known is its own side."""
        known = self._by_name(name)
        if known is None:
            # Whom somebody speaks for is an actor already; it is not asked whom that one speaks for.
            spoken = self._tallies.most("speaks-for", fold(name))
            known = spoken and (self._by_name(spoken) or spoken)
        return known or name

    def all_of(self, names: str) -> str:
        """Return `of` for each of several names ("A and B"), where all of them are known for a side's."""
        parts = names.split(" and ")
        if len(parts) < 2 or not all(self._is_known(part) for part in parts):
            return self.of(names)
        return " and ".join(sorted({self.of(part) for part in parts}))

    def _is_known(self, name: str) -> bool:
        return self._side_called(fold(name)) is not None or self.of(name) != name

    def _side_called(self, name: str) -> str | None:
        """Return the side of this folded name: a party of the profile, or one that somebody speaks for."""
        return self._parties.get(name) or self._tallies.most("named", name)

    def group_of(self, name: str) -> str:
        """Return the side of which `name` is an organ; a person, whomever he speaks for, is himself."""
        return name if fold(name) in self._people else self._by_name(name) or name

    def giving(self, statement: Statement) -> str | None:
        """Return the side that puts the statement forward: an outlet its own, unless it speaks for one."""
        name = statement.claimer_for or statement.claimer
        return self.of(name) if name else None

    def _by_name(self, name: str) -> str | None:
        """Return the side that the profile, or the name's own words, put the name on."""
        told = self._told.get(fold(name))
        if told:
            return told
        owner = allegiance(name)
        if owner is None:
            return self._organ(name)
        return self._government(owner) if owner.startswith("@") else self._told.get(fold(owner), owner)

    def _organ(self, name: str) -> str | None:
        """Return the side whose name is a part of `name`, beside the word for an organ ("Front fighters")."""
        words = fold(name).split()
        if not _is_organ(words):
            return None
        for length in range(min(len(words) - 1, LONGEST), 0, -1):
            for start in range(len(words) - length + 1):
                found = self._side_called(" ".join(words[start : start + length]))
                if found:
                    return self._by_name(found) or found
        return self._land_of(words)

    def _land_of(self, words: list[str]) -> str | None:
        """Return the side whose land, in no list of lands, the first word is the adjective of."""
        for ending in table("english", "weighing")["demonym"]:
            land = words[0].removesuffix(ending)
            if land == words[0] or len(land) < SHORTEST:
                continue
            found = self._side_called(f"government of {land}") or self._side_called(land)
            if found:
                return self._by_name(found) or found
        return None

    def _government(self, owner: str) -> str:
        """Return the name that this ledger uses most for a country's government."""
        country = country_name(owner[1:])
        told = self._told.get(fold(country))
        if told:
            return told
        return self._tallies.most("called", owner) or country


def _told(profile: Profile) -> dict[str, str]:
    """Return what the profile tells; a party's own name outranks another's alias, that a person's name."""
    told: dict[str, str] = {}
    for party in profile.parties:
        told.setdefault(fold(party.name), party.side)
    for party in profile.parties:
        for alias in party.aliases:
            told.setdefault(fold(alias), party.side)
    for party in profile.parties:
        for person in party.spokespeople:
            told.setdefault(fold(person.name), party.side)
    for source in profile.sources:
        if source.side:
            told.setdefault(fold(source.name), source.side)
    return told


def _is_organ(words: list[str]) -> bool:
    tables = table("english", "weighing")
    if len(words) < 2 or any(word in tables["left"] for word in words):
        return False
    return any(word in tables["organ"] or word in organ_nouns() for word in words)


def _known_as(profile: Profile) -> dict[str, str]:
    """Return what the profile calls parties, as their organs' names hold it: names, aliases, adjectives."""
    return {
        fold(name): party.side
        for party in reversed(profile.parties)
        for name in (*party.adjectives, *party.aliases, party.name)
    }
