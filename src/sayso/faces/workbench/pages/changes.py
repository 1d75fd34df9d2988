"""What is new since a day: reversals, admissions, denials, moved figures, new claims, claims gone quiet."""

from __future__ import annotations

from datetime import date, timedelta

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.faces.workbench.bench import Bench
from sayso.faces.workbench.drawing.timeline import first_day
from sayso.faces.workbench.pages.map import day_of

SHOWN = 200
"""Changes on the page; the command `sayso diff` and the interface tell all of them."""


def register(app: APIRouter, bench: Bench) -> None:
    """Hang the page into the application."""

    @app.get("/changes", response_class=HTMLResponse)
    def changes(request: Request) -> HTMLResponse:
        until = day_of(request, "until")
        newest = bench.pages.articles(None, 1).items
        last = first_day(until or (newest[0].article.published if newest else None)) or date.today()
        since = day_of(request, "since") or (last - timedelta(days=1)).isoformat()
        found = bench.ledger.diff(since, until)
        return bench.show(
            request,
            "changes.html",
            since=since,
            until=until,
            diff=found,
            changes=found.changes[:SHOWN],
            kinds=list(dict.fromkeys(change.kind for change in found.changes[:SHOWN])),
        )
