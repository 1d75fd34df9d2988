"""What one voice's questions hang on beyond itself: small summaries of the whole ledger, gathered here.

Each is a counter over all voices, so that order makes no difference, and a change in one article can be
told by comparing the summaries before and after.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.claimtypes.interface import Key
from sayso.claimtypes.talks import talkers
from sayso.model.proposition import Proposition
from sayso.weighing.names import fold
from sayso.weighing.voices import Mood, Voice

Group = tuple[Key, Mood | None]
"""A folded key, and the mood where that makes a question of its own.

Demands say nothing of what is so; and what will become of a country or a border is another question
than what has.
"""


@dataclass(frozen=True, slots=True)
class Context:
    """`pairs`: for each party that talks, the parties that it is most said to talk with, itself included."""

    pairs: Mapping[str, str]


def context_of(heard: Iterable[Voice]) -> Context:
    """Return the summaries of all voices."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for voice in heard:
        p = voice.proposition
        if p.type == "talks" and len(talkers(p)) > 1:
            for name in talkers(p):
                counts[fold(name)][together(p)] += 1
    pairs = {name: min(found, key=lambda pair: (-found[pair], pair)) for name, found in counts.items()}
    return Context(pairs)


def together(p: Proposition) -> str:
    """Return the parties that talk as one folded name, in one order."""
    return fold(" and ".join(talkers(p)))


def paired(p: Proposition, context: Context) -> str | None:
    """Return the parties whose talks are told of.

    "The rebels are ready to talk" bears on the talks of the rebels and those they mostly talk with.
    """
    names = talkers(p)
    if not names:
        return None
    return together(p) if len(names) > 1 or p.place else context.pairs.get(fold(names[0]), fold(names[0]))
