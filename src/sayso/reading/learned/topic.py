"""Does an article tell of a conflict, by what the networks find in it?

Business, sport and weather borrow the words of war; statements of fighting and ground held do not come by
chance in every few sentences.
"""

from __future__ import annotations

from sayso.model.analysis import Analysis
from sayso.reading.bearing import bears_on_conflict
from sayso.reading.learned.signals import Signals

SHORT = 8
"""Of an article of fewer sentences nothing can be told in this way: a brief may hold one round of talks."""
LEAST = 0.025
"""Statements of fighting a sentence that a conflict's article holds at the least, by the networks' reckoning.

In the corpus's parts train and dev 139 of 140 articles on a conflict that are long enough hold more; of 15
real ones that borrow words of war, and in which the networks would find statements, 12 hold less.
"""
_FIGHTING = frozenset({"control", "takeover", "retreat", "attack"})
"""Losses do not count, for storms and accidents bring them too."""


def tells_of_conflict(analysis: Analysis, signals: Signals) -> bool:
    """Tell whether the article speaks of war by its words and, if long enough, states anything of it."""
    if not bears_on_conflict(analysis):
        return False
    sentences = len(analysis.sentences)
    expected = sum(h.probability for h in signals.hung if h.name in _FIGHTING and not h.sole)
    return sentences < SHORT or expected >= LEAST * sentences
