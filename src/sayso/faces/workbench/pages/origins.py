"""Where a claim comes from: articles, texts, origins, authorities; each link with its evidence, to be cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.faces.cli.kinship import KINDS
from sayso.faces.workbench.bench import Bench, leaf, offset_of
from sayso.faces.workbench.drawing.lineage import NODE, WIDTH, picture_of

if TYPE_CHECKING:
    from sayso.views.judged import JudgedView
    from sayso.views.origins import Lineages, Origin, Tie

CLAIMS = 4
"""Answers of a question on a page."""

BESIDE = 3
"""Links of an origin whose shared passages stand side by side; the others link to both articles."""

TIES = 8
"""Links of an origin on a page: the command `sayso origins ID --full` tells all."""


def register(app: APIRouter, bench: Bench) -> None:
    """Hang the page into the application."""

    @app.get("/origins/{key}", response_class=HTMLResponse)
    def origins(request: Request, key: str) -> HTMLResponse:
        first = offset_of(request, CLAIMS)
        # One more than is shown tells whether there are more.
        found = bench.pages.origins(key, BESIDE, CLAIMS + 1, first)
        shown = found[:CLAIMS]
        ids = {
            article for one in shown for origin in one.origins for s in origin.sources for article in s.ids
        }
        heads = bench.pages.headed(ids)
        names = {article: head.outlet or head.name for article, head in heads.items()}
        return bench.show(
            request,
            "origins.html",
            key=key,
            claims=[(one, picture_of(one, names)) for one in shown],
            heads=heads,
            ties=telling,
            kinds=KINDS,
            cuts=_cuts(bench, shown, ids),
            width=WIDTH,
            node=NODE,
            most=TIES,
            leaf=leaf(request, CLAIMS, first + len(found)),
        )


def telling(origin: Origin) -> list[Tie]:
    """Return the links with shared passages first: they can be checked by eye."""
    return sorted(origin.ties, key=lambda tie: not tie.shared)[:TIES]


def _cuts(bench: Bench, shown: Sequence[Lineages], articles: set[str]) -> list[JudgedView]:
    """Return the cuts that hold between what stands on the page: each can be undone."""
    here = articles | {line.id for one in shown for origin in one.origins for line in origin.lines}
    return [
        judged
        for judged in bench.ledger.judgements()
        if judged.act == "cut-link" and judged.holds and here.issuperset((judged.record, *judged.others))
    ]
