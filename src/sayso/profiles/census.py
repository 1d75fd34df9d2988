"""Who was met in a ledger, how often, on whose side: the counting behind a drafted profile."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.languages import table
from sayso.model.analysis import Entity
from sayso.model.profile import PartyKind
from sayso.model.statement import Statement

_PARTIES = ("party", "group", "state", "organisation")
"""The kinds of entity that can be a party."""


@dataclass(frozen=True, slots=True)
class Known:
    """A party or a source with all the spellings that it was met in."""

    name: str
    kind: str
    articles: int
    statements: int
    country: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Someone:
    """A person and, where it was met, the role."""

    name: str
    role: str | None = None


class Census:
    """Counts names; spellings that differ in case, accents or a leading article are one name."""

    def __init__(self) -> None:
        self.articles: set[str] = set()
        self.statements = 0
        self._names: dict[str, Counter[str]] = defaultdict(Counter)
        self._met: dict[str, set[str]] = defaultdict(set)
        self._heard: Counter[str] = Counter()
        self._kinds: dict[str, Counter[str]] = defaultdict(Counter)
        self._sides: dict[str, Counter[str]] = defaultdict(Counter)
        self._countries: dict[str, Counter[str]] = defaultdict(Counter)
        self._roles: dict[str, Counter[str]] = defaultdict(Counter)
        self._speaks: set[str] = set()

    def meet(self, article: str, entity: Entity) -> None:
        """Count an entity found in an article."""
        self.articles.add(article)
        key = self._name(entity.name)
        self._met[key].add(article)
        self._kinds[key][entity.kind] += 1
        for where, value in (
            (self._sides, entity.side),
            (self._countries, entity.country),
            (self._roles, entity.role),
        ):
            if value:
                where[key][value] += 1
        if entity.side:
            self._speaks.add(self._name(entity.side))

    def hear(self, statement: Statement) -> None:
        """Count the names in a statement."""
        self.articles.add(statement.article)
        self.statements += 1
        p = statement.proposition
        for name in {statement.claimer, statement.claimer_for, p.actor, p.target} - {None, ""}:
            self._heard[self._name(name or "")] += 1
        if statement.claimer_for:
            self._speaks.add(_fold(statement.claimer_for))
            if statement.claimer:
                self._sides[_fold(statement.claimer)][statement.claimer_for] += 1
        if statement.attribution == "narrator" and statement.claimer:
            self._kinds[_fold(statement.claimer)]["outlet"] += 1
        for relay in statement.via:
            self._kinds[self._name(relay)]["agency"] += 1
            self._heard[_fold(relay)] += 1

    def sides(self) -> Iterator[tuple[str, list[Known]]]:
        """Yield each side with its parties, itself first; sides heard most come first."""
        members: dict[str, list[str]] = defaultdict(list)
        for key in self._names:
            if self._kind(key) in _PARTIES:
                members[self._side(key)].append(key)
        for key in sorted(members, key=lambda k: (-max(self._weight(m) for m in members[k]), k)):
            others = sorted(set(members[key]) - {key}, key=lambda m: (-self._weight(m), m))
            yield self._best(key), [self._party(member) for member in [key, *others]]

    def spokespeople(self, party: str) -> list[Someone]:
        """Return the people who speak for the side called `party`, most heard first."""
        return [one for one in self._people() if self._side(_fold(one.name)) == _fold(party)]

    def strays(self) -> list[Someone]:
        """Return the people who were heard and whose side nobody said."""
        return [one for one in self._people() if self._side(_fold(one.name)) == _fold(one.name)]

    def sources(self) -> list[Known]:
        """Return the agencies and outlets, most met first."""
        keys = [key for key in self._names if self._kind(key) in ("agency", "outlet")]
        return [
            self._known(key, self._kind(key)) for key in sorted(keys, key=lambda k: (-self._weight(k), k))
        ]

    def others(self) -> list[str]:
        """Return the names met only as those who act or are acted on, of whom nobody said what they are."""
        keys = [key for key in self._names if self._kind(key) == "other"]
        return [self._best(key) for key in sorted(keys, key=lambda k: (-self._weight(k), k))]

    def _people(self) -> list[Someone]:
        keys = [key for key in self._names if self._kind(key) == "person" and self._heard[key]]
        keys.sort(key=lambda key: (-self._weight(key), key))
        return [Someone(self._best(key), _first(self._roles[key])) for key in keys]

    def _kind(self, key: str) -> str:
        """Return what most call it; a name that only ever claims something for a side is a person's."""
        counts = self._kinds.get(key)
        if counts:
            return _first(counts) or "other"
        if key in self._speaks:
            return "party"
        return "person" if self._side(key) != key else "other"

    def _side(self, key: str) -> str:
        """Return the end of the chain of sides (an organ of an organ counts under the party itself)."""
        chain = [key]
        while (side := _first(self._sides.get(chain[-1], Counter()))) is not None:
            above = _fold(side)
            if above in chain:
                # Two that are each said to be the other's: one of them has to stand for both.
                return min(chain[chain.index(above) :])
            chain.append(above)
        return chain[-1]

    def _party(self, key: str) -> Known:
        return self._known(key, party_kind(self._best(key), self._kind(key)))

    def _known(self, key: str, kind: str) -> Known:
        name = self._best(key)
        aliases = tuple(sorted(set(self._names[key]) - {name}))
        country = _first(self._countries.get(key, Counter()))
        return Known(name, kind, len(self._met[key]), self._heard[key], country, aliases)

    def _weight(self, key: str) -> int:
        return len(self._met[key]) + self._heard[key]

    def _best(self, key: str) -> str:
        return _first(self._names[key]) or key

    def _name(self, name: str) -> str:
        key = _fold(name)
        self._names[key][name.strip()] += 1
        return key


@cache
def _groups() -> frozenset[str]:
    return frozenset(
        _fold(name)
        for group in table("english", "parties")["group"]
        for name in (group["name"], *group.get("also", ()))
    )


@cache
def _states() -> frozenset[str]:
    return frozenset(_fold(entry["name"]) for entry in table("english", "demonyms")["country"].values())


def party_kind(name: str, met_as: str) -> PartyKind:
    """Return the kind of party that a name suggests, for a person to check."""
    key = _fold(name)
    if key in _groups():
        return "armed group"
    if key in _states():
        return "state"
    government = _fold(table("english", "parties")["names"]["government"].partition("{")[0])
    if key.startswith(f"{government} "):
        return "government"
    return "armed group" if met_as == "group" else "organisation"


def _first(counts: Counter[str]) -> str | None:
    """Return the value counted most; of several, the one that comes first in the alphabet."""
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    words = "".join(c for c in plain if not unicodedata.combining(c)).casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
