"""The application: pages, REST interface and files of ours behind one guard."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from fastapi import APIRouter, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from sayso.faces.rest.problems import PREFIX, problem_of
from sayso.faces.rest.router import rest_router
from sayso.faces.workbench.asides import Asides
from sayso.faces.workbench.bench import Bench
from sayso.faces.workbench.clocked import Clocked
from sayso.faces.workbench.fresh import Fresh
from sayso.faces.workbench.guard import Guard
from sayso.faces.workbench.pages import (
    articles,
    board,
    changes,
    interface,
    origins,
    places,
    review,
    search,
    taking,
    voices,
)
from sayso.faces.workbench.pages import map as world
from sayso.faces.workbench.rendering import STATIC, static
from sayso.faces.workbench.serving import Serving, checked
from sayso.model.errors import LedgerBusy, NotFound, SaysoError, UsageError

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from sayso.api import Ledger

FILES = ("workbench.css", "workbench.js", "map.js", "icon.svg")


def make_app(ledger: Ledger, serving: Serving, asides: Asides | None = None) -> ASGIApp:
    """Return the workbench of a ledger (ASGI); raises UsageError where it may not be served so."""
    checked(serving)
    bench = Bench(ledger, serving, asides or Asides(ledger), Clocked(ledger))
    app = FastAPI(title="Sayso", openapi_url=None, docs_url=None, redoc_url=None)
    router = APIRouter(include_in_schema=False)
    for room in (board, changes, world, places, voices, articles, origins, taking, search, review, interface):
        room.register(router, bench)
    app.include_router(router)
    app.include_router(rest_router(ledger))
    app.add_api_route("/static/{digest}/{name}", _static, include_in_schema=False)
    _answer_errors(app, bench)
    return Guard(Fresh(app, bench.state, serving.token), serving)


def status_of(error: SaysoError) -> int:
    """Return the HTTP status for an error that was raised on purpose."""
    if isinstance(error, NotFound):
        return 404
    if isinstance(error, UsageError):
        return 400
    return 503 if isinstance(error, LedgerBusy) else 500


def _static(digest: str, name: str) -> Response:
    if name not in FILES or static(name) != f"/static/{digest}/{name}":
        return PlainTextResponse("There is no such file.", 404)
    media = mimetypes.guess_type(name)[0] or "application/octet-stream"
    headers = {"cache-control": "public, max-age=31536000, immutable"}
    return Response((STATIC / name).read_bytes(), media_type=media, headers=headers)


def _answer_errors(app: FastAPI, bench: Bench) -> None:
    def raised(request: Request, error: Exception) -> Response:
        assert isinstance(error, SaysoError)
        status = status_of(error)
        if request.url.path.startswith(PREFIX):
            return problem_of(status, str(error), request.url.path)
        return bench.show(request, "error.html", status, message=str(error), code=status, sides=(), hues={})

    def missing(request: Request, _: Exception) -> Response:
        words = "There is no such page."
        if request.url.path.startswith(PREFIX):
            return problem_of(404, words, request.url.path)
        return bench.show(request, "error.html", 404, message=words, code=404, sides=(), hues={})

    app.add_exception_handler(SaysoError, raised)

    def misasked(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        faults = "; ".join(f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in error.errors())
        if request.url.path.startswith(PREFIX):
            return problem_of(422, faults, request.url.path)
        return bench.show(request, "error.html", 400, message=faults, code=400, sides=(), hues={})

    app.add_exception_handler(404, missing)
    app.add_exception_handler(RequestValidationError, misasked)
