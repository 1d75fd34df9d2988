"""What is put forward: one typed proposition (GUIDE.md, "Proposition types")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PropositionType = Literal[
    "control", "takeover", "retreat", "attack", "casualties", "flight",
    "deployment", "talks", "stance", "measure", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in normal form: bounds, unit and the whole that it is a part of (shares as 0 … 1)."""

    unit: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """Type and slots, all in canonical names; None where not said.

    `when` is an ISO day, month, year or ``first/last`` interval: when the event or state is said to hold.
    """

    type: PropositionType
    actor: str | None = None
    target: str | None = None
    place: str | None = None
    place_from: str | None = None
    place_to: str | None = None
    quantity: Figure | None = None
    when: str | None = None
    polarity: Literal["positive", "negative"] = "positive"
