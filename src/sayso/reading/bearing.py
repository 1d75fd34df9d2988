"""Does an article bear on a conflict at all? Sport and business borrow the words of war."""

from __future__ import annotations

from functools import cache

from sayso.languages import table
from sayso.model.analysis import Analysis


def bears_on_conflict(analysis: Analysis) -> bool:
    """Tell whether the article names a party (an armed group, a government, its forces) or speaks of war.

    Without a party it takes several different words of conflict: a football page with "siege",
    "rebellion" and "fighting" has three.
    """
    if any(entity.kind == "party" for entity in analysis.entities):
        return True
    words, least = _words()
    return len({token.lemma for token in analysis.tokens} & words) >= least


@cache
def _words() -> tuple[frozenset[str], int]:
    rows = table("english", "conflict")
    return frozenset(rows["lemmas"]), int(rows["least"])
