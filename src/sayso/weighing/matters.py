"""What a stance is towards, and what befell those lost: the parts of a key that several wordings share."""

from __future__ import annotations

from sayso.languages import table
from sayso.model.proposition import Proposition
from sayso.weighing.names import fold
from sayso.weighing.organs import is_demonym


def matter(p: Proposition) -> str:
    """Return what a stance is towards: its target without epithets, else its place.

    "foreign forces in Norway" and "Swedish forces in Norway" are one matter; a name keeps all its words.
    """
    if p.target is None:
        return fold(p.place or "")
    words = p.target.split()
    while len(words) > 1 and (words[0][:1].islower() or is_demonym(fold(words[0]))) and _goes_on(words):
        words = words[1:]
    return fold(" ".join(words))


def _goes_on(words: list[str]) -> bool:
    """Tell whether a common noun follows, so that the first word is an epithet and not the noun itself."""
    return words[1][:1].islower() and fold(words[1]) not in table("english", "weighing")["small"]


def losses_of(p: Proposition) -> str:
    """Return what befell them; losses of which no figure is given are counted with the killed."""
    return p.quantity.unit if p.quantity else "killed"
