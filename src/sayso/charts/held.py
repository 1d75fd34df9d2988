"""Who is said to hold which place: what the map and the timeline are drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sayso.claimtypes.holding import holding
from sayso.model.statement import Statement
from sayso.views.line import ArticleLabel, Line, line_of

_TYPES = frozenset({"control", "takeover", "retreat", "attack"})

Standing = Literal["conceded or corroborated", "claimed by one side only", "contested"]


@dataclass(frozen=True, slots=True)
class Held:
    """A word on who holds a place: `side` says of `who` that they hold it (`holds`) or do not.

    `firm` is False for attacks.  The word counts from `day`, the day that it speaks of, else the day on
    which it was said or published; None where nothing tells any day.
    """

    place: str
    side: str
    who: str | None
    holds: bool
    firm: bool
    day: date | None
    line: Line


@dataclass(frozen=True, slots=True)
class Spot:
    """How a place stands on a day: who is said to hold it, the weightiest first, and how surely."""

    place: str
    standing: Standing
    holders: tuple[str, ...]
    words: tuple[Held, ...]


def held(statements: Iterable[Statement], labels: Mapping[str, ArticleLabel]) -> list[Held]:
    """Return, by day, what is said as a fact of who holds single places; shares and numbers are no such word.

    Words without any day, not even their article's, come last.
    """
    found = []
    for statement in statements:
        prop = statement.proposition
        place = prop.place or prop.place_from
        fact = statement.modality == "actual" and statement.epistemic != "unknown"
        if prop.type not in _TYPES or place is None or prop.quantity is not None or not fact:
            continue
        line = line_of(statement, labels)
        day = _day(prop.when) or _day(statement.said_on) or _day(line.published)
        what = holding(prop)
        denies = statement.epistemic.startswith("false")
        side = statement.claimer_for or statement.claimer or "claimer unresolved"
        found.append(Held(place, side, what.who, what.holds != denies, what.firm, day, line))
    return sorted(found, key=lambda word: (word.day or date.max, word.line.id))


def last_told(words: Iterable[Held]) -> date | None:
    """Return the last day on which any of the words was published or said, None where none is known."""
    days = (_day(word.line.published) or _day(word.line.said_on) for word in words)
    return max((day for day in days if day), default=None)


def spots(words: Iterable[Held], day: date) -> list[Spot]:
    """Return the places that somebody is said to hold on `day`; of each side its last word counts."""
    last: dict[str, dict[str, Held]] = {}
    for word in words:
        if word.day is not None and word.day <= day and word.firm:
            last.setdefault(word.place, {})[word.side] = word
    made = (_spot(place, list(by_side.values())) for place, by_side in sorted(last.items()))
    return [spot for spot in made if spot]


def _spot(place: str, words: list[Held]) -> Spot | None:
    claims: dict[str, int] = {}
    for word in words:
        if word.holds and word.who:
            claims[word.who] = claims.get(word.who, 0) + 1
    if not claims:
        return None
    holders = tuple(sorted(claims, key=lambda who: (-claims[who], who)))
    denied = any(not word.holds and word.who in claims for word in words)
    if len(holders) > 1 or denied:
        return Spot(place, "contested", holders, tuple(words))
    alone = all(word.side == holders[0] for word in words if word.holds) or claims[holders[0]] == 1
    standing: Standing = "claimed by one side only" if alone else "conceded or corroborated"
    return Spot(place, standing, holders, tuple(words))


def _day(when: str | None) -> date | None:
    """Return the first day of an ISO day, month, year or interval."""
    if when is None:
        return None
    first = when.partition("/")[0]
    return date.fromisoformat(first + "-01-01"[len(first) - 4 :])
