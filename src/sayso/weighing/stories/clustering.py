"""Groups whose members are alike on average."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

Edges = Mapping[str, Mapping[str, int]]
"""How alike two articles are, both ways round; pairs that were not compared are not alike."""


def averaged(members: Iterable[str], edges: Edges, least: int) -> list[tuple[str, ...]]:
    """Return the groups of average linkage: the two groups most alike are joined, while they are `least`
    alike.

    The likeness of two groups is the mean over all pairs.  Whole numbers and ids settle every tie, so the
    outcome depends on the members and their likeness alone.
    """
    groups = {key: [key] for key in sorted(members)}
    sums = {
        key: {other: value for other, value in edges.get(key, {}).items() if other in groups}
        for key in groups
    }
    heap = [
        _entry(groups, key, other, value)
        for key in groups
        for other, value in sums[key].items()
        if key < other
    ]
    heapq.heapify(heap)
    while heap:
        negative, one, other, size, more = heapq.heappop(heap)
        if one not in groups or other not in groups or len(groups[one]) != size or len(groups[other]) != more:
            continue
        if -negative < least * _SCALE:
            break
        groups[one] += groups.pop(other)
        for key, value in sums.pop(other).items():
            sums[key].pop(other, None)
            if key != one:
                sums[one][key] = sums[one].get(key, 0) + value
        for key in sorted(sums[one]):
            sums[key][one] = sums[one][key]
            heapq.heappush(heap, _entry(groups, min(one, key), max(one, key), sums[one][key]))
    return [tuple(sorted(group)) for _, group in sorted(groups.items())]


_SCALE = 1000


def _entry(
    groups: Mapping[str, list[str]], one: str, other: str, total: int
) -> tuple[int, str, str, int, int]:
    size, more = len(groups[one]), len(groups[other])
    return -(total * _SCALE // (size * more)), one, other, size, more


def components(edges: Mapping[str, set[str]], among: Iterable[str]) -> list[tuple[str, ...]]:
    """Return what hangs together with the given members by edges, group by group."""
    found, seen = [], set[str]()
    for start in sorted(among):
        if start in seen:
            continue
        group, waiting = {start}, [start]
        while waiting:
            fresh = edges.get(waiting.pop(), set()) - group
            group |= fresh
            waiting += fresh
        seen |= group
        found.append(tuple(sorted(group)))
    return found
