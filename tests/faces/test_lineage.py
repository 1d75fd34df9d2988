"""`sayso origins` and `sayso stories` on the ledger of the Hills."""

from __future__ import annotations

import json

from faces.running import Run


def _question(sayso: Run) -> str:
    board = json.loads(sayso("board", "--json").out)
    return str(next(point["id"] for point in board if point["place"] == "Alder Bridge"))


def test_origins_count_articles_origins_and_authorities(sayso: Run) -> None:
    ran = sayso("origins", _question(sayso))
    assert ran.code == 0
    assert "article → 1 origin → 1 authority" in ran.out
    assert "Una Holt" in ran.out
    records = json.loads(sayso("origins", _question(sayso), "--json").out)
    assert {"id", "claim", "articles", "texts", "authorities", "origins"} == set(records[0])


def test_an_unknown_id_is_not_found(sayso: Run) -> None:
    assert sayso("origins", "qu-nothing").code == 3


def test_stories_are_listed(sayso: Run) -> None:
    ran = sayso("stories")
    assert ran.code == 0
    assert "article" in ran.out
    assert json.loads(sayso("stories", "--json").out)[0]["articles"]
    rows = [json.loads(line) for line in sayso("export", "stories").out.splitlines()]
    assert all(row["id"].startswith("sto-") and row["articles"] for row in rows)
    assert sayso("export", "stories", "--format", "csv").out.startswith("id,title,first,last,articles")


def test_fewer_stories_than_there_are_say_so(sayso: Run) -> None:
    ran = sayso("stories", "--limit", "1")
    assert ran.code == 0
    assert len(ran.out.splitlines()) <= 5
