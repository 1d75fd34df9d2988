"""Who talks with whom: the one thing that a voice's own question hangs on beyond itself."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.claimtypes.interface import Key
from sayso.claimtypes.talks import talkers
from sayso.model.proposition import Proposition
from sayso.weighing.names import fold
from sayso.weighing.tallies import Fact, Tallies
from sayso.weighing.voices import Mood, Voice

Group = tuple[Key, Mood | None]
"""A folded key, and the mood where that makes a question of its own.

Demands say nothing of what is so; and what will become of a country or a border is another question
than what has.
"""


def facts_of(voice: Voice) -> Iterator[Fact]:
    """Yield for each party that talks the parties that it is said to talk with, itself included."""
    p = voice.proposition
    if p.type == "talks" and len(talkers(p)) > 1:
        for name in talkers(p):
            yield "talks", fold(name), together(p)


def together(p: Proposition) -> str:
    """Return the parties that talk as one folded name, in one order."""
    return fold(" and ".join(talkers(p)))


def paired(p: Proposition, tallies: Tallies) -> str | None:
    """Return the parties whose talks are told of.

    "The rebels are ready to talk" bears on the talks of the rebels and those they mostly talk with.
    """
    names = talkers(p)
    if not names:
        return None
    if len(names) > 1 or p.place:
        return together(p)
    return tallies.most("talks", fold(names[0])) or fold(names[0])
