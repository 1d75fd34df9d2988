"""Where an article ends and comments, links and bios begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.articles.header.words import Words, opening
from sayso.articles.layout.traits import Traits
from sayso.articles.layout.units import Unit
from sayso.model.article import BlockKind

# How much of a page's prose may still follow a marker that closes the article.  Comments can be long;
# what follows a line of tags or a credit is short, or the line stood in the middle.
_AFTER_STRONG = 0.6
_AFTER_WEAK = 0.3


def tail_start(
    units: Sequence[Unit],
    traits: Sequence[Traits],
    own: Sequence[BlockKind | None],
    first: int,
    words: Words,
) -> int:
    """Return the number of the first unit behind the article (the number of units where there is none)."""
    sizes = [
        len(unit.text) if kind is None and trait.prose else 0
        for unit, trait, kind in zip(units, traits, own, strict=True)
    ]
    total = sum(sizes)
    seen = 0
    for number, unit in enumerate(units):
        share = (total - seen) / total if total else 0.0
        if number > first and seen and share < _allowed(unit, own[number], words):
            return number
        seen += sizes[number]
    return len(units)


def _allowed(unit: Unit, kind: BlockKind | None, words: Words) -> float:
    """Return what share of the prose may follow a unit if it is to end the article (0 where it is no end)."""
    if kind not in ("boilerplate", "credit"):
        return 0.0
    start = opening(unit.text)
    if words.tail_strong.match(start):
        return _AFTER_STRONG
    ends = kind == "credit" or words.tail_weak.match(start) or re.fullmatch(r"[_*=-]{2,}", unit.text)
    return _AFTER_WEAK if ends else 0.0


def is_bio(text: str, trait: Traits, words: Words) -> bool:
    """Tell whether a paragraph presents a journalist or an outlet: a name, then what they do."""
    if trait.speech or len(text) > 600 or trait.sentences > 4:
        return False
    lowered = text.lower()
    if any(phrase in lowered for phrase in words.bio):
        return (
            re.match(r"[A-Z][\w.'’/-]+(?: [A-Z][\w.'’-]+){0,4}(?:,| is | was | has | covers | joined )", text)
            is not None
        )
    return False
