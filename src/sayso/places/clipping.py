"""Lines cut to a box and made simpler: Sutherland and Hodgman's clipping, thinning by distance."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Point = tuple[float, float]
Line = tuple[Point, ...]
Box = tuple[float, float, float, float]
"""West, south, east, north, in degrees."""


def inside(points: Sequence[Point], box: Box) -> bool:
    """Tell whether the points' own box touches the box."""
    west, south, east, north = box
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return bool(points) and max(xs) >= west and min(xs) <= east and max(ys) >= south and min(ys) <= north


def ring_within(ring: Sequence[Point], box: Box) -> Line:
    """Return the part of a ring that lies in the box, as one ring; () where none does."""
    west, south, east, north = box
    points = list(ring)
    sides: tuple[tuple[int, float, Callable[[float, float], bool]], ...] = (
        (0, west, lambda value, edge: value >= edge),
        (0, east, lambda value, edge: value <= edge),
        (1, south, lambda value, edge: value >= edge),
        (1, north, lambda value, edge: value <= edge),
    )
    for axis, edge, keeps in sides:
        kept: list[Point] = []
        for n, point in enumerate(points):
            before = points[n - 1]
            if keeps(point[axis], edge):
                if not keeps(before[axis], edge):
                    kept.append(_crossing(before, point, axis, edge))
                kept.append(point)
            elif keeps(before[axis], edge):
                kept.append(_crossing(before, point, axis, edge))
        points = kept
        if not points:
            return ()
    return tuple(points)


def thinned(line: Sequence[Point], tolerance: float) -> Line:
    """Return the line without points nearer than `tolerance` to the last one kept; both ends stay."""
    if len(line) < 3:
        return tuple(line)
    kept = [line[0]]
    for point in line[1:-1]:
        if abs(point[0] - kept[-1][0]) > tolerance or abs(point[1] - kept[-1][1]) > tolerance:
            kept.append(point)
    return (*kept, line[-1])


def area(ring: Sequence[Point]) -> float:
    """Return how much ground a ring holds, in square degrees."""
    return abs(sum(_twice(ring, n) for n in range(len(ring)))) / 2


def middle(ring: Sequence[Point]) -> Point:
    """Return the middle (x, y) of the ground that a ring holds; of its points where it holds none."""
    whole = sum(_twice(ring, n) for n in range(len(ring)))
    if abs(whole) < 1e-9:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    x = sum((ring[n - 1][0] + ring[n][0]) * _twice(ring, n) for n in range(len(ring)))
    y = sum((ring[n - 1][1] + ring[n][1]) * _twice(ring, n) for n in range(len(ring)))
    return x / (3 * whole), y / (3 * whole)


def _twice(ring: Sequence[Point], n: int) -> float:
    """Return twice the area between the origin and the side that ends in point `n`."""
    (x0, y0), (x1, y1) = ring[n - 1], ring[n]
    return x0 * y1 - x1 * y0


def _crossing(one: Point, other: Point, axis: int, edge: float) -> Point:
    share = (edge - one[axis]) / (other[axis] - one[axis])
    cross = one[1 - axis] + share * (other[1 - axis] - one[1 - axis])
    return (edge, cross) if axis == 0 else (cross, edge)
