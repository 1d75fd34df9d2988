"""A profile from its TOML file; anything wrong is said by file, table and key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from sayso.model.errors import InputError
from sayso.model.place import Place, PlaceKind
from sayso.model.profile import KnownSource, Party, PartyKind, Profile, Spokesperson
from sayso.profiles import fields
from sayso.profiles.fields import Check, check_table

Table = Mapping[str, Any]

_PROFILE: dict[str, Check] = {
    "name": fields.prose, "note": fields.prose, "from": fields.day, "until": fields.day,
    "parties": fields.tables, "places": lambda v: None if isinstance(v, str) else fields.tables(v),
    "sources": fields.tables,
}  # fmt: skip
_PARTY: dict[str, Check] = {
    "name": fields.text, "kind": fields.one_of(*get_args(PartyKind)), "side": fields.text,
    "country": fields.country, "capital": fields.text, "aliases": fields.texts,
    "adjectives": fields.texts, "spokespeople": fields.tables,
}  # fmt: skip
_SPOKESPERSON: dict[str, Check] = {"name": fields.text, "role": fields.text}
_PLACE: dict[str, Check] = {
    "id": fields.text, "name": fields.text, "kind": fields.one_of(*get_args(PlaceKind)),
    "lat": fields.number(-90, 90), "lon": fields.number(-180, 180), "country": fields.country,
    "within": fields.texts, "names": fields.texts, "between": fields.two_texts, "on": fields.text,
    "size": fields.number(0, 1e10, whole=True),
}  # fmt: skip
_SOURCE: dict[str, Check] = {
    "name": fields.text,
    "kind": fields.one_of("agency", "outlet"),
    "side": fields.text,
}


def load(path: Path) -> Profile:
    """Return the profile that the TOML file at `path` holds; every table and key may be left out.

    A party's `side` is its own name where it gives none, a place's `id` is made from its name.
    ``places`` is a list of tables, or the name of a TOML file beside this one that holds them.

    Raises:
        InputError: the file cannot be read, or a table or key does not hold; all three are named.
    """
    table = _parse(path)
    check_table(table, _PROFILE, (), path.name)
    since, until = (str(table[key]) if key in table else None for key in ("from", "until"))
    if since and until and since[: len(until)] > until:
        raise InputError(f"{path.name}: from {since} lies after until {until}")
    profile = Profile(
        name=table.get("name", ""), note=table.get("note", ""), since=since, until=until,
        parties=tuple(_parties(table.get("parties", ()), path.name)),
        places=tuple(_places(table.get("places", ()), path)),
        sources=tuple(_sources(table.get("sources", ()), path.name)),
    )  # fmt: skip
    _check_names(profile, path.name)
    return profile


def _parse(path: Path) -> Table:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path.name}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path.name}: is not UTF-8 (byte {error.start})") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path.name}: is no TOML: {error}") from None
    except RecursionError:
        raise InputError(f"{path.name}: is no TOML: too deeply nested") from None


def _checked(
    tables: Iterable[Table], kind: str, checks: Mapping[str, Check], required: tuple[str, ...], source: str
) -> Iterator[tuple[Table, str]]:
    """Yield each table that holds, with the words that say which it is."""
    for number, table in enumerate(tables, 1):
        name = table.get("name")
        where = f"{source}: {kind} {number}" + (f" ({name})" if isinstance(name, str) else "")
        check_table(table, checks, required, where)
        yield table, where


def _parties(tables: Iterable[Table], source: str) -> Iterator[Party]:
    for table, where in _checked(tables, "[[parties]]", _PARTY, ("name", "kind"), source):
        people = _checked(table.get("spokespeople", ()), "spokespeople", _SPOKESPERSON, ("name",), where)
        yield Party(
            name=table["name"], kind=table["kind"], side=table.get("side", table["name"]),
            country=table.get("country"), capital=table.get("capital"),
            aliases=tuple(table.get("aliases", ())), adjectives=tuple(table.get("adjectives", ())),
            spokespeople=tuple(Spokesperson(p["name"], p.get("role")) for p, _ in people),
        )  # fmt: skip


def _places(value: str | Iterable[Table], path: Path) -> Iterator[Place]:
    tables, source = _beside(value, path) if isinstance(value, str) else (value, path.name)
    for table, where in _checked(tables, "[[places]]", _PLACE, ("name", "kind"), source):
        if ("lat" in table) != ("lon" in table):
            raise InputError(f"{where}: lat and lon come together")
        between = table.get("between")
        yield Place(
            id=table.get("id") or "profile." + "-".join(table["name"].casefold().split()),
            name=table["name"], kind=table["kind"], lat=_float(table.get("lat")),
            lon=_float(table.get("lon")), country=table.get("country"),
            within=tuple(table.get("within", ())), names=tuple(table.get("names", ())),
            between=(between[0], between[1]) if between else None, on=table.get("on"),
            size=table.get("size", 0),
        )  # fmt: skip


def _beside(name: str, path: Path) -> tuple[Iterable[Table], str]:
    """Return the tables of the file called `name` in the profile's own folder."""
    if not name or Path(name).name != name:
        raise InputError(f"{path.name}: places: {name!r} is no file beside the profile")
    found = _parse(path.with_name(name))
    check_table(found, {"places": fields.tables}, (), name)
    return found.get("places", ()), name


def _float(value: float | None) -> float | None:
    return None if value is None else float(value)


def _sources(tables: Iterable[Table], source: str) -> Iterator[KnownSource]:
    for table, _ in _checked(tables, "[[sources]]", _SOURCE, ("name", "kind"), source):
        yield KnownSource(table["name"], table["kind"], table.get("side"))


def _check_names(profile: Profile, source: str) -> None:
    """Pass where every name means one record; an alias may be shared within a side only."""
    _once("[[parties]]", (party.name for party in profile.parties), source)
    _once("[[places]]", (place.id for place in profile.places), source)
    _once("[[sources]]", (known.name for known in profile.sources), source)
    side_of: dict[str, Party] = {}
    for party in profile.parties:
        for name in (party.name, *party.aliases):
            other = side_of.setdefault(name, party)
            if other.side != party.side:
                raise InputError(
                    f"{source}: [[parties]]: {name!r} names both {other.name} and {party.name}, "
                    "which are on different sides"
                )


def _once(kind: str, names: Iterable[str], source: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise InputError(f"{source}: {kind}: {name!r} stands twice")
        seen.add(name)
