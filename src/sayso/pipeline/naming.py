"""What a key names in a ledger: a record by its id or the start of one, an article by name, a place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sayso.ledger.interface import LedgerView, Wanted
from sayso.model.errors import NotFound
from sayso.model.judgement import Anchor, RecordKind
from sayso.model.weighed import Claim, Question
from sayso.weighing.overlay import anchor_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Named:
    """A record: what it is, its whole id, where the statement is that stands for it, and its statements."""

    kind: RecordKind
    id: str
    anchors: tuple[Anchor, ...] = ()
    statements: tuple[str, ...] = ()


def named(ledger: LedgerView, key: str) -> Named:
    """Return what a key names: a record by its id or the start of one, an article by its name, then a place.

    Raises:
        NotFound: there is no such thing, or more than one fits.
    """
    for look in (_statement, _outcome, _article, _judgement, _place):
        found = look(ledger, key)
        if found is not None:
            return found
    raise NotFound(
        f"nothing in this ledger has the id {key!r} (or one that starts so), nor is a place called so"
    )


def _statement(ledger: LedgerView, key: str) -> Named | None:
    found = _or_none(lambda: ledger.statement(key))
    return None if found is None else Named("statement", found.id, (anchor_of(found.id, found),), (found.id,))


def _outcome(ledger: LedgerView, key: str) -> Named | None:
    found = _or_none(lambda: ledger.outcome(key))
    if isinstance(found, Claim):
        members = (*found.asserted, *found.denied)
        return Named("claim", found.id, (anchor_of(found.id, ledger.statement(members[0])),), members)
    if isinstance(found, Question):
        members = tuple(key for answer in found.answers for key in answer.statements)
        return Named("question", found.id, (anchor_of(found.id, ledger.statement(members[0])),), members)
    return None if found is None else Named("lineage", found.id)


def _article(ledger: LedgerView, key: str) -> Named | None:
    found = _or_none(lambda: ledger.article(key))
    return None if found is None else Named("article", found.id)


def _judgement(ledger: LedgerView, key: str) -> Named | None:
    ids = [j.id for j in ledger.judgements() if key and j.id.startswith(key)]
    if len(ids) > 1 and key not in ids:
        raise NotFound(f"{key!r} fits more than one judgement: give more of its id")
    return Named("judgement", key if key in ids else ids[0]) if ids else None


def _place(ledger: LedgerView, key: str) -> Named | None:
    for statement in ledger.statements(Wanted(places=frozenset({key}))):
        p = statement.proposition
        names = [name for name in (p.place, p.place_from, p.place_to) if name]
        return Named("place", next((name for name in names if name.casefold() == key.casefold()), key))
    return None


def _or_none(look: Callable[[], T]) -> T | None:
    try:
        return look()
    except NotFound as error:
        if "more than one" in str(error):
            raise
        return None
