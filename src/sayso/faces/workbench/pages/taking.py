"""What can be taken along: exports in every format, the brief, charts."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.api import export_formats
from sayso.faces.workbench.bench import Bench
from sayso.faces.workbench.clocked import day_of
from sayso.faces.workbench.pages.changes import newest_day


def register(app: APIRouter, bench: Bench) -> None:
    """Hang the page into the application."""

    @app.get("/take", response_class=HTMLResponse)
    def take(request: Request) -> HTMLResponse:
        until = newest_day(bench)
        return bench.show(
            request,
            "take.html",
            seen=bench.seen(request),
            formats=export_formats(),
            since=day_of(request, "since") or until,
            until=until,
        )
