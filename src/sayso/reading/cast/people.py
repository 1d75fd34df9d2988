"""People: which name runs are persons', and which role phrases introduce them.

Three shapes introduce somebody: "spokesman X", "X, a spokesman for Y," and "a spokesman for Y, X,".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from sayso.reading.cast.introductions import Introduction
from sayso.reading.cast.likeness import one_person, surname
from sayso.reading.cast.names import Run
from sayso.reading.cast.nouns import nouns, words
from sayso.reading.cast.words import Page, fold, pieces
from sayso.reading.cast.world import Statesman, World

_SPEECH = words("reference", "people", "speech")


@dataclass(slots=True)
class Person:
    """Somebody the article names: the fullest name, all name runs, the statesman it is known to be."""

    name: str
    lows: tuple[str, ...]
    known: Statesman | None = None
    heads: set[str] = field(default_factory=set)


def gather(
    page: Page, runs: Sequence[Run], introductions: Sequence[Introduction], world: World
) -> tuple[tuple[Person, ...], dict[int, int]]:
    """Return the people of an article and, for the first word of each of their name runs, the person.

    Somebody is a person who is introduced by a role or title, known beforehand, or has a name of two
    words or more and speaks.  Single words are theirs where they are a person's surname.
    """
    introduced = {item.run.first: item for item in introductions}
    people: list[Person] = []
    owners: dict[int, int] = {}
    for run in sorted(runs, key=lambda run: (-len(run.lows), run.first)):
        item = introduced.get(run.first)
        heads = {page.low(role.head) for role in item.roles} if item else set()
        number = _match(people, run, heads)
        if number is None and not run.organ:
            shown = item is not None and _names_somebody(run)
            speaks = _speaks(page, run)
            known = _statesman(run, world) if shown or speaks or len(run.lows) > 1 else None
            if known or shown or (len(run.lows) > 1 and speaks):
                people.append(Person(known.name if known else run.name, run.lows, known))
                number = len(people) - 1
        if number is not None:
            owners[run.first] = number
            people[number].heads |= heads
    return tuple(people), owners


def _match(people: Sequence[Person], run: Run, heads: set[str]) -> int | None:
    """Return the one person whose name the run can be; None where none or several fit."""
    exact = [
        n
        for n, p in enumerate(people)
        if p.lows == run.lows or (p.known and _parts(p.known.name) == run.lows)
    ]
    if exact:
        return exact[0]
    tails = [
        n
        for n, p in enumerate(people)
        if run.lows == p.lows[-len(run.lows) :] and len(run.lows) < len(p.lows)
    ]
    tails = tails or [n for n, p in enumerate(people) if surname(p.lows)[-1:] == run.lows]
    if not tails:
        tails = [
            n for n, p in enumerate(people) if one_person(run.lows, p.lows, same_role=bool(heads & p.heads))
        ]
    return tails[0] if len(tails) == 1 else None


@cache
def _parts(name: str) -> tuple[str, ...]:
    return tuple(fold(word) for _, word in pieces(name))


def _statesman(run: Run, world: World) -> Statesman | None:
    found = [person for person in world.people if run.lows == _parts(person.name)]
    if not found and len(run.lows) == 1:
        found = [person for person in world.people if _parts(person.name)[-1:] == run.lows]
    if not found and len(run.lows) > 1:
        found = [
            person for person in world.people if one_person(run.lows, _parts(person.name), same_role=False)
        ]
    return found[0] if len({person.side for person in found}) == 1 else None


def _names_somebody(run: Run) -> bool:
    return not any(nouns().of(low) & {"place", "ministry"} for low in run.lows)


def _speaks(page: Page, run: Run) -> bool:
    after = page.words[run.last] if page.follows(run.last) else None
    before = page.words[run.first - 1] if page.follows(run.first) else None
    said = after is not None and after.gap == " " and after.lemma in _SPEECH and after.tag.startswith("VB")
    told = before is not None and before.lemma in _SPEECH - {"tell"} and page.words[run.first].gap == " "
    return said or (told and before is not None and before.tag in {"VBD", "VBZ"})
