"""The REST interface described on a page of our own: no file of others is needed for it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.faces.rest.router import description
from sayso.faces.workbench.bench import Bench


def register(app: APIRouter, bench: Bench) -> None:
    """Hang the page into the application."""
    described = description(bench.ledger)

    @app.get("/api", response_class=HTMLResponse)
    def interface(request: Request) -> HTMLResponse:
        calls = [
            (method.upper(), path, call)
            for path, methods in described["paths"].items()
            for method, call in methods.items()
        ]
        return bench.show(request, "interface.html", words=described["info"]["description"], calls=calls)
