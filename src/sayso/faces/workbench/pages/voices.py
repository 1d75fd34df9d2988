"""Claimers and outlets: who says what."""

from __future__ import annotations

from contextlib import suppress

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.faces.workbench.bench import LINES, Bench, chosen, leaf, offset_of
from sayso.faces.workbench.drawing.timeline import timeline_of
from sayso.faces.workbench.pages.board import scales
from sayso.faces.workbench.pages.places import NAMES
from sayso.faces.workbench.words import OUTCOMES
from sayso.model.errors import NotFound


def register(app: APIRouter, bench: Bench) -> None:
    """Hang the pages into the application."""

    @app.get("/claimers", response_class=HTMLResponse)
    def claimers(request: Request) -> HTMLResponse:
        holding = chosen(request, "holding") or ""
        seen = bench.seen(request)
        found = seen.pages.known("claimer", NAMES, offset_of(request, NAMES), holding)
        return bench.show(
            request,
            "names.html",
            title="Claimers",
            lead="Who puts claims forward, and for whom they speak.",
            room="claimer",
            seen=seen,
            known=found.items,
            leaf=leaf(request, NAMES, found.total),
        )

    @app.get("/claimer/{name:path}", response_class=HTMLResponse)
    def claimer(request: Request, name: str) -> HTMLResponse:
        seen = bench.seen(request)
        found = seen.pages.claimer(name, LINES, offset_of(request, LINES))
        # Who only passes on what others say has no claims of an own: then there is no record.
        record = None
        working = False
        with suppress(NotFound):
            record = seen.ledger.record(found.name) if seen.dated else bench.asides.record(found.name)
            working = record is None
        return bench.show(
            request,
            "claimer.html",
            seen=seen,
            found=found,
            record=record,
            working=working,
            outcomes=OUTCOMES,
            scales=scales(found.questions.items),
            timeline=timeline_of(found.said.items),
            leaf=leaf(request, LINES, found.said.total),
        )

    @app.get("/outlets", response_class=HTMLResponse)
    def outlets(request: Request) -> HTMLResponse:
        holding = chosen(request, "holding") or ""
        found = bench.pages.known("outlet", NAMES, offset_of(request, NAMES), holding)
        return bench.show(
            request,
            "names.html",
            title="Outlets",
            lead="Who published the articles, and how many statements were read in them.",
            room="outlet",
            known=found.items,
            leaf=leaf(request, NAMES, found.total),
        )
