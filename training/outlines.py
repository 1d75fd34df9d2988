"""Make ``src/sayso/places/outlines.xz`` from the npm package world-atlas (Natural Earth, public domain).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python training/outlines.py package/countries-10m.json

Arcs that two countries share are kept once.  Points nearer than `TOLERANCE` to the line without them go.
"""

from __future__ import annotations

import json
import lzma
import sys
from array import array
from itertools import pairwise
from pathlib import Path

import pycountry

OUT = Path(__file__).parent.parent / "src" / "sayso" / "places" / "outlines.xz"
TOLERANCE = 0.004
"""Degrees: some 400 m, less than a unit of the picture where the picture is five degrees wide."""

STEP = 0.002
"""Degrees of a unit of the file: deltas between points that are kept fit into 16 bits."""

FARTHEST = 32_000

_ALPHA2 = {country.numeric: country.alpha_2 for country in pycountry.countries}

Point = tuple[float, float]


def main(source: Path) -> None:
    """Read the TopoJSON, write the file."""
    data = json.loads(source.read_text(encoding="utf-8"))
    arcs = [_thinned(_decoded(arc, data["transform"])) for arc in data["arcs"]]
    shapes = data["objects"]["countries"]["geometries"]
    countries = [
        [shape["properties"]["name"], _polygons(shape)]
        for shape in sorted(shapes, key=lambda s: s["properties"]["name"])
    ]
    starts, counts, deltas = [], [], array("h")
    for arc in arcs:
        units = _near([(round(x / STEP), round(y / STEP)) for x, y in arc])
        starts.append(units[0])
        counts.append(len(units))
        for (x0, y0), (x1, y1) in pairwise(units):
            deltas.extend((x1 - x0, y1 - y0))
    if sys.byteorder == "big":
        deltas.byteswap()
    codes = {_ALPHA2[s["id"]]: s["properties"]["name"] for s in shapes if s.get("id") in _ALPHA2}
    head = json.dumps(
        {"step": STEP, "starts": starts, "counts": counts, "countries": countries, "codes": codes}
    )
    body = head.encode() + b"\n" + deltas.tobytes()
    OUT.write_bytes(lzma.compress(body, preset=9 | lzma.PRESET_EXTREME))
    sys.stdout.write(f"{OUT}: {OUT.stat().st_size} bytes, {sum(counts)} points\n")


def _near(units: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the points with others between those that are too far apart for the file's deltas."""
    found = units[:1]
    for (x0, y0), (x1, y1) in pairwise(units):
        steps = max(abs(x1 - x0), abs(y1 - y0)) // FARTHEST + 1
        found += [(x0 + (x1 - x0) * n // steps, y0 + (y1 - y0) * n // steps) for n in range(1, steps + 1)]
    return found


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (kx, ky), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * kx + tx, y * ky + ty))
    return points


def _polygons(shape: dict[str, object]) -> list[list[list[int]]]:
    arcs = shape.get("arcs", [])
    return [arcs] if shape["type"] == "Polygon" else list(arcs)  # type: ignore[call-overload, list-item]


def _thinned(points: list[Point]) -> list[Point]:
    """Return the line without the points that it hardly needs (Douglas and Peucker)."""
    kept = [False] * len(points)
    kept[0] = kept[-1] = True
    # A ring's two ends are one point: its farthest point is kept first.
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        worst, where = 0.0, 0
        for n in range(first + 1, last):
            away = _distance(points[n], points[first], points[last])
            if away > worst:
                worst, where = away, n
        if worst > TOLERANCE:
            kept[where] = True
            waiting += [(first, where), (where, last)]
    return [point for point, keep in zip(points, kept, strict=True) if keep]


def _distance(p: Point, a: Point, b: Point) -> float:
    (px, py), (ax, ay), (bx, by) = p, a, b
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    t = 0.0 if length == 0 else max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / length))
    return float(((px - ax - t * dx) ** 2 + (py - ay - t * dy) ** 2) ** 0.5)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
