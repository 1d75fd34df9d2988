"""What an id, or the start of one, stands for: a statement, a question, an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.ledger.interface import LedgerView
from sayso.model.errors import Ambiguous, NotFound, SharedName
from sayso.model.weighed import Question

CANDIDATES_NAMED = 6
"""How many ids an error names where the start of an id fits several."""

_NEXT = "0123456789abcdef-"
"""What ids are made of, behind the letters of their kind."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The one thing meant, by its whole id."""

    kind: Literal["statement", "question", "article"]
    id: str


def look_up(ledger: LedgerView, key: str) -> Meant:
    """Return the one thing with this id, or with an id that starts so; an article answers to its name.

    Hex digits without ``st-`` before them are a statement's.

    Raises:
        NotFound: nothing has such an id, or several things have; the text names those.
        SharedName: it is the name of several articles.
    """
    fits = list(_fitting(ledger, key)) if key else []
    exact = [meant for meant in fits if meant is not None and _is_whole(ledger, meant, key)]
    if not fits:
        raise NotFound(f"nothing in this ledger has the id {key!r}, nor one that starts so.")
    if len(exact) == 1:
        return exact[0]
    if len(fits) > 1 or fits[0] is None:
        named = _named(ledger, key)
        raise NotFound(f"{key!r} fits several ids; give more of the one that you mean: {named}")
    return fits[0]


def _fitting(ledger: LedgerView, key: str) -> Iterator[Meant | None]:
    """Yield what the key is the id of, or the start of an id, by kinds; None where several of a kind fit."""
    for find in (_statement, _question, _article):
        try:
            meant = find(ledger, key)
        except SharedName:
            raise
        except Ambiguous:
            yield None
        except NotFound:
            continue
        else:
            if meant is not None:
                yield meant


def _statement(ledger: LedgerView, key: str) -> Meant | None:
    try:
        found = ledger.statement(key)
    except Ambiguous:
        raise
    except NotFound:
        found = ledger.statement(f"st-{key}")
    return Meant("statement", found.id)


def _question(ledger: LedgerView, key: str) -> Meant | None:
    found = ledger.outcome(key) if "qu-".startswith(key[:3]) else None
    return Meant("question", found.id) if isinstance(found, Question) else None


def _article(ledger: LedgerView, key: str) -> Meant | None:
    return Meant("article", ledger.article(key).id)


def _is_whole(ledger: LedgerView, meant: Meant, key: str) -> bool:
    return key == meant.id or (meant.kind == "article" and key == ledger.article(meant.id).name)


def _named(ledger: LedgerView, key: str) -> str:
    """Return some of the ids that start so: those found by trying what may come next."""
    ids: list[str] = []
    starts = [key]
    while starts and len(ids) <= CANDIDATES_NAMED:
        start = starts.pop()
        found = list(_fitting(ledger, start))
        ids += [meant.id for meant in found if meant is not None]
        if None in found:
            starts += [start + char for char in reversed(_NEXT)]
    ids = list(dict.fromkeys(ids))
    return ", ".join(ids[:CANDIDATES_NAMED]) + (" …" if len(ids) > CANDIDATES_NAMED or not ids else "")
