"""Coasts and borders of the world's countries at 1:10 million, for the ground of a map.

The shapes are Natural Earth's, which draws who holds the ground. `disputed.toml` says which borders are
to be drawn dashed.
"""

from __future__ import annotations

import json
import lzma
import sys
import tomllib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate

from sayso.places.clipping import Box, Line, area, inside, middle, ring_within, thinned


@dataclass(frozen=True, slots=True)
class Border:
    """A stretch of border between two countries (Natural Earth's names); `disputed` says why, or None."""

    between: tuple[str, str]
    line: Line
    disputed: str | None


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies in a box: rings of land (one a country's part), borders, countries' names with a point."""

    land: tuple[Line, ...]
    borders: tuple[Border, ...]
    names: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True, slots=True)
class _Shapes:
    arcs: tuple[Line, ...]
    countries: tuple[tuple[str, tuple[tuple[int, ...], ...]], ...]
    shared: dict[int, tuple[str, str]]
    codes: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Dispute:
    between: frozenset[str]
    box: Box | None
    words: str


def ground(box: Box, tolerance: float) -> Ground:
    """Return the land and borders within a box (west, south, east, north), to `tolerance` degrees."""
    shapes = _shapes()
    land, names = [], []
    for name, rings in shapes.countries:
        parts = []
        for ring in rings:
            points = _joined(ring, shapes.arcs)
            if inside(points, box):
                cut = ring_within(thinned(points, tolerance), box)
                if len(cut) > 2:
                    parts.append(cut)
        if parts:
            land += parts
            names.append((name, *middle(max(parts, key=area))))
    borders = []
    for number, (one, other) in shapes.shared.items():
        for run in _runs(shapes.arcs[number], box):
            for line, words in _stretches(one, other, run):
                borders.append(Border((one, other), thinned(line, tolerance), words))
    return Ground(tuple(land), tuple(borders), tuple(names))


def border_between(one: str, other: str, tolerance: float) -> tuple[Line, ...]:
    """Return the lines of the border of two countries (ISO alpha-2), to `tolerance` degrees; () for none."""
    shapes = _shapes()
    names = {shapes.codes.get(one), shapes.codes.get(other)}
    return tuple(
        thinned(shapes.arcs[n], tolerance) for n, pair in shapes.shared.items() if set(pair) == names
    )


def _stretches(one: str, other: str, line: Line) -> Iterator[tuple[Line, str | None]]:
    """Yield the line in stretches, each with the words of its dispute or None."""
    dispute = next((d for d in _disputes() if d.between == {one, other}), None)
    if dispute is None or dispute.box is None:
        yield line, dispute.words if dispute else None
        return
    flags = [inside((point,), dispute.box) for point in line]
    start = 0
    for end in range(1, len(line) + 1):
        if end == len(line) or flags[end] != flags[start]:
            # Stretches share the point at which they meet.
            yield line[start : end + 1], dispute.words if flags[start] else None
            start = end


@cache
def _disputes() -> tuple[_Dispute, ...]:
    text = (resources.files("sayso.places") / "disputed.toml").read_text(encoding="utf-8")
    return tuple(
        _Dispute(frozenset(row["between"]), tuple(row["box"]) if "box" in row else None, row["words"])
        for row in tomllib.loads(text)["disputed"]
    )


@cache
def _shapes() -> _Shapes:
    packed = (resources.files("sayso.places") / "outlines.xz").read_bytes()
    head, _, body = lzma.decompress(packed).partition(b"\n")
    data = json.loads(head)
    deltas = array("h")
    deltas.frombytes(body)
    if sys.byteorder == "big":
        deltas.byteswap()
    arcs = tuple(_arcs(data, deltas))
    countries = tuple(
        (name, tuple(tuple(polygon[0]) for polygon in polygons)) for name, polygons in data["countries"]
    )
    users: dict[int, list[str]] = {}
    for name, polygons in data["countries"]:
        for number in {n if n >= 0 else ~n for polygon in polygons for ring in polygon for n in ring}:
            users.setdefault(number, []).append(name)
    shared = {n: (names[0], names[1]) for n, names in sorted(users.items()) if len(names) > 1}
    return _Shapes(arcs, countries, shared, data["codes"])


def _arcs(data: dict[str, list[list[int]]], deltas: array[int]) -> Iterator[Line]:
    step = float(data["step"])  # type: ignore[arg-type]
    at = 0
    for (x, y), count in zip(data["starts"], data["counts"], strict=True):
        end = at + 2 * (count - 1)  # type: ignore[operator]
        xs, ys = accumulate(deltas[at:end:2], initial=x), accumulate(deltas[at + 1 : end : 2], initial=y)
        yield tuple((a * step, b * step) for a, b in zip(xs, ys, strict=True))
        at = end


def _joined(ring: tuple[int, ...], arcs: tuple[Line, ...]) -> Line:
    points: list[tuple[float, float]] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)


def _runs(line: Line, box: Box) -> Iterator[Line]:
    """Yield the runs of a line that lie in the box, with one point beyond at either end."""
    west, south, east, north = box
    run: list[tuple[float, float]] = []
    before: tuple[float, float] | None = None
    for point in line:
        if west <= point[0] <= east and south <= point[1] <= north:
            if not run and before is not None:
                run.append(before)
            run.append(point)
        elif run:
            yield (*run, point)
            run = []
        before = point
    if len(run) > 1:
        yield tuple(run)
