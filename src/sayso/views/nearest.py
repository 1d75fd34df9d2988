"""Has anyone claimed this? The statements that come nearest to a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.ledger.interface import PagedView
from sayso.places.spelling import fold
from sayso.views.quoted import Quoted, all_quoted

POOL = 60
"""So many statements with rare words in common are compared word by word."""


@dataclass(frozen=True, slots=True)
class Near:
    """A statement and the share (0 … 1) of the asked sentence's telling words that it has."""

    said: Quoted
    share: float
    words: tuple[str, ...]


def nearest_to(ledger: PagedView, sentence: str, limit: int = 20) -> tuple[Near, ...]:
    """Return the statements nearest to a sentence, best first; () where no word of it is in the ledger.

    Nearness is shared words only: whether a statement says the same or its opposite, the reader must see.
    """
    asked = _telling(sentence)
    if not asked:
        return ()
    found = all_quoted(ledger, ledger.alike(sentence, POOL))
    measured = []
    for said in found:
        line = said.line
        words = _telling(" ".join([line.evidence, line.claimer or "", line.actor or "", line.place or ""]))
        common = sorted(asked & words)
        measured.append(Near(said, len(common) / len(asked), tuple(common)))
    ranked = sorted(measured, key=lambda near: (-near.share, near.said.line.id))
    return tuple(near for near in ranked if near.words)[:limit]


def _telling(sentence: str) -> set[str]:
    # Words of three letters and less ("the", "has", "of") tell nothing; figures do.
    return {word for word in fold(sentence).split() if len(word) > 3 or word.isdigit()}
