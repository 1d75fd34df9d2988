"""The board and one question."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.faces.workbench.bench import LINES, PAGE, Bench, chosen, leaf, offset_of
from sayso.faces.workbench.drawing.scale import scale_of
from sayso.faces.workbench.drawing.timeline import timeline_of
from sayso.faces.workbench.pages.changes import morning_of
from sayso.faces.workbench.words import STATUS, TYPES
from sayso.model.errors import UsageError
from sayso.model.proposition import PropositionType

if TYPE_CHECKING:
    from sayso.faces.workbench.drawing.scale import Scale
    from sayso.views.cards import PointCard

ANSWERS = 30
"""Answers on a page of a question."""

ORDERS = {"stake": "most at stake", "recent": "newest first", "origins": "most origins"}


def scales(cards: tuple[PointCard, ...]) -> dict[str, Scale]:
    """Return the scale of each question whose answers put figures to it."""
    found = {
        card.id: scale_of({a.number: a.figure for a in card.answers if a.figure is not None})
        for card in cards
    }
    return {key: scale for key, scale in found.items() if scale is not None}


def one_of(request: Request, name: str, legal: dict[str, str]) -> str | None:
    """Return what was chosen; raises UsageError for what is none of the choices."""
    value = chosen(request, name)
    if value is not None and value not in legal:
        raise UsageError(f"{name} {value!r} is none of {', '.join(legal)}")
    return value


def register(app: APIRouter, bench: Bench) -> None:
    """Hang the pages into the application."""
    _board(app, bench)
    _question(app, bench)


def _board(app: APIRouter, bench: Bench) -> None:

    @app.get("/", response_class=HTMLResponse)
    def board(request: Request) -> HTMLResponse:
        status, of_type = one_of(request, "status", STATUS), one_of(request, "type", TYPES)
        order = one_of(request, "order", ORDERS) or "stake"
        seen = bench.seen(request)
        found = seen.pages.board(
            PAGE,
            offset_of(request, PAGE),
            status=status,
            type=of_type,
            place=chosen(request, "place"),
            side=chosen(request, "side"),
            order=order,  # type: ignore[arg-type]
        )
        return bench.show(
            request,
            "board.html",
            cards=found.items,
            scales=scales(found.items),
            leaf=leaf(request, PAGE, found.total),
            counts=seen.pages.counts(),
            seen=seen,
            morning=None if request.query_params else morning_of(bench),
            statuses=STATUS,
            types={name: TYPES[name] for name in get_args(PropositionType)},
            orders=ORDERS,
            order=order,
        )


def _question(app: APIRouter, bench: Bench) -> None:
    @app.get("/question/{key}", response_class=HTMLResponse)
    def question(request: Request, key: str) -> HTMLResponse:
        seen = bench.seen(request)
        card = seen.pages.question(key, ANSWERS, offset_of(request, ANSWERS), lines=8)
        every = [said for answer in card.answers for said in answer.lines]
        unique = list({said.line.id: said for said in every}.values())
        return bench.show(
            request,
            "question.html",
            seen=seen,
            card=card,
            scales=scales((card,)),
            timeline=timeline_of(unique),
            leaf=leaf(request, ANSWERS, card.all_answers),
        )

    @app.get("/question/{key}/answer/{number}", response_class=HTMLResponse)
    def answer(request: Request, key: str, number: int) -> HTMLResponse:
        seen = bench.seen(request)
        card, found = seen.pages.answer(key, number, LINES, offset_of(request, LINES))
        return bench.show(
            request,
            "answer.html",
            seen=seen,
            card=card,
            number=number,
            answer=card.answers[0].answer if card.answers else "no such answer",
            said=found.items,
            leaf=leaf(request, LINES, found.total),
        )
