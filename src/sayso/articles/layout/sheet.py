"""A page while its units are being named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.articles.header.mastheads import Mastheads
from sayso.articles.header.words import Words
from sayso.articles.layout.traits import Traits
from sayso.articles.layout.units import Unit
from sayso.model.article import BlockKind


@dataclass(slots=True)
class Sheet:
    """The units, what can be told of each by itself, and the kinds given so far (None: still open)."""

    units: Sequence[Unit]
    traits: Sequence[Traits]
    kinds: list[BlockKind | None]
    words: Words
    index: Mastheads

    def open(self, start: int, end: int) -> list[int]:
        """Return the numbers of the units from `start` up to `end` that have no kind yet."""
        return [number for number in range(start, end) if self.kinds[number] is None]
