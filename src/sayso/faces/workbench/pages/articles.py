"""Articles: the list, one to be read, one statement, the stored capture."""

from __future__ import annotations

import re

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.faces.workbench.bench import LINES, Bench, chosen, leaf, offset_of
from sayso.faces.workbench.links import page
from sayso.model.errors import NotFound


def register(app: APIRouter, bench: Bench) -> None:
    """Hang the pages into the application."""

    @app.get("/articles", response_class=HTMLResponse)
    def articles(request: Request) -> HTMLResponse:
        outlet = chosen(request, "outlet")
        found = bench.pages.articles(outlet, LINES, offset_of(request, LINES))
        return bench.show(
            request,
            "articles.html",
            issued=found.items,
            outlet=outlet,
            leaf=leaf(request, LINES, found.total),
        )

    @app.get("/outlet/{name:path}")
    def outlet(name: str) -> RedirectResponse:
        return RedirectResponse(page("articles", outlet=name), 307)

    @app.get("/article/{key}", response_class=HTMLResponse)
    def article(request: Request, key: str) -> HTMLResponse:
        reading = bench.pages.article(key, chosen(request, "beside"))
        voices = {said.line.id: said for said in reading.said}
        return bench.show(request, "article.html", reading=reading, voices=voices)

    @app.get("/article/{key}/capture")
    def capture(key: str) -> Response:
        found = bench.pages.capture(key)
        if found is None:
            raise NotFound("this article came without stored bytes: only its statements were imported")
        stored, content = found
        ending = re.sub(r"[^a-z0-9]", "", stored.name.rsplit(".", 1)[-1].lower())[:8] or "bin"
        # Never shown, always saved: what is in it is a stranger's page.
        return Response(
            content,
            media_type="application/octet-stream",
            headers={
                "content-disposition": f'attachment; filename="{stored.id}.{ending}"',
                "content-security-policy": "sandbox; default-src 'none'",
            },
        )

    @app.get("/statement/{key}", response_class=HTMLResponse)
    def statement(request: Request, key: str) -> HTMLResponse:
        return bench.show(
            request, "statement.html", said=bench.pages.statement(key), shown=bench.pages.shown(key)
        )
