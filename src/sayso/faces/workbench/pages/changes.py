"""What is new since a day: reversals, admissions, denials, moved figures, new claims, claims gone quiet."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.faces.workbench.bench import Bench
from sayso.faces.workbench.clocked import day_of
from sayso.faces.workbench.drawing.timeline import first_day

if TYPE_CHECKING:
    from sayso.views.changes import Change
    from sayso.views.diff import Diff

SHOWN = 200
"""Changes on the page; the command `sayso diff` and the interface tell all of them."""

HEAD = 4
"""Changes on top of the board."""

WORDS = {
    "reversal": "Reversals",
    "admission": "Admissions",
    "denial": "Denials",
    "figure": "Figures moved",
    "verification": "Verified or not",
    "new claim": "New claims",
    "quiet": "Gone quiet",
}


@dataclass(frozen=True, slots=True)
class Morning:
    """What is new, in short: since which day, how many changes of each kind, and the first of them.

    `diff` is None while it is being worked out.
    """

    since: str
    diff: Diff | None
    kinds: tuple[tuple[str, int], ...] = ()
    first: tuple[Change, ...] = ()


def morning_of(bench: Bench) -> Morning | None:
    """Return what is new since the day before the newest article's; None for an empty ledger."""
    since = _since(bench, None)
    if since is None:
        return None
    found = bench.asides.diff(since, None)
    if found is None:
        return Morning(since, None)
    counts = Counter(change.kind for change in found.changes)
    kinds = tuple((WORDS[kind], counts[kind]) for kind in WORDS if kind in counts)  # type: ignore[index]
    return Morning(since, found, kinds, found.changes[:HEAD])


def newest_day(bench: Bench) -> str:
    """Return the day of the newest article, "" where there is none."""
    newest = bench.pages.articles(None, 1).items
    last = first_day(newest[0].article.published) if newest else None
    return last.isoformat() if last else ""


def _since(bench: Bench, until: str | None) -> str | None:
    last = first_day(until or newest_day(bench))
    return (last - timedelta(days=1)).isoformat() if last else None


def register(app: APIRouter, bench: Bench) -> None:
    """Hang the page into the application."""

    @app.get("/changes", response_class=HTMLResponse)
    def changes(request: Request) -> HTMLResponse:
        until = day_of(request, "until")
        asked = day_of(request, "since") or _since(bench, until)
        since = asked or (date.today() - timedelta(days=1)).isoformat()
        found = bench.asides.diff(since, until)
        if found is None:
            return bench.waiting(request, "What is new")
        return bench.show(
            request,
            "changes.html",
            since=since,
            until=until,
            diff=found,
            changes=found.changes[:SHOWN],
            kinds=list(dict.fromkeys(change.kind for change in found.changes[:SHOWN])),
            words=WORDS,
        )
