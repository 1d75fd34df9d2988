"""All places that somebody is said to hold: their states, as the place ledger has them, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.claimtypes.holding import holding
from sayso.ledger.interface import LedgerView, Wanted
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.views.ground import StateView, states_of
from sayso.views.line import Line
from sayso.views.lists import GazetteerDoor
from sayso.views.place import NOBODY, extent_of
from sayso.views.said import Said, said_of
from sayso.weighing.names import fold
from sayso.weighing.states import bears

_BEARING = frozenset({"control", "takeover", "retreat", "attack"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word on who holds a place: `side` says of `who` that they hold it (`holds`) or do not.

    `firm` is False for attacks.  The word counts from `day` (ISO), as in `views.clocks`; None where nothing
    tells any day.
    """

    side: str
    who: str | None
    holds: bool
    firm: bool
    day: str | None
    line: Line


@dataclass(frozen=True, slots=True)
class Ground:
    """One place: how it stood from day to day, and the words that make it so by day (without one: last)."""

    place: str
    states: tuple[StateView, ...]
    words: tuple[Word, ...]

    def on(self, day: str) -> StateView | None:
        """Return how it stood on an ISO day, None before anything was said of a day."""
        return next((s for s in self.states if s.since <= day and (s.until is None or day <= s.until)), None)


def ground_of(ledger: LedgerView, name: str, gazetteer: GazetteerDoor, profile: Profile) -> Ground:
    """Return the ground of one place, by its name in the ledger; empty where nobody speaks of holding it."""
    return _ground(ledger, name, ledger.placed(), gazetteer, profile)


def grounds_of(ledger: LedgerView, gazetteer: GazetteerDoor, profile: Profile) -> tuple[Ground, ...]:
    """Return the grounds of all places of which somebody says as a fact who holds them, by name."""
    named: dict[str, str] = {}
    for statement in ledger.statements():
        place = statement.proposition.place or statement.proposition.place_from
        if place and _tells(statement):
            key = fold(place)
            named[key] = min(named.get(key, place), place)
    ids = ledger.placed()
    found = (_ground(ledger, named[key], ids, gazetteer, profile) for key in sorted(named))
    return tuple(ground for ground in found if ground.words)


def _ground(
    ledger: LedgerView, name: str, ids: dict[str, str], gazetteer: GazetteerDoor, profile: Profile
) -> Ground:
    said = said_of(ledger, list(ledger.statements(Wanted(places=frozenset({name})))), profile)
    extent = extent_of(name, said, ids, gazetteer() if name in ids else None)
    states, _ = states_of(name, said, extent, profile)
    keys = [key for key, voice in said.voices.items() if bears(voice) and _is_of(voice.statement, name)]
    return Ground(name, states, tuple(_word(said, key) for key in said.in_order(keys)))


def _word(said: Said, key: str) -> Word:
    voice = said.voices[key]
    told = holding(voice.said, retakes=voice.retakes)
    return Word(said.side(key) or NOBODY, told.who, told.holds, told.firm, said.day(key), said.lines[key])


def _is_of(statement: Statement, name: str) -> bool:
    prop = statement.proposition
    return fold(prop.place or prop.place_from or "") == fold(name)


def _tells(statement: Statement) -> bool:
    prop = statement.proposition
    return prop.type in _BEARING and prop.quantity is None and statement.modality == "actual"
