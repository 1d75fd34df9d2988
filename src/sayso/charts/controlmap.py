"""The map of claimed control on a day: filled, hatched or split, as surely as it is claimed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import cos, pi, sin
from typing import Any

import altair as alt

from sayso.charts.drawing import INK, Drawing, cut, data, dressed, side_colour, tint
from sayso.charts.framing import WIDTH, Frame, anchored, framed
from sayso.charts.held import Spot, Standing
from sayso.model.place import Place

_SIZE = 260
_NAMED = 6

_KEY = "filled: held uncontested, or conceded · hatched: claimed by one side only · split: contested"
_HATCHED = "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0M-0.95,0.3L0.3,-0.95M-0.7,0.7L0.7,-0.7M-0.3,0.95L0.95,-0.3"
_WHOLE = "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0Z"


def control_map(
    day: str,
    found: Standing,
    place_of: Callable[[str], Place | None],
    colours: Mapping[str, str],
) -> Drawing:
    """Return the map of who is said to hold which place on `day` (ISO; empty where no day is known).

    Places that have no point in the gazetteer, those of which nothing tells since when they are held, and
    those whose state is unknown are named under the title and not drawn.
    """
    rows, missing = _rows(found.spots, place_of)
    absent = _absent("the gazetteer has no point for them", missing)
    absent += _absent("nothing tells a day", found.undated)
    absent += _absent("what is said leaves open who holds them", found.unknown)
    title = alt.TitleParams(
        f"Claimed control on {day}" if day else "Claimed control", subtitle=[_KEY, *absent]
    )
    if not rows:
        none = alt.Chart(data([{"none": "no place with a point is said to be held"}])).mark_text(size=13)
        return dressed(none.encode(text="none:N").properties(title=title))
    for row in rows:
        row["tint"] = tint(row["who"], colours)
    colour = side_colour("tint", colours, {row["tint"] for row in rows}, "said to hold it")
    where = {"longitude": "lon:Q", "latitude": "lat:Q"}
    tips = ["place:N", "standing:N", "since:N", "why:N", "sentence:N"]
    shape = alt.Shape("path:N", scale=None, legend=None)
    filled, hatched = ([row for row in rows if row["hatched"] is kind] for kind in (False, True))
    frame = framed([(row["lon"], row["lat"]) for row in rows])
    layers: list[Any] = [_ground(frame)]
    for some, mark in (
        (filled, {"filled": True, "stroke": "white", "strokeWidth": 0.8}),
        (hatched, {"filled": False, "strokeWidth": 1.8}),
    ):
        if some:
            points = alt.Chart(data(some)).mark_point(size=_SIZE, opacity=1, **mark)
            layers.append(points.encode(**where, shape=shape, color=colour, tooltip=tips))
    for anchor, labels in anchored([(row["place"], row["lon"], row["lat"]) for row in rows], frame):
        names = alt.Chart(data({"place": p, "lon": x, "lat": y} for p, x, y in labels))
        text = names.mark_text(
            fontSize=11, color=INK, align=anchor.align, baseline="middle", dx=anchor.dx, dy=anchor.dy
        )
        layers.append(text.encode(**where, text="place:N"))
    chart = (
        alt.layer(*layers).project(type="mercator").properties(width=WIDTH, height=frame.height, title=title)
    )
    return dressed(chart)


def _rows(
    found: Sequence[Spot], place_of: Callable[[str], Place | None]
) -> tuple[list[dict[str, Any]], list[str]]:
    rows: list[dict[str, Any]] = []
    missing: list[str] = []
    for spot in found:
        place = place_of(spot.place)
        if place is None or place.lat is None or place.lon is None:
            missing.append(spot.place)
        else:
            rows += _marks(spot, place.lat, place.lon)
    return rows, missing


def _marks(spot: Spot, lat: float, lon: float) -> Iterator[dict[str, Any]]:
    """Yield one mark for each holder: the whole circle of one, a sector of each of several."""
    # One holder whom others deny is a half-filled circle: the other half stays hatched.
    split = spot.state == "contested" and len(spot.holders) == 1
    hatched = spot.state == "claimed only"
    for number, who in enumerate(spot.holders):
        mark = {
            "lat": lat, "lon": lon, "place": spot.place, "standing": spot.words, "who": who,
            "since": spot.since, "why": cut(spot.reason, 240), "sentence": cut(spot.sentence, 240),
            "hatched": hatched, "path": _sector(number, len(spot.holders)),
        }  # fmt: skip
        if split:
            yield mark | {"hatched": True, "path": _HATCHED}
            yield mark | {"path": _sector(0, 2)}
        elif hatched:
            yield mark | {"path": _HATCHED}
        else:
            yield mark


def _sector(number: int, of: int) -> str:
    """Return the path of the n-th of so many sectors of a unit circle, clockwise from the top."""
    if of == 1:
        return _WHOLE
    start, end = (2 * pi * edge / of for edge in (number, number + 1))
    large = int(end - start > pi)
    return f"M0,0L{sin(start):.4f},{-cos(start):.4f}A1,1,0,{large},1,{sin(end):.4f},{-cos(end):.4f}Z"


def _ground(frame: Frame) -> Any:
    """Return the lines of the degrees over the whole frame, which also make the map as large as the frame."""
    extent = [[frame.west, frame.south], [frame.east, frame.north]]
    lines = alt.graticule(step=[frame.step, frame.step], extentMajor=extent, extentMinor=extent)
    return alt.Chart(lines).mark_geoshape(stroke="#d9d9d9", strokeWidth=0.7, fill=None)


def _absent(why: str, names: Sequence[str]) -> list[str]:
    if not names:
        return []
    named = ", ".join(cut(name, 30) for name in names[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return [f"not drawn, for {why}: {named}{more}"]
