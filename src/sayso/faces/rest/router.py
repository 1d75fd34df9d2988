"""The addresses under ``/api/v1``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

import sayso
from sayso.faces.rest import files, listings, shapes
from sayso.faces.rest.answers import Limit, Offset, answer, some
from sayso.faces.rest.events import stream
from sayso.faces.rest.problems import MEDIA, Problem

if TYPE_CHECKING:
    from sayso.api import Ledger

ROOT = "/api/v1"

FAULTS: dict[int | str, dict[str, Any]] = {
    code: {"model": Problem, "content": {MEDIA: {}}, "description": words}
    for code, words in ((400, "The request cannot be answered"), (404, "There is no such thing"))
}


def made(shape: type) -> dict[int | str, dict[str, Any]]:
    """Return the description of an answer of this shape."""
    return {200: {"model": shape}, **FAULTS}


def rest_router(ledger: Ledger) -> APIRouter:
    """Return the REST interface of a ledger."""
    app = APIRouter(prefix=ROOT)
    _questions(app, ledger)
    _rest(app, ledger)
    listings.register(app, ledger)
    files.register(app, ledger)

    @app.get("/openapi.json", include_in_schema=False)
    def openapi() -> JSONResponse:
        return JSONResponse(description(ledger))

    return app


def description(ledger: Ledger) -> dict[str, Any]:
    """Return the OpenAPI description of the interface."""
    bare = FastAPI(
        title="Sayso",
        version=sayso.__version__,
        description="Who claims what, on whose authority, in which sentence. Answers carry an ETag;"
        " lists are paged by limit and offset; dates are ISO 8601; errors are application/problem+json.",
    )
    app = APIRouter(prefix=ROOT)
    _questions(app, ledger)
    _rest(app, ledger)
    listings.register(app, ledger)
    files.register(app, ledger)
    bare.include_router(app)
    return bare.openapi()


def _questions(app: APIRouter, ledger: Ledger) -> None:
    @app.get("/board", responses=made(shapes.Questions), summary="Points at issue")
    def board(
        request: Request,
        limit: Limit = 20,
        offset: Offset = 0,
        status: str | None = None,
        type: str | None = None,  # noqa: A002 - the field's own name
        place: str | None = None,
        side: str | None = None,
        order: listings.Order = "stake",
    ) -> Response:
        """Return questions with their answers, those with most at stake first."""
        found = ledger.pages.board(
            limit, offset, status=status, type=type, place=place, side=side, order=order
        )
        return some(request, found.items, found.total, limit, offset)

    @app.get("/questions/{key}", responses=made(shapes.Question), summary="One question")
    def question(key: str, limit: Limit = 40, offset: Offset = 0, lines: Limit = 20) -> Response:
        """Return a question (by its id or the start of it) with `limit` answers, `lines` statements each."""
        return answer(ledger.pages.question(key, limit, offset, lines))

    @app.get(
        "/questions/{key}/answers/{number}",
        responses=made(shapes.Statements),
        summary="The statements of one answer",
    )
    def answers(request: Request, key: str, number: int, limit: Limit = 50, offset: Offset = 0) -> Response:
        """Return the statements of one answer, numbered from 0."""
        _, found = ledger.pages.answer(key, number, limit, offset)
        return some(request, found.items, found.total, limit, offset)


def _rest(app: APIRouter, ledger: Ledger) -> None:
    @app.get("/state", responses=made(shapes.Thing), summary="How much the ledger holds")
    def state() -> Response:
        """Return counts, and the head of the audit chain, which names this very state."""
        pages = ledger.pages
        return answer({"head": pages.state(), "entry": pages.last_entry(), "counts": pages.counts()})

    @app.get("/statements/{key}", responses=made(shapes.Thing), summary="One statement")
    def statement(key: str) -> Response:
        """Return a statement with all its fields, in its paragraph, and the questions that it answers."""
        return answer(ledger.pages.shown(key))

    @app.get("/articles/{key}", responses=made(shapes.Thing), summary="One article")
    def article(key: str, beside: str | None = None) -> Response:
        """Return an article with its text and statements, and the articles that it is one origin with."""
        return answer(ledger.pages.article(key, beside))

    @app.get("/search", responses=made(shapes.Things), summary="Words")
    def search(request: Request, q: str, limit: Limit = 20) -> Response:
        """Return statements, then articles, that hold all the words; any string is a legal query."""
        found = ledger.pages.search(q[:2000], limit)
        return some(request, found, len(found), limit, 0)

    @app.get("/nearest", responses=made(shapes.Things), summary="Has anyone claimed this?")
    def nearest(request: Request, sentence: str, limit: Limit = 20) -> Response:
        """Return the statements that share most telling words with a sentence."""
        found = ledger.pages.nearest(sentence[:2000], limit)
        return some(request, found, len(found), limit, 0)

    @app.get("/events", summary="New statements as they come (server-sent events)")
    async def events(request: Request) -> StreamingResponse:
        """Send each new statement; `Last-Event-ID` (a chain entry) goes on where a reader stopped."""
        return stream(ledger, request)
