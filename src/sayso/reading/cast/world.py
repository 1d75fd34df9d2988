"""What is known of the world's actors before an article is opened: countries, groups, outlets, people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from sayso.languages import table
from sayso.model.analysis import EntityKind
from sayso.model.profile import Party, Profile
from sayso.reading.cast.nouns import phrase

Form = Literal["name", "adjective", "people", "seat"]


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something known by name.

    `side` is a name, ``@XX`` for the government of a country, or None where it is its own side.  `armed`
    marks those that "the militants" can mean; `doubtful` those whose name is a common word too.
    """

    kind: EntityKind
    name: str
    country: str | None = None
    side: str | None = None
    armed: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Alias:
    """One way of naming a referent."""

    words: str
    form: Form
    referent: Referent


@dataclass(frozen=True, slots=True)
class Statesman:
    """A person known beforehand, with the word for the office and the side spoken for."""

    name: str
    role: str | None
    side: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class World:
    """All aliases, the countries' names, adjectives and governments by code, and the known people.

    `with_article` are the codes of countries with "the" before their name, `realms` regions by name and
    the authority that runs them.
    """

    aliases: tuple[Alias, ...]
    countries: dict[str, str] = field(hash=False)
    adjectives: dict[str, str] = field(hash=False)
    governments: dict[str, str] = field(hash=False)
    realms: dict[str, str] = field(hash=False)
    people: tuple[Statesman, ...] = ()
    with_article: frozenset[str] = frozenset()

    def governs(self, known: Referent) -> str | None:
        """Return the code of the country that a referent is or governs, None for other parties."""
        ruling = known.country in self.governments and not known.armed and known.kind == "party"
        return known.country if known.kind == "state" or ruling else None


@cache
def world(profile: Profile) -> World:
    """Return the world as the data files and the profile know it; the profile's names come first."""
    countries, adjectives = _country_names()
    governments: dict[str, str] = {}
    for party in profile.parties:
        if party.country and party.kind in {"government", "state"}:
            governments[party.country] = party.side
            countries.setdefault(party.country, _country_of(party))
            if party.adjectives:
                adjectives.setdefault(party.country, party.adjectives[0])
    aliases = (
        *_profile_aliases(profile),
        *_country_aliases(),
        *_party_aliases(),
        *_outlet_aliases(),
        *_place_aliases(),
    )
    people = (*_profile_people(profile), *_known_people())
    return World(
        aliases,
        countries,
        adjectives,
        governments,
        _realms(),
        people,
        frozenset(table("english", "demonyms")["the"]),
    )


def _country_of(party: Party) -> str:
    """Return the country's own name for a profile's state or government, never the government's."""
    prefix = phrase("parties", "names", "government").format(country="")
    names = (party.name, *party.aliases) if party.kind == "state" else (*party.aliases, party.name)
    return next((name for name in names if not name.startswith(prefix)), party.name.removeprefix(prefix))


def _realms() -> dict[str, str]:
    """Return the regions that an authority of their own runs, and its name."""
    return {row["realm"]: row["name"] for row in table("english", "parties")["group"] if "realm" in row}


def _country_names() -> tuple[dict[str, str], dict[str, str]]:
    rows: dict[str, Any] = table("english", "demonyms")["country"]
    names = {code: row["name"] for code, row in rows.items()}
    return names, {code: row.get("adjectives", [row["name"]])[0] for code, row in rows.items()}


def _country_aliases() -> Iterator[Alias]:
    for code, row in table("english", "demonyms")["country"].items():
        state = Referent("state", row["name"], code)
        for name in (row["name"], *row.get("also", ())):
            yield Alias(name, "name", state)
        for name in row.get("seats", ()):
            yield Alias(name, "seat", state)
        for name in row.get("people", ()):
            yield Alias(name, "people", state)
        for name in row.get("adjectives", ()):
            yield Alias(name, "adjective", state)


def _party_aliases() -> Iterator[Alias]:
    data = table("english", "parties")
    for kind, rows in (("party", data["group"]), ("organisation", data["organisation"])):
        for row in rows:
            armed = kind == "party" and row.get("armed", True)
            party = Referent(
                "party" if kind == "party" else "organisation",
                row["name"],
                row.get("country") or None,
                row.get("side"),
                armed,
            )
            for name in (row["name"], *row.get("also", ())):
                yield Alias(name, "name", party)


def _place_aliases() -> Iterator[Alias]:
    """Yield the lines and wide areas that no country holds ("Line of Control", "Central Asia")."""
    data = table("english", "areas")
    for name in (*data["lines"]["named"], *data["areas"]["named"]):
        yield Alias(name, "name", Referent("place", name))


def _outlet_aliases() -> Iterator[Alias]:
    data = table("english", "outlets")
    doubtful = frozenset(data["doubtful"])
    for row in data["outlet"]:
        country = row.get("country")
        side = row.get("side") or (f"@{country}" if row.get("state") else None)
        for name in row["names"]:
            yield Alias(
                name, "name", Referent("outlet", row["names"][0], country, side, doubtful=name in doubtful)
            )
    for name in data["platform"]:
        yield Alias(name, "name", Referent("outlet", name, doubtful=name in doubtful))


def _known_people() -> Iterator[Statesman]:
    for row in table("english", "people")["known"]:
        side = row.get("party") or f"@{row['country']}"
        for role, names in row.items():
            if isinstance(names, list):
                for name in names:
                    yield Statesman(name, role, side, row.get("country"))


def _profile_aliases(profile: Profile) -> Iterator[Alias]:
    for party in profile.parties:
        known = _party_referent(party)
        for name in (party.name, *party.aliases):
            yield Alias(name, "name", known)
        for name in party.adjectives:
            yield Alias(name, "adjective", known)
        if party.capital:
            yield Alias(party.capital, "seat", known)
    for source in profile.sources:
        yield Alias(source.name, "name", Referent("outlet", source.name, side=source.side))


def _party_referent(party: Party) -> Referent:
    kinds: dict[str, EntityKind] = {
        "armed group": "party",
        "government": "party",
        "state": "state",
        "organisation": "organisation",
    }
    return Referent(kinds[party.kind], party.name, party.country, party.side, party.kind == "armed group")


def _profile_people(profile: Profile) -> Iterator[Statesman]:
    for party in profile.parties:
        for person in party.spokespeople:
            yield Statesman(person.name, person.role, party.side, party.country)
