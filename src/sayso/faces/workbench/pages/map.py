"""The map: how places are said to stand on a day, by what was known on another."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.faces.workbench.bench import Bench, chosen
from sayso.faces.workbench.clocked import day_of
from sayso.faces.workbench.drawing.land import border_paths, land_in
from sayso.faces.workbench.drawing.worldmap import HEIGHT, WIDTH, Frame, framed, marks_of
from sayso.faces.workbench.links import changed
from sayso.model.errors import UsageError

if TYPE_CHECKING:
    from sayso.faces.workbench.drawing.worldmap import MapMark
    from sayso.views.mapping import Atlas

STEPS = {"wider": (1.6, 0, 0), "nearer": (0.625, 0, 0), "west": (1, -0.3, 0), "east": (1, 0.3, 0),
         "north": (1, 0, 0.3), "south": (1, 0, -0.3)}  # fmt: skip


def register(app: APIRouter, bench: Bench) -> None:
    """Hang the pages into the application."""

    @app.get("/map", response_class=HTMLResponse)
    def world(request: Request) -> HTMLResponse:
        known_on = day_of(request, "known_on")
        atlas = bench.asides.atlas(known_on)
        if atlas is None:
            return bench.waiting(request, "Map")
        day = day_of(request, "day") or (atlas.days[-1] if atlas.days else date.today().isoformat())
        frame = frame_of(request, atlas)
        query = dict(request.query_params)
        return bench.show(
            request,
            "map.html",
            atlas=atlas,
            day=day,
            known_on=known_on,
            step=max(0, bisect_right(atlas.days, day) - 1),
            width=WIDTH,
            height=HEIGHT,
            land=land_in(frame),
            marks=_marks(bench, atlas, frame, day),
            rows=[(spot, state) for spot in atlas.spots if (state := spot.on(day))],
            steps={
                name: changed("/map", query, box=_words(frame.moved(*how))) for name, how in STEPS.items()
            },
            whole=changed("/map", query, box=None, at=None),
            day_before=_step(query, atlas, day, -1),
            day_after=_step(query, atlas, day, 1),
        )

    @app.get("/map/marks", response_class=HTMLResponse)
    def marks(request: Request) -> HTMLResponse:
        atlas = bench.asides.atlas(day_of(request, "known_on"))
        day = day_of(request, "day")
        if atlas is None or day is None:
            raise UsageError("a day is needed, as 2031-03-07")
        frame = frame_of(request, atlas)
        rows = [(spot, state) for spot in atlas.spots if (state := spot.on(day))]
        return bench.show(
            request, "marks.html", marks=_marks(bench, atlas, frame, day), rows=rows, day=day, width=WIDTH
        )


def frame_of(request: Request, atlas: Atlas) -> Frame:
    """Return the chosen box, else one around the place chosen by `at`, else one around all spots."""
    box = chosen(request, "box")
    if box is not None:
        try:
            west, south, east, north = (float(part) for part in box.split(","))
        except ValueError:
            raise UsageError("a box is four numbers: west,south,east,north") from None
        if not (-400 <= west < east <= 400 and -90 <= south < north <= 90):
            raise UsageError("a box goes from west to east and from south to north, in degrees")
        return Frame((west, south, east, north))
    at = chosen(request, "at")
    near = [spot for spot in atlas.spots if spot.name == at]
    if near:
        spot = near[0]
        around = [(spot.lon - 0.8, spot.lat - 0.5), (spot.lon + 0.8, spot.lat + 0.5)]
        return framed(around)
    return framed([(spot.lon, spot.lat) for spot in atlas.spots])


def _marks(bench: Bench, atlas: Atlas, frame: Frame, day: str) -> tuple[MapMark, ...]:
    shown = [(spot, state) for spot in atlas.spots if (state := spot.on(day))]
    lines = {spot.name: border_paths(frame, spot.between) for spot, _ in shown if spot.between}
    return marks_of(frame, shown, bench.hues(), lines)


def _words(frame: Frame) -> str:
    return ",".join(f"{value:.3f}" for value in frame.box)


def _step(query: dict[str, str], atlas: Atlas, day: str, step: int) -> str | None:
    """Return the address of the same map on the day before or after on which something changed."""
    days = [d for d in atlas.days if (d < day if step < 0 else d > day)]
    return changed("/map", query, day=days[-1 if step < 0 else 0]) if days else None
