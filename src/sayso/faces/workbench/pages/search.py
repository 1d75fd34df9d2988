"""Search by words, and by what somebody may have claimed; help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.faces.workbench.bench import Bench, chosen
from sayso.faces.workbench.words import REVIEW_SHORTCUTS, SHORTCUTS, STATUS, TYPES

if TYPE_CHECKING:
    from sayso.views.found import Found

RESULTS = 40

# The ledger's search puts what it found between square brackets; brackets of the text come out alike,
# which marks too much at worst.
_FOUND = re.compile(r"\[([^\[\]]*)\]")


def marked(found: Found) -> list[tuple[str, bool]]:
    """Return the excerpt in pieces, and whether each is what was searched for."""
    pieces = _FOUND.split(found.excerpt)
    return [(piece, bool(n % 2)) for n, piece in enumerate(pieces) if piece]


def register(app: APIRouter, bench: Bench) -> None:
    """Hang the pages into the application."""

    @app.get("/search", response_class=HTMLResponse)
    def search(request: Request) -> HTMLResponse:
        words, sentence = chosen(request, "q"), chosen(request, "claimed")
        found = bench.pages.search(words, RESULTS) if words else ()
        near = bench.pages.nearest(sentence, RESULTS) if sentence else ()
        return bench.show(
            request,
            "search.html",
            words=words or "",
            sentence=sentence or "",
            found=[(one, marked(one)) for one in found],
            near=near,
        )

    @app.get("/help", response_class=HTMLResponse)
    def help_(request: Request) -> HTMLResponse:
        return bench.show(
            request,
            "help.html",
            statuses=STATUS,
            types=TYPES,
            shortcuts=SHORTCUTS,
            review_shortcuts=REVIEW_SHORTCUTS,
        )
