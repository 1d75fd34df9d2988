"""How each place of a ledger is said to stand, day by day, for a map: who claims it, who concedes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sayso.ledger.interface import PagedView, Wanted
from sayso.model.place import Place
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.places.gazetteer import Gazetteer
from sayso.places.outlines import border_between
from sayso.views.clocks import Clocks, clocks, sifted
from sayso.views.ground import StateView, states_of
from sayso.views.said import Said, said_of
from sayso.weighing.extent import BROAD, Extent
from sayso.weighing.interests import gains
from sayso.weighing.states import bears

MOST = 400
"""So many places at most stand on a map: those with most statements."""

_TELLING = frozenset({"control", "takeover", "retreat", "attack"})


@dataclass(frozen=True, slots=True)
class SpotState:
    """How a place stood from `since` to `until` (None: to this day).

    `state` is a name of `weighing.states`, or "undated": claimed, nobody says of which day (`since` is "").
    `parties` are whose colours it has: the holder, then who disputes it; claimants where several claim it.
    """

    state: str
    words: str
    since: str
    until: str | None
    parties: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its point in degrees; `between` are the two countries of a border (ISO alpha-2)."""

    name: str
    kind: str
    lat: float
    lon: float
    between: tuple[str, str] | None
    statements: int
    states: tuple[SpotState, ...]

    def on(self, day: str) -> SpotState | None:
        """Return how it stood on an ISO day, None before anything was said."""
        return next(
            (s for s in reversed(self.states) if s.since <= day and (s.until is None or day <= s.until)), None
        )


@dataclass(frozen=True, slots=True)
class Atlas:
    """All spots, those with most statements first, the days on which any state begins; who has no point.

    `unplaced` are places that somebody claims and that the gazetteer gives no point; `states` are those of
    all places, by name.
    """

    spots: tuple[Spot, ...]
    days: tuple[str, ...]
    unplaced: tuple[str, ...]
    states: Mapping[str, tuple[SpotState, ...]]


def atlas_of(
    ledger: PagedView, profile: Profile, gazetteer: Callable[[], Gazetteer], known_on: str | None = None
) -> Atlas:
    """Return how all places stood on all days, by what was known on a day; raises UsageError for no day."""
    asked = clocks(None, known_on)
    places = ledger.known("place", MOST).items
    ids = ledger.located({known.name for known in places})
    book = gazetteer() if ids else None
    spots, unplaced, all_states = [], [], {}
    for known in places:
        place = book.place(ids[known.name]) if book and known.name in ids else None
        states = _states(ledger, known.name, profile, place, asked)
        if not states:
            continue
        all_states[known.name] = states
        point = _point(place)
        if place is None or point is None or place.kind == "country":
            unplaced.append(known.name)
            continue
        spots.append(Spot(known.name, place.kind, *point, place.between, known.statements, states))
    days = sorted({state.since for spot in spots for state in spot.states if state.since})
    return Atlas(tuple(spots), tuple(days), tuple(unplaced), all_states)


def _point(place: Place | None) -> tuple[float, float] | None:
    """Return where a place stands; a border stands at the middle of its line."""
    if place is None:
        return None
    if place.lat is not None and place.lon is not None:
        return place.lat, place.lon
    lines = border_between(*place.between, 0.05) if place.between else ()
    longest = max(lines, key=len, default=())
    if not longest:
        return None
    lon, lat = longest[len(longest) // 2]
    return lat, lon


def _state(state: StateView) -> SpotState:
    return SpotState(
        state=state.state,
        words=state.words,
        since=state.since,
        until=state.until,
        parties=state.parties,
        statements=tuple(line.id for line in state.lines),
    )


def _states(
    ledger: PagedView, name: str, profile: Profile, place: Place | None, asked: Clocks
) -> tuple[SpotState, ...]:
    statements = [s for s in ledger.statements(Wanted(places=frozenset({name}))) if _tells(s)]
    if not statements:
        return ()
    said = said_of(ledger, statements, profile)
    if not asked.running:
        kept, _ = sifted(said.moments.values(), asked)
        said = said.only(kept)
    found, undated = states_of(name, said, _extent(name, said, place), profile)
    if found or not undated:
        return tuple(_state(state) for state in found)
    return _undated(said)


def _undated(said: Said) -> tuple[SpotState, ...]:
    """Return one state for all days where something is claimed and nobody says of which day."""
    bearing = [voice for voice in said.voices.values() if bears(voice)]
    gained = [voice for voice in bearing if gains(voice.said)]
    sides = tuple(sorted({gains(voice.said) or "" for voice in gained}))
    words = f"claimed for {' and '.join(sides)}, on no known day" if sides else "spoken of, on no known day"
    keys = tuple(sorted(voice.statement.id for voice in bearing))
    return (SpotState("undated", words, "", None, sides, keys),)


def _tells(statement: Statement) -> bool:
    return statement.proposition.type in _TELLING


def _extent(name: str, said: Said, place: Place | None) -> Extent:
    told = said.extents.of(name)
    return "broad" if told == "spot" and place is not None and place.kind in BROAD else told
