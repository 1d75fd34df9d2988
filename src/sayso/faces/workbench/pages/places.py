"""Places: the list, and one place."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.faces.workbench.bench import LINES, Bench, chosen, leaf, offset_of
from sayso.faces.workbench.drawing.timeline import timeline_of
from sayso.faces.workbench.pages.board import scales
from sayso.faces.workbench.pages.grouping import by_side

NAMES = 100
"""Names on a page of a list."""


def register(app: APIRouter, bench: Bench) -> None:
    """Hang the pages into the application."""

    @app.get("/places", response_class=HTMLResponse)
    def places(request: Request) -> HTMLResponse:
        found = bench.pages.known("place", NAMES, offset_of(request, NAMES), chosen(request, "holding") or "")
        return bench.show(
            request,
            "names.html",
            title="Places",
            lead="Every place that a statement is about.",
            room="place",
            known=found.items,
            leaf=leaf(request, NAMES, found.total),
        )

    @app.get("/place/{name:path}", response_class=HTMLResponse)
    def place(request: Request, name: str) -> HTMLResponse:
        seen = bench.seen(request)
        found = seen.pages.place(name, LINES, offset_of(request, LINES))
        atlas = bench.asides.atlas(seen.known_on)
        states = atlas.states.get(found.name, ()) if atlas else ()
        if seen.as_of is not None:
            states = tuple(state for state in states if state.since <= seen.as_of)
        return bench.show(
            request,
            "place.html",
            found=found,
            seen=seen,
            working=atlas is None,
            states=states,
            assessed=[one for (place, _), one in bench.ledger.assessed().items() if place == found.name],
            groups=by_side(found.said.items),
            scales=scales(found.questions.items),
            timeline=timeline_of(found.said.items),
            leaf=leaf(request, LINES, found.said.total),
        )
