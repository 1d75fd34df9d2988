"""Review: what is uncertain, judged by a person with a single key; every judgement logged and undoable."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from sayso.faces.workbench.bench import NAME_COOKIE, PAGE, Bench, leaf, offset_of
from sayso.faces.workbench.pages.board import one_of, scales
from sayso.model.errors import UsageError

if TYPE_CHECKING:
    from sayso.views.cards import PointCard
    from sayso.views.judged import JudgedView
    from sayso.views.quoted import Quoted

QUEUES = {
    "claimer": "claimer unresolved",
    "contradiction": "new contradictions",
    "judged": "judgements made",
}

ACTS = frozenset({"accept", "reject", "correct", "undo", "note", "cut-link"})
"""What can be done from a page; merging and splitting need more than one record at hand."""

REASON = "reviewed in the workbench"

YEAR = 365 * 24 * 3600


def register(app: APIRouter, bench: Bench) -> None:
    """Hang the pages into the application."""

    @app.get("/review", response_class=HTMLResponse)
    def review(request: Request) -> HTMLResponse:
        queue = one_of(request, "queue", QUEUES) or "claimer"
        made = bench.ledger.judgements()
        offset = offset_of(request, PAGE)
        said: tuple[Quoted, ...] = ()
        cards: tuple[PointCard, ...] = ()
        judged: tuple[JudgedView, ...] = ()
        if queue == "claimer":
            some = bench.pages.unresolved(PAGE, offset)
            said, total = some.items, some.total
        elif queue == "contradiction":
            points = bench.pages.board(PAGE, offset, status="contested", order="recent")
            cards, total = points.items, points.total
        else:
            newest = made[::-1]
            judged, total = newest[offset : offset + PAGE], len(newest)
        return bench.show(
            request,
            "review.html",
            queue=queue,
            queues=QUEUES,
            said=said,
            cards=cards,
            judged=judged,
            scales=scales(cards),
            marks=_marks(made),
            last=next((j for j in reversed(made) if j.holds and j.act != "undo"), None),
            leaf=leaf(request, PAGE, total),
        )

    @app.post("/review")
    async def judge(request: Request) -> Response:
        form = {name: values[0] for name, values in parse_qs((await request.body()).decode("utf-8")).items()}
        await run_in_threadpool(_judge, bench, form)
        back = form.get("back", "")
        # Only to a page of ours: "//elsewhere" would lead out.
        answer = RedirectResponse(
            back if back.startswith("/") and not back.startswith("//") else "/review", 303
        )
        answer.set_cookie(
            NAME_COOKIE,
            quote(form.get("by", "").strip()[:80]),
            max_age=YEAR,
            httponly=True,
            samesite="strict",
        )
        return answer


def _judge(bench: Bench, form: Mapping[str, str]) -> None:
    act, by = form.get("act", ""), form.get("by", "").strip()
    if act not in ACTS:
        raise UsageError(f"{act!r} is nothing that can be done here: {', '.join(sorted(ACTS))} are")
    if not by:
        raise UsageError("a judgement needs the name of who makes it")
    others = [form["other"]] if form.get("other") else []
    field = form.get("field") if act == "correct" else None
    bench.ledger.judge(
        act,  # type: ignore[arg-type]
        form.get("record", ""),
        *others,
        by=by[:80],
        reason=form.get("reason", "").strip()[:500] or REASON,
        field=field,
        value=(form.get("value", "").strip() or None) if field else None,
    )


def _marks(made: tuple[JudgedView, ...]) -> dict[str, str]:
    """Return what was last judged of each record, in words."""
    return {j.record: f"{j.says} by {j.by}" for j in made if j.holds and j.act != "undo"}
