"""One place for a page: its questions, its statements leaf by leaf, what lies around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.ledger.interface import PagedView
from sayso.ledger.leafing import Known, Slice, Sought
from sayso.model.errors import NotFound
from sayso.model.place import Place
from sayso.places.gazetteer import Gazetteer
from sayso.places.spelling import fold
from sayso.views.cards import PointCard, cards_of
from sayso.views.names import near_names
from sayso.views.quoted import Quoted, all_quoted

NEAR_KM = 60.0
"""How far "nearby" reaches: an hour or two of driving."""

MENTIONS, MENTIONS_SHOWN = 80, 20
"""So many statements found by the place's name are looked through, so many shown."""

NAMES = 20_000
"""So many names at most are searched for one that comes near."""


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A place as the ledger spells it; `place` is what the gazetteer knows of it, None where nothing.

    `said` are the statements about it, newest first; `mentions` those whose sentence names it, though they
    are filed under another place or none; `near`, `inside` and `around` other places of the ledger.
    """

    name: str
    known: Known
    place: Place | None
    questions: Slice[PointCard]
    said: Slice[Quoted]
    mentions: tuple[Quoted, ...]
    near: tuple[Known, ...]
    inside: tuple[Known, ...]
    around: tuple[Known, ...]


def place_page(
    ledger: PagedView, name: str, gazetteer: Callable[[], Gazetteer], limit: int, offset: int
) -> PlacePage:
    """Return a place by its name, or by one spelt nearly so.

    Raises:
        NotFound: no place of the ledger, or more than one, is called so; the error names what comes near.
    """
    known = place_known(ledger, name)
    ids = ledger.located([known.name])
    place = gazetteer().place(ids[known.name]) if ids else None
    questions = ledger.standings(Sought(places=frozenset({known.name})), 12)
    told = ledger.told_by([known.name], "place", limit, offset)
    near, inside, around = _lying(ledger, place, gazetteer) if place else ((), (), ())
    return PlacePage(
        name=known.name,
        known=known,
        place=place,
        questions=Slice(cards_of(ledger, questions.items, 1), questions.total),
        said=Slice(all_quoted(ledger, told.items), told.total),
        mentions=_mentions(ledger, known.name) if offset == 0 else (),
        near=near,
        inside=inside,
        around=around,
    )


def _mentions(ledger: PagedView, name: str) -> tuple[Quoted, ...]:
    """Return statements that name the place in their sentence and are not about it."""
    ids = [hit.id for hit in ledger.search(name, MENTIONS) if hit.kind == "statement"]
    found = []
    for statement in ledger.some_statements(ids).values():
        p = statement.proposition
        about = {fold(place) for place in (p.place, p.place_from, p.place_to) if place}
        if fold(name) not in about and f" {fold(name)} " in f" {fold(statement.evidence)} ":
            found.append(statement)
    return all_quoted(ledger, sorted(found, key=lambda s: (s.said_on or "", s.id))[:MENTIONS_SHOWN])


def place_known(ledger: PagedView, name: str) -> Known:
    """Return the place of the ledger that is called so, or nearly so; raises NotFound."""
    exact = ledger.known_as("place", name)
    if exact:
        return exact[0]
    names = {known.name: known for known in ledger.known("place", NAMES).items}
    near = near_names(name, names)
    if near.meant:
        return names[near.meant]
    some = ", ".join((near.others or tuple(names))[:8])
    raise NotFound(f"this ledger names no one place {name!r}. It names {some}." if some else _NO_PLACE)


_NO_PLACE = "this ledger names no place at all."

_Three = tuple[tuple[Known, ...], tuple[Known, ...], tuple[Known, ...]]


def _lying(ledger: PagedView, place: Place, gazetteer: Callable[[], Gazetteer]) -> _Three:
    """Return the ledger's places near this one, in it, and around it."""
    names = {known.name: known for known in ledger.known("place", NAMES).items}
    ids = {name: key for name, key in ledger.located(names).items() if key != place.id}
    book = gazetteer()
    inside = {name for name, key in ids.items() if book.within(key, place.id)}
    around = {name for name, key in ids.items() if book.within(place.id, key)}
    close = {other.id for other in book.near(place, NEAR_KM)}
    near = {name for name, key in ids.items() if key in close} - inside - around
    return _ranked(names, near), _ranked(names, inside), _ranked(names, around)


def _ranked(names: dict[str, Known], chosen: set[str]) -> tuple[Known, ...]:
    found = sorted((names[name] for name in chosen), key=lambda known: (-known.statements, known.name))
    return tuple(found[:40])
