"""On whose side a name or a statement is: the profile first, then the statements, then the name's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.weighing.names import fold
from sayso.weighing.organs import allegiance, country_name
from sayso.weighing.tallies import Fact, Tallies

TOLD = frozenset({"speaks-for", "called"})
"""Kinds of facts that a statement tells by itself, before it is known on whose side anybody is."""


def facts_told(statement: Statement) -> Iterator[Fact]:
    """Yield what a statement tells of sides: whom its claimer speaks for, what a government is called."""
    side = statement.claimer_for
    if not side:
        return
    if statement.claimer:
        yield "speaks-for", fold(statement.claimer), side
    owner = allegiance(side)
    if owner and owner.startswith("@"):
        yield "called", owner, side


class Sides:
    """Maps names to sides; all organs of one actor come out under one name.

    What statements tell is taken from `tallies`, or where there are none is counted in `statements`.
    """

    def __init__(
        self, profile: Profile, statements: Iterable[Statement] = (), tallies: Tallies | None = None
    ) -> None:
        self._told = _told(profile)
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
            return None
        return self._government(owner) if owner.startswith("@") else self._told.get(fold(owner), owner)

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
