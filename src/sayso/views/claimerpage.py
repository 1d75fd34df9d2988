"""One claimer or side for a page: what they say, leaf by leaf, and the questions they have a word in."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.ledger.interface import PagedView
from sayso.ledger.leafing import Known, Slice, Sought
from sayso.model.errors import NotFound
from sayso.views.cards import PointCard, cards_of
from sayso.views.names import near_names
from sayso.views.placepage import NAMES
from sayso.views.quoted import Quoted, all_quoted


@dataclass(frozen=True, slots=True)
class Record:
    """How a side's questions stand: in how many it is contested, conceded, corroborated, or alone."""

    contested: int
    conceded: int
    corroborated: int
    uncontested: int


@dataclass(frozen=True, slots=True)
class ClaimerPage:
    """A claimer as the ledger spells it; `known` once for each side spoken for."""

    name: str
    known: tuple[Known, ...]
    voices: tuple[Known, ...]
    record: Record
    questions: Slice[PointCard]
    said: Slice[Quoted]


def claimer_page(ledger: PagedView, name: str, limit: int, offset: int) -> ClaimerPage:
    """Return a claimer or side by name, or by one spelt nearly so; raises NotFound naming who comes near."""
    found = claimer_named(ledger, name)
    told = ledger.told_by([found], "claimer", limit, offset)
    # Who speaks for nobody but themselves is their own side.
    questions = ledger.standings(Sought(side=found), 10)
    return ClaimerPage(
        name=found,
        known=ledger.known_as("side", found) or ledger.known_as("claimer", found),
        voices=tuple(k for k in ledger.known("claimer", NAMES).items if k.side == found and k.name != found),
        record=_record(ledger, found),
        questions=Slice(cards_of(ledger, questions.items, 1), questions.total),
        said=Slice(all_quoted(ledger, told.items), told.total),
    )


def claimer_named(ledger: PagedView, name: str) -> str:
    """Return the claimer or side that is called so, or nearly so; raises NotFound."""
    if ledger.known_as("claimer", name) or ledger.known_as("side", name):
        return name
    names = [known.name for kind in ("side", "claimer") for known in ledger.known(kind, NAMES).items]
    near = near_names(name, set(names))
    if near.meant:
        return near.meant
    some = ", ".join((near.others or tuple(dict.fromkeys(names)))[:8])
    raise NotFound(f"this ledger names no one claimer {name!r}. It names {some or 'nobody at all'}.")


def _record(ledger: PagedView, side: str) -> Record:
    times = ledger.tallied(side)
    names = ("contested", "conceded", "corroborated", "uncontested")
    return Record(*(times.get(name, 0) for name in names))
