"""What a comparison gets to see of a statement, and the verdict that it gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.proposition import Proposition
from sayso.model.weighed import Reason, RelationKind

Lies = Literal["here", "part", "around"]
"""Whether an account is of the very place that is asked about, of a part of it, or of what holds it."""

WHOLE = 0.999
"""A share from which on everything is meant: shares are rounded."""


@dataclass(frozen=True, slots=True)
class Account:
    """One way in which a question is answered.

    `said` is the proposition as it is meant: sides in the place of their organs, denials turned into
    negatives.  `share` bounds its figure as a share of the whole where that is known.  `spot` tells whether
    the place has one holder at a time; `retakes` that an attack is to get the place back; `denies` that it
    rejects what somebody else put forward.  `asked` is the type of the question, `told` the day on which it
    is said; `planned` that it is meant or expected to be so.
    """

    said: Proposition
    share: tuple[float, float] | None = None
    lies: Lies = "here"
    spot: bool = True
    retakes: bool = False
    denies: bool = False
    asked: str = ""
    told: str | None = None
    planned: bool = False

    @property
    def positive(self) -> bool:
        """Whether it says that it is so."""
        return self.said.polarity == "positive"

    @property
    def total(self) -> bool:
        """Whether it is said of all of the place, in so many words."""
        return self.share is not None and self.share[0] >= WHOLE


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two accounts bear on each other: the kind, the reason as a word, and the reason in words."""

    kind: RelationKind
    reason: Reason
    note: str


def refutes(reason: Reason, note: str) -> Verdict:
    """Return that both cannot hold."""
    return Verdict("refutes", reason, note)


def supports(reason: Reason, note: str) -> Verdict:
    """Return that one says what the other says, or more."""
    return Verdict("supports", reason, note)


def related(reason: Reason, note: str) -> Verdict:
    """Return that both may hold, and neither follows from the other."""
    return Verdict("related", reason, note)
