"""The nouns that head the phrases for people, organs and groups, by class."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.languages import table
from sayso.reading.cast.words import fold

_LANGUAGE = "english"


@dataclass(frozen=True, slots=True)
class Nouns:
    """Word lists, folded; `classes` gives each head noun's classes ("spokes", "ministry", "group" …)."""

    classes: dict[str, frozenset[str]]
    modifiers: frozenset[str]
    never: frozenset[str]
    calendar: frozenset[str]
    organs: frozenset[str]
    generic: frozenset[str]
    particles: frozenset[str]
    hyphenated: frozenset[str]
    ministries: frozenset[str]

    def of(self, low: str) -> frozenset[str]:
        """Return the classes of a word, none for other words."""
        return self.classes.get(low, frozenset())

    def is_role(self, low: str) -> bool:
        """Tell whether the word can head a role phrase."""
        return not self.of(low).isdisjoint({"spokes", "office", "speaker", "rank"})


@cache
def nouns() -> Nouns:
    """Return the word lists, read once."""
    people, parties = table(_LANGUAGE, "people"), table(_LANGUAGE, "parties")
    classes: dict[str, set[str]] = {}
    for source in (
        people["roles"],
        parties["nouns"],
        {"outlet": table(_LANGUAGE, "outlets")["nouns"]["outlet"]},
    ):
        for name, words in source.items():
            for word in words:
                classes.setdefault(fold(word), set()).add(name)
    for row in table(_LANGUAGE, "areas")["noun"]:
        for word in row["words"]:
            classes.setdefault(fold(word), set()).add("place")
    names = people["names"]
    return Nouns(
        {word: frozenset(found) for word, found in classes.items()},
        _folded(people["modifiers"]["before"]),
        _folded(names["never"]) | _folded(names["calendar"]),
        _folded(names["calendar"]),
        _folded(names["organs"]),
        _folded(names["generic"]),
        _folded(names["particles"]),
        _folded(names["hyphenated"]),
        _folded(parties["ministries"]["words"]),
    )


@cache
def words(concern: str, section: str, name: str) -> frozenset[str]:
    """Return one folded word list of a data file: ``words("areas", "locative", "words")``."""
    return _folded(_section(concern, section)[name])


@cache
def phrase(concern: str, section: str, name: str) -> str:
    """Return one text of a data file."""
    return str(_section(concern, section)[name])


@cache
def rewrites(concern: str, section: str, name: str) -> dict[str, str]:
    """Return one table of words and what they become."""
    return {fold(key): str(value) for key, value in _section(concern, section)[name].items()}


def _section(concern: str, section: str) -> dict[str, Any]:
    part: dict[str, Any] = table(_LANGUAGE, concern)[section]
    return part


def _folded(listed: list[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in listed)
