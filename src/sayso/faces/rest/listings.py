"""Places, claimers, outlets, articles: lists and their things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sayso.faces.rest import shapes
from sayso.faces.rest.answers import Limit, Offset, answer, some

if TYPE_CHECKING:
    from sayso.api import Ledger

Order = Literal["stake", "recent", "origins"]


def register(app: APIRouter, ledger: Ledger) -> None:
    """Hang the addresses into the router."""

    @app.get("/places", summary="Places", responses={200: {"model": shapes.Names}})
    def places(request: Request, limit: Limit = 50, offset: Offset = 0, holding: str = "") -> Response:
        """Return the places that statements are about; `holding`: whose name holds these letters."""
        found = ledger.pages.known("place", limit, offset, holding)
        return some(request, found.items, found.total, limit, offset)

    @app.get("/places/{name:path}", summary="One place", responses={200: {"model": shapes.Thing}})
    def place(name: str, limit: Limit = 50, offset: Offset = 0) -> Response:
        """Return a place: its questions, its statements newest first, what lies around it."""
        return answer(ledger.pages.place(name, limit, offset))

    @app.get("/claimers", summary="Claimers", responses={200: {"model": shapes.Names}})
    def claimers(request: Request, limit: Limit = 50, offset: Offset = 0, holding: str = "") -> Response:
        """Return who puts claims forward, and for whom they speak."""
        found = ledger.pages.known("claimer", limit, offset, holding)
        return some(request, found.items, found.total, limit, offset)

    @app.get("/claimers/{name:path}", summary="One claimer or side", responses={200: {"model": shapes.Thing}})
    def claimer(name: str, limit: Limit = 50, offset: Offset = 0) -> Response:
        """Return a claimer or side: how its questions stand, its statements newest first."""
        return answer(ledger.pages.claimer(name, limit, offset))

    @app.get("/outlets", summary="Outlets", responses={200: {"model": shapes.Names}})
    def outlets(request: Request, limit: Limit = 50, offset: Offset = 0, holding: str = "") -> Response:
        """Return who published the articles."""
        found = ledger.pages.known("outlet", limit, offset, holding)
        return some(request, found.items, found.total, limit, offset)

    @app.get("/articles", summary="Articles", responses={200: {"model": shapes.Things}})
    def articles(
        request: Request, limit: Limit = 50, offset: Offset = 0, outlet: str | None = None
    ) -> Response:
        """Return articles without their texts, newest first."""
        found = ledger.pages.articles(outlet, limit, offset)
        return some(request, found.items, found.total, limit, offset)
