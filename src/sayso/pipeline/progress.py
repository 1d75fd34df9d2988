"""How long work says where it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of long work: `stage` names it, `item` what is in hand, `done` of `total` (None: unknown)."""

    stage: str
    item: str = ""
    done: int = 0
    total: int | None = None


Report = Callable[[Progress], None]


def silent(_: Progress) -> None:
    """Report nothing."""
