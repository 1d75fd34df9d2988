"""What one takes along: whole exports, the brief, charts; and what is made of the ledger as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response, StreamingResponse

from sayso.api import export_formats, picture_of
from sayso.faces.rest import shapes
from sayso.faces.rest.answers import answer
from sayso.model.contract import Exported

if TYPE_CHECKING:
    from sayso.api import Ledger

BriefForm = Literal["md", "html", "pdf"]
Picture = Literal["svg", "png", "json"]
Day = Annotated[str | None, Query(description="A day, month or year (ISO 8601).")]

MEDIA = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "png": "image/png",
    "json": "application/json",
}

POINTS = 12
"""Questions on the chart of the board."""


def register(app: APIRouter, ledger: Ledger) -> None:
    """Hang the addresses into the router."""
    _exports(app, ledger)
    _charts(app, ledger)
    _wholes(app, ledger)


def _exports(app: APIRouter, ledger: Ledger) -> None:
    @app.get("/export/{kind}", summary="All records of a kind")
    def export(
        kind: Exported,
        format: str = "jsonl",  # noqa: A002 - as everywhere
        as_of: Day = None,
        known_on: Day = None,
    ) -> StreamingResponse:
        """Return all records of a kind as a file, in the field names of the annotation guide.

        Formats are those of `sayso export`; some carry some kinds only, and say so.
        """
        opened = ledger.at(_day(as_of), _day(known_on))
        pieces = opened.export_bytes(kind, format)
        form = next(form for form in export_formats() if form.name == format)
        # The first piece is made before the answer begins: what cannot be made is still said as an error.
        first = next(iter(pieces), b"")
        name = f"{kind}{'' if format == form.suffix.lstrip('.') else '-' + format}.{form.suffix.lstrip('.')}"
        whole = _whole(chain((first,), pieces), opened, ledger)
        return StreamingResponse(whole, media_type=form.media, headers=_saved(name))

    @app.get("/brief", summary="A situation brief of some days")
    def brief(
        since: str,
        until: Day = None,
        format: BriefForm = "md",  # noqa: A002
        limit: Annotated[int, Query(ge=0, le=200)] = 20,
    ) -> Response:
        """Return what was said from `since` to `until`, by question, with a footnote to every sentence."""
        made = ledger.printed_brief(since, _day(until), format, limit)
        return _file(made, f"brief-{since}", format)


def _charts(app: APIRouter, ledger: Ledger) -> None:
    @app.get("/charts/board", summary="The board as a picture")
    def board(format: Picture = "svg", as_of: Day = None, known_on: Day = None) -> Response:  # noqa: A002
        """Return the first questions of the board with their answers, drawn."""
        opened = ledger.at(_day(as_of), _day(known_on))
        return _picture(opened.board(POINTS).chart(POINTS), "board", format, opened, ledger)

    @app.get("/charts/map", summary="The map of claimed control as a picture")
    def world(
        format: Picture = "svg",  # noqa: A002
        day: Day = None,
        as_of: Day = None,
        known_on: Day = None,
    ) -> Response:
        """Return who is said to hold what on a day (without it, the last that brought articles), drawn."""
        opened = ledger.at(_day(as_of), _day(known_on))
        return _picture(opened.map(_day(day)), "map", format, opened, ledger)

    @app.get("/charts/timeline/{place:path}", summary="A place over time as a picture")
    def timeline(place: str, format: Picture = "svg", as_of: Day = None, known_on: Day = None) -> Response:  # noqa: A002
        """Return what each side says of who holds a place, by day, drawn."""
        opened = ledger.at(_day(as_of), _day(known_on))
        return _picture(opened.timeline(place), f"timeline-{place}", format, opened, ledger)


def _wholes(app: APIRouter, ledger: Ledger) -> None:
    @app.get("/origins/{key}", summary="Where a claim comes from", responses={200: {"model": shapes.Thing}})
    def origins(key: str) -> Response:
        """Return the origins of a question's answers, of a claim or of a statement, and what ties them."""
        return answer(ledger.pages.origins(key, 20))

    @app.get("/changes", summary="What is new", responses={200: {"model": shapes.Thing}})
    def changes(since: str, until: Day = None) -> Response:
        """Return what changed from a day to another, by what the ledger had been told."""
        return answer(ledger.diff(since, _day(until)))

    @app.get("/records/{name:path}", summary="The record of a side", responses={200: {"model": shapes.Thing}})
    def record(name: str) -> Response:
        """Return what became of a side's claims: conceded, denied, withdrawn, alone. Counts and no score."""
        return answer(ledger.record(name))

    @app.get("/judgements", summary="People's judgements", responses={200: {"model": shapes.Thing}})
    def judgements() -> Response:
        """Return all judgements in the order in which they were made, those taken back too."""
        return answer(ledger.judgements())


def _day(value: str | None) -> str | None:
    """Return what was given, None for nothing: an empty field of a form is nothing."""
    return (value or "").strip() or None


def _whole(pieces: Iterable[bytes], opened: Ledger, ledger: Ledger) -> Iterator[bytes]:
    try:
        yield from pieces
    finally:
        if opened is not ledger:
            opened.close()


def _picture(chart: Any, name: str, form: str, opened: Ledger, ledger: Ledger) -> Response:
    try:
        return _file(picture_of(chart, form), name, form)
    finally:
        if opened is not ledger:
            opened.close()


def _file(made: bytes, name: str, form: str) -> Response:
    return Response(made, media_type=MEDIA[form], headers=_saved(f"{name}.{form}"))


def _saved(name: str) -> dict[str, str]:
    """Return headers by which a browser saves the file: what strangers wrote is never shown as a page."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", name)[:80]
    return {
        "content-disposition": f'attachment; filename="{plain}"',
        "content-security-policy": "sandbox; default-src 'none'",
    }
