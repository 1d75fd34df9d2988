"""What an id, or the start of one, stands for: a statement, a question, an article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.ledger.interface import LedgerView
from sayso.model.errors import NotFound

CANDIDATES_NAMED = 6
"""How many ids an error names where the start of an id fits several."""


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
    """
    found = list(_fitting(ledger, key)) if key else []
    exact = [meant for meant, whole in found if whole]
    if not found:
        raise NotFound(f"nothing in this ledger has the id {key!r}, nor one that starts so.")
    if len(exact) > 1:
        named = ", ".join(meant.id for meant in exact[:CANDIDATES_NAMED])
        raise NotFound(
            f"{key!r} is the name of {len(exact)} articles; give the id of one: {named}. If it changed, these"
            " are its versions: `sayso versions` shows when each came and what changed."
        )
    if len(found) > 1 and len(exact) != 1:
        named = ", ".join(meant.id for meant, _ in found[:CANDIDATES_NAMED])
        more = " …" if len(found) > CANDIDATES_NAMED else ""
        raise NotFound(f"{key!r} fits {len(found)} ids; give more of the one that you mean: {named}{more}")
    return exact[0] if exact else found[0][0]


def _fitting(ledger: LedgerView, key: str) -> Iterator[tuple[Meant, bool]]:
    """Yield all that the key may be the start of, and whether it is the whole id (or name)."""
    for statement in ledger.statements():
        if statement.id.startswith((key, f"st-{key}")):
            yield Meant("statement", statement.id), statement.id == key
    for question in ledger.questions():
        if question.id.startswith(key):
            yield Meant("question", question.id), question.id == key
    for article in ledger.articles():
        if article.id.startswith(key) or article.name == key:
            yield Meant("article", article.id), key in (article.id, article.name)
