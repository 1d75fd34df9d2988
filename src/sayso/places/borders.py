"""Borders: every pair of neighbouring countries has one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sayso.model.place import Place


def border_id(one: str, other: str) -> str:
    """Return the id of the border between two countries (alpha-2), the same in either order."""
    return "border-" + "-".join(sorted((one, other)))


def make_borders(names: Mapping[str, str], neighbours: Iterable[tuple[str, str]]) -> tuple[Place, ...]:
    """Return the borders of all `neighbours` (alpha-2 pairs, any order, repeats allowed), by id.

    A border is called after its two countries' `names`, the alphabetically first one first; the other
    order is an alternate.
    """
    pairs = sorted({tuple(sorted(pair)) for pair in neighbours if pair[0] != pair[1]})
    found = []
    for a, b in pairs:
        first, second = sorted((names[a], names[b]))
        found.append(
            Place(
                id=border_id(a, b),
                name=f"{first}-{second} border",
                kind="border",
                within=tuple(sorted((a, b))),
                names=(f"{second}-{first} border",),
                between=(a, b),
            )
        )
    return tuple(found)
