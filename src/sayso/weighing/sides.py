"""On whose side a name or a statement is: the profile first, then the statements, then the name's words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from sayso.languages import table
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.weighing.names import fold
from sayso.weighing.organs import allegiance, country_name, organ_nouns

LONGEST = 5
"""Words of the longest name of a side that is looked for within a name."""


class Sides:
    """Maps names to sides; all organs of one actor come out under one name.

    Context: the profile, and three counters over all statements - for whom each claimer speaks, what each
    country's government is called, and the names of those spoken for.
    """

    def __init__(self, profile: Profile, statements: Iterable[Statement]) -> None:
        self._told = _told(profile)
        self._people = {fold(one.name) for party in profile.parties for one in party.spokespeople}
        self._spoken: dict[str, Counter[str]] = defaultdict(Counter)
        self._called: dict[str, Counter[str]] = defaultdict(Counter)
        self._known: dict[str, str] = {}
        named: dict[str, Counter[str]] = defaultdict(Counter)
        for statement in statements:
            if statement.claimer_for:
                self._learn(statement.claimer, statement.claimer_for)
                named[fold(statement.claimer_for)][statement.claimer_for] += 1
        self._sides = {key: _most(spelled) for key, spelled in named.items()} | _known_as(profile)

    def of(self, name: str) -> str:
        """Return the side that `name` counts under; a name of which nothing is known is its own side."""
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def all_of(self, names: str) -> str:
        """Return `of` for each of several names ("A and B"), where all of them are known for a side's."""
        parts = names.split(" and ")
        if len(parts) < 2 or not all(self._is_known(part) for part in parts):
            return self.of(names)
        return " and ".join(sorted({self.of(part) for part in parts}))

    def _is_known(self, name: str) -> bool:
        return fold(name) in self._sides or self.of(name) != name

    def group_of(self, name: str) -> str:
        """Return the side of which `name` is an organ; a person, whomever he speaks for, is himself."""
        return name if fold(name) in self._people else self._by_name(name) or name

    def giving(self, statement: Statement) -> str | None:
        """Return the side that puts the statement forward: an outlet its own, unless it speaks for one."""
        name = statement.claimer_for or statement.claimer
        return self.of(name) if name else None

    def _learn(self, claimer: str | None, side: str) -> None:
        if claimer:
            self._spoken[fold(claimer)][side] += 1
        owner = allegiance(side)
        if owner and owner.startswith("@"):
            self._called[owner][side] += 1

    def _find(self, name: str) -> str:
        known = self._by_name(name)
        if known is None and fold(name) in self._spoken:
            # Whom somebody speaks for is an actor already; it is not asked whom that one speaks for.
            spoken = _most(self._spoken[fold(name)])
            return self._by_name(spoken) or spoken
        return known or name

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
                found = self._sides.get(" ".join(words[start : start + length]))
                if found:
                    return self._by_name(found) or found
        return None

    def _government(self, owner: str) -> str:
        """Return the name that this ledger uses most for a country's government."""
        country = country_name(owner[1:])
        told = self._told.get(fold(country))
        if told:
            return told
        return _most(self._called[owner]) if owner in self._called else country


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


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda value: (-counts[value], value))
