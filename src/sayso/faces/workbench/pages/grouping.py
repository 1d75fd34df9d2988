"""Statements put together by the side whose voice they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.views.quoted import Quoted

NOBODY = "claimer unresolved"


def by_side(said: Sequence[Quoted]) -> tuple[tuple[str, tuple[Quoted, ...]], ...]:
    """Return the statements of each side in their order, the side with most statements first."""
    groups: dict[str, list[Quoted]] = {}
    for one in said:
        groups.setdefault(one.side or NOBODY, []).append(one)
    ranked = sorted(groups.items(), key=lambda item: (item[0] == NOBODY, -len(item[1]), item[0]))
    return tuple((name, tuple(lines)) for name, lines in ranked)
