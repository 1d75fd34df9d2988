"""Who is said to hold which place on a day: what the map is drawn from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.views.ground import StateView
from sayso.views.grounds import Ground

ON_A_MAP = {
    "held uncontested": "held, uncontested",
    "conceded": "held, conceded",
    "claimed only": "claimed by one side only",
    "contested": "contested",
}
"""The states (`weighing.states`) that a map draws, in its words; what is unknown has no colour."""


@dataclass(frozen=True, slots=True)
class Spot:
    """How a place stands on a day: who is said to hold it (of several, all who claim it), and how surely."""

    place: str
    state: str
    holders: tuple[str, ...]
    words: str
    since: str
    reason: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Standing:
    """All places on a day: drawn ones, those of which no day is known, those whose state is unknown."""

    spots: tuple[Spot, ...]
    undated: tuple[str, ...]
    unknown: tuple[str, ...]


def last_told(grounds: Iterable[Ground]) -> str | None:
    """Return the last ISO day on which a word was published or said, else spoken of; None for no such day."""
    words = [word for ground in grounds for word in ground.words]
    told = [day for word in words if (day := word.line.published or word.line.said_on)]
    return max(map(_first_day, told or [word.day for word in words if word.day]), default=None)


def standing(grounds: Iterable[Ground], day: str) -> Standing:
    """Return how the places stood on an ISO day, by name; those not yet spoken of are in no list."""
    spots: list[Spot] = []
    undated: list[str] = []
    unknown: list[str] = []
    for ground in grounds:
        state = ground.on(day) if day else None
        if state is not None and state.state in ON_A_MAP:
            spots.append(_spot(ground.place, state))
        elif state is not None:
            unknown.append(ground.place)
        elif not ground.states and any(word.day is None and word.holds for word in ground.words):
            undated.append(ground.place)
    return Standing(tuple(spots), tuple(undated), tuple(unknown))


def _spot(place: str, state: StateView) -> Spot:
    holders = (state.holder,) if state.holder else state.parties
    sentence = state.lines[0].evidence if state.lines else ""
    return Spot(place, state.state, holders, state.words, state.since_said, state.reason, sentence)


def _first_day(when: str) -> str:
    first = when.partition("/")[0]
    return first + "-01-01"[len(first) - 4 :]
