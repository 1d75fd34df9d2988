"""How each place of a ledger is said to stand, day by day, for a map: who claims it, who concedes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.ledger.interface import PagedView, Wanted
from sayso.ledger.leafing import Known
from sayso.model.place import Place
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.places.gazetteer import Gazetteer
from sayso.views.clocks import Clocks, clocks, sifted
from sayso.views.ground import StateView, states_of
from sayso.views.said import Said, said_of
from sayso.weighing.extent import BROAD, Extent

MOST = 400
"""So many places at most stand on a map: those with most statements."""

_TELLING = frozenset({"control", "takeover", "retreat", "attack"})


@dataclass(frozen=True, slots=True)
class SpotState:
    """How a place stood from `since` to `until` (None: to this day).

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

    `unplaced` are places that somebody claims and that the gazetteer gives no point.
    """

    spots: tuple[Spot, ...]
    days: tuple[str, ...]
    unplaced: tuple[str, ...]


def atlas_of(
    ledger: PagedView, profile: Profile, gazetteer: Callable[[], Gazetteer], known_on: str | None = None
) -> Atlas:
    """Return how all places stood on all days, by what was known on a day; raises UsageError for no day."""
    asked = clocks(None, known_on)
    places = ledger.known("place", MOST).items
    ids = ledger.located({known.name for known in places})
    book = gazetteer() if ids else None
    spots, unplaced = [], []
    for known in places:
        place = book.place(ids[known.name]) if book and known.name in ids else None
        states = _states(ledger, known.name, profile, place, asked)
        if not states:
            continue
        if place is None or place.lat is None or place.lon is None or place.kind == "country":
            unplaced.append(known.name)
            continue
        spots.append(_spot(known, place, states))
    days = sorted({state.since for spot in spots for state in spot.states})
    return Atlas(tuple(spots), tuple(days), tuple(unplaced))


def _spot(known: Known, place: Place, states: Iterable[StateView]) -> Spot:
    return Spot(
        name=known.name,
        kind=place.kind,
        lat=place.lat or 0.0,
        lon=place.lon or 0.0,
        between=place.between,
        statements=known.statements,
        states=tuple(_state(state) for state in states),
    )


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
) -> tuple[StateView, ...]:
    statements = [s for s in ledger.statements(Wanted(places=frozenset({name}))) if _tells(s)]
    if not statements:
        return ()
    said = said_of(ledger, statements, profile)
    if not asked.running:
        kept, _ = sifted(said.moments.values(), asked)
        said = said.only(kept)
    return states_of(name, said, _extent(name, said, place), profile)[0]


def _tells(statement: Statement) -> bool:
    return statement.proposition.type in _TELLING


def _extent(name: str, said: Said, place: Place | None) -> Extent:
    told = said.extents.of(name)
    return "broad" if told == "spot" and place is not None and place.kind in BROAD else told
