"""What a person decided; it overlays the machine's record and is never edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision about one record: who took it, when, why; undoing it is another judgement."""

    id: str
    record: str
    act: Literal["accept", "reject", "merge", "split", "cut-link", "assess", "note", "undo"]
    by: str
    on: str
    reason: str
    value: str | None = None
