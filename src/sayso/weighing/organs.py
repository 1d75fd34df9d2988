"""Whose organ a name is, as far as its own words tell: armies, ministries, capitals, armed groups.

A government is written ``@`` and its country's code, an armed group or organisation by its name.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from sayso.languages import table
from sayso.weighing.names import fold

_STATE = ("ministry", "government", "forces", "army", "soldiers", "organ", "delegation")
_GROUP = ("forces", "group", "delegation", "soldiers")
"""Classes of nouns (languages, `parties`) that stand for a state's or a group's own people."""


@lru_cache(maxsize=65_536)
def allegiance(name: str) -> str | None:
    """Return the government or group that the name is an organ of, None where its words do not tell."""
    key = fold(name)
    if key in _groups():
        return _groups()[key]
    if key in _countries():
        return _countries()[key]
    words = _counted_off(key.split())
    return _owner_first(words) or _owner_last(words)


def is_country(name: str) -> bool:
    """Tell whether a folded name is a country's (and not that of its capital or government)."""
    return name in _lands()


def organ_nouns() -> frozenset[str]:
    """Return the nouns that stand for a state's or a group's own people."""
    return _nouns((*_STATE, *_GROUP))


def unnamed(name: str) -> bool:
    """Tell whether a name says only what kind of persons they are ("men", "local fighters"), not whose.

    Rebels or separatists are not among them: of one conflict that may be all that a side is called.
    """
    head = name.split(" of ")[0].split()
    return bool(head) and name == name.lower() and fold(head[-1]) in _persons()


def is_demonym(word: str) -> bool:
    """Tell whether a folded word is the adjective of a country."""
    return word in _adjectives()


def country_name(code: str) -> str:
    """Return the name of the country with this ISO code, the code itself where it is not known."""
    entry = table("english", "demonyms")["country"].get(code)
    return str(entry["name"]) if entry else code


def _owner_first(words: list[str]) -> str | None:
    """ "Norwegian border guards", "Polisario fighters": owner, anything, organ."""
    for length in range(min(5, len(words) - 1), 0, -1):
        owner = " ".join(words[:length])
        if owner in _groups() and words[-1] in _nouns(_GROUP):
            return _groups()[owner]
        state = _adjectives().get(owner) or _countries().get(owner)
        if state and (words[-1] in _nouns(_STATE) or _goes_on(words[length:])):
            return state
    return None


def _counted_off(words: list[str]) -> list[str]:
    """Return the words without a number in front: "two Norwegian officers" are Norway's."""
    small = table("english", "numbers")["small"]
    return words[1:] if len(words) > 2 and (words[0] in small or words[0].isdigit()) else words


def _goes_on(rest: list[str]) -> bool:
    """Tell whether what follows the owner is an organ with more behind it ("army convoy at X")."""
    return rest[0] in _nouns(_STATE) and not any(
        word in table("english", "weighing")["left"] for word in rest
    )


def _owner_last(words: list[str]) -> str | None:
    """ "Government of Norway", "embassy of Norway in …": organ, "of", owner."""
    if "of" not in words[1:-1]:
        return None
    cut = words.index("of", 1)
    if words[cut - 1] not in _nouns(_STATE):
        return None
    for end in range(len(words), cut + 1, -1):
        owner = " ".join(words[cut + 1 : end])
        if owner in _countries():
            return _countries()[owner]
    return None


@cache
def _countries() -> dict[str, str]:
    """Return countries, their other names and their seats of power by folded name."""
    found: dict[str, str] = {}
    for code, entry in sorted(table("english", "demonyms")["country"].items()):
        for name in (entry["name"], *entry.get("also", ()), *entry.get("seats", ())):
            found.setdefault(fold(name), f"@{code}")
    return found


@cache
def _lands() -> frozenset[str]:
    entries = table("english", "demonyms")["country"].values()
    return frozenset(fold(name) for entry in entries for name in (entry["name"], *entry.get("also", ())))


@cache
def _adjectives() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, entry in sorted(table("english", "demonyms")["country"].items()):
        for name in entry.get("adjectives", ()):
            found.setdefault(fold(name), f"@{code}")
    return found


@cache
def _groups() -> dict[str, str]:
    """Return armed groups and organisations by folded name, each with the side it counts under."""
    tables = table("english", "parties")
    return {
        fold(name): str(entry.get("side") or entry["name"])
        for entry in (*tables["organisation"], *tables["group"])
        for name in (entry["name"], *entry.get("also", ()))
    }


@cache
def _persons() -> frozenset[str]:
    bearers = table("english", "weighing")["bearers"]
    return _nouns(("soldiers", "forces", "people")) | frozenset(bearers)


@cache
def _nouns(classes: Iterable[str]) -> frozenset[str]:
    nouns = table("english", "parties")["nouns"]
    return frozenset(noun for name in classes for noun in nouns.get(name, ()))
