"""How one place stood from day to day, in the words of the field."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model.profile import Profile
from sayso.views.line import Line
from sayso.views.said import Said
from sayso.weighing.extent import Extent
from sayso.weighing.names import fold
from sayso.weighing.states import State, bears, states

LWJ = {
    "held uncontested": "Controlled",
    "conceded": "Controlled",
    "claimed only": "Unconfirmed",
    "contested": "Contested",
}
"""FDD's Long War Journal, "Mapping Taliban Contested and Controlled Districts": its words for our states."""


@dataclass(frozen=True, slots=True)
class Assessed:
    """What a person holds to be so of a place on a day; nothing but a person's judgement makes one."""

    day: str
    value: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class StateView:
    """How a place stood from `since` until `until` (None: to this day), and the statements that make it so.

    `state` is the name of `weighing.states`, `words` the same with names.  `lwj` is the Long War Journal's
    word and `viina` VIINA's value of ``status``, each None where they have none.  `assessed` is people's.
    `parties` are the holder and who disputes it, or all who claim it.
    """

    state: str
    words: str
    holder: str | None
    since: str
    since_said: str
    until: str | None
    last_said: str
    reason: str
    lwj: str | None
    viina: str | None
    lines: tuple[Line, ...]
    assessed: Assessed | None = None
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DayRow:
    """A place on one day, in VIINA's columns (`name`, `date`, `status`) beside our own and LWJ's word."""

    name: str
    date: str
    status: str | None
    state: str
    holder: str | None
    lwj: str | None
    assessed: str | None
    statements: tuple[str, ...]


def states_of(
    name: str, said: Said, extent: Extent, profile: Profile, assessed: Iterable[Assessed] = ()
) -> tuple[tuple[StateView, ...], int]:
    """Return the states of the place called so, first to last, and how many statements have no day."""
    dated, undated = [], 0
    key = fold(name)
    for number, voice in said.voices.items():
        p = voice.statement.proposition
        if not bears(voice) or fold(p.place or p.place_from or "") != key:
            continue
        if said.day(number) is None:
            undated += 1
        else:
            dated.append(said.dated(number))
    codes = {party.name: party.country for party in profile.parties if party.country}
    judged = sorted(assessed, key=lambda one: one.day)
    found = states(dated, said.origins, extent)
    return tuple(_view(state, said, codes, judged) for state in found), undated


def days_of(name: str, found: Sequence[StateView], until: str | None = None) -> tuple[DayRow, ...]:
    """Return one row a day from the first state to `until` (without it: to the last day spoken of)."""
    if not found:
        return ()
    end = until or max(state.last_said for state in found)
    rows = []
    for state in found:
        last = min(state.until or end, end)
        day = date.fromisoformat(state.since)
        while day.isoformat() <= last:
            rows.append(_day(name, day.isoformat(), state))
            day += timedelta(days=1)
    return tuple(rows)


def _day(name: str, day: str, state: StateView) -> DayRow:
    judged = state.assessed.value if state.assessed and state.assessed.day <= day else None
    keys = tuple(line.id for line in state.lines)
    return DayRow(name, day, state.viina, state.state, state.holder, state.lwj, judged, keys)


def _view(state: State, said: Said, codes: dict[str, str], judged: Sequence[Assessed]) -> StateView:
    inside = [one for one in judged if state.since <= one.day and (not state.until or one.day <= state.until)]
    return StateView(
        state=state.name,
        words=_words(state),
        holder=state.holder,
        since=state.since,
        since_said=state.since_said,
        until=state.until,
        last_said=state.last_said,
        reason=state.reason,
        lwj=LWJ.get(state.name),
        viina=_viina(state, codes),
        lines=tuple(said.lines[key] for key in state.statements),
        assessed=inside[-1] if inside else None,
        parties=_parties(state),
    )


def _parties(state: State) -> tuple[str, ...]:
    held = (state.holder,) if state.holder else state.claimants
    return tuple(dict.fromkeys([*held, *state.denying])) if state.name == "contested" else tuple(held)


def _words(state: State) -> str:
    denying = ", ".join(state.denying)
    if state.name == "held uncontested":
        return f"held by {state.holder}, uncontested"
    if state.name == "conceded":
        words = f"held by {state.holder}, conceded by {', '.join(state.conceding)}"
        return f"{words}; disputed by {denying}" if denying else words
    if state.name == "claimed only":
        return f"claimed by {state.holder} only"
    if state.name == "contested" and state.holder:
        return f"contested: claimed for {state.holder}, disputed by {denying}"
    return f"contested between {' and '.join(state.claimants)}" if state.name == "contested" else "unknown"


def _viina(state: State, codes: dict[str, str]) -> str | None:
    """Return VIINA's status: the holder's code (its name where the profile gives none), or CONTESTED."""
    if state.name == "contested":
        return "CONTESTED"
    if state.name in ("held uncontested", "conceded") and state.holder:
        return codes.get(state.holder, state.holder)
    return None
