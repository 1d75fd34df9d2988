"""Which pages a ledger has: one of each kind, found through the pages themselves."""

from __future__ import annotations

from urllib.parse import quote

from sayso.api import Ledger


def every_page(ledger: Ledger) -> dict[str, str]:
    """Return the address of one page of each kind, by a name for it."""
    pages = ledger.pages
    point = pages.board(1).items[0]
    said = point.answers[0].lines[0]
    place = pages.known("place", 1).items[0].name
    claimer = pages.known("claimer", 1).items[0].name
    outlet = pages.known("outlet", 1).items[0].name
    return {
        "board": "/",
        "board filtered": "/?status=contested&type=takeover&order=recent",
        "changes": "/changes",
        "question": f"/question/{point.id}",
        "answer": f"/question/{point.id}/answer/0",
        "places": "/places",
        "place": f"/place/{quote(place, safe='')}",
        "map": "/map",
        "claimers": "/claimers",
        "claimer": f"/claimer/{quote(claimer, safe='')}",
        "outlets": "/outlets",
        "outlet": f"/articles?outlet={quote(outlet, safe='')}",
        "articles": "/articles",
        "article": f"/article/{said.article_id}",
        "statement": f"/statement/{said.line.id}",
        "search": "/search?q=took",
        "claimed": "/search?claimed=They+took+the+ford",
        "board dated": "/?as_of=2031-03-06&known_on=2031-03-07",
        "question dated": f"/question/{point.id}?as_of=2031-03-31",
        "claimers dated": "/claimers?known_on=2031-03-31",
        "claimer dated": f"/claimer/{quote(claimer, safe='')}?known_on=2031-03-31",
        "place dated": f"/place/{quote(place, safe='')}?as_of=2031-03-31",
        "origins": f"/origins/{point.id}",
        "origins of one": f"/origins/{said.line.id}",
        "take": "/take",
        "review": "/review",
        "help": "/help",
        "api": "/api",
    }
