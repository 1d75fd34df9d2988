"""Which of the lines at a page's head is the title."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.articles.header.mastheads import Mastheads
from sayso.articles.header.names import is_name_line
from sayso.articles.header.words import Words, bare
from sayso.articles.layout.traits import Traits
from sayso.articles.layout.units import Unit


def find_title(
    units: Sequence[Unit], traits: Sequence[Traits], open_: Sequence[int], words: Words, index: Mastheads
) -> int | None:
    """Return which of the head's units is the title; `open_` are those that are nothing else yet.

    A title stands alone, has four words or more, and no full stop (or a capital on every word).  Where
    two read alike the first is taken; a page's own name is taken only where nothing else offers itself.
    """
    scored = [
        (-score, number)
        for number in open_
        if (score := _score(units, traits, number, words, index)) is not None
    ]
    return min(scored)[1] if scored else None


def _score(
    units: Sequence[Unit], traits: Sequence[Traits], number: int, words: Words, index: Mastheads
) -> int | None:
    unit, trait = units[number], traits[number]
    first = unit.text.lstrip("\"'“‘«(¿¡")[:1]
    if unit.bullet or len(unit.text) > 220 or not (first.isupper() or first.isdigit() or not first.isascii()):
        # "kyiv" and "iPhone" open titles too, but only behind something else.
        return None
    if trait.stop and not unit.text.endswith(("?", "!")) and not trait.headline:
        return None
    alone = sum(other.stanza == unit.stanza for other in units[max(0, number - 1) : number + 2]) == 1
    score = 4 * min(trait.words, 4) // 2
    score += 3 if alone else 0
    score -= 6 if is_name_line(unit.text, words, index) else 0
    score -= 6 if bare(unit.text) in words.sections or bare(unit.text) in words.summary else 0
    return score - (3 if unit.text.endswith(":") else 0)
