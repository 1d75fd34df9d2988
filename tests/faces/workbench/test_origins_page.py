"""Where a claim comes from, on a page: counts, picture, links with their passages, cuts and undoing."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

from faces.workbench.browser import browsing, needs_browser
from faces.workbench.serving import Site, site_of
from sayso.api import Ledger, demo_folder, open_ledger
from sayso.faces.workbench.drawing.lineage import COLUMNS, STEP, picture_of
from sayso.views.origins import Lineages


def told_often(ledger: Ledger) -> tuple[str, Lineages]:
    """Return a question, and its first answer, that comes from several articles of one origin."""
    for card in ledger.pages.board(30).items:
        first = ledger.origins(card.id)[0]
        if first.articles > len(first.origins) and any(t.shared for o in first.origins for t in o.ties):
            return card.id, first
    raise AssertionError("no question of the demo is told by copies")


def test_articles_come_down_to_origins_with_their_passages(demo: Site) -> None:
    key, first = told_often(demo.ledger)
    text = demo.ask(f"/origins/{key}").text
    steps = f"{first.articles} articles → {first.texts} text{'s' if first.texts != 1 else ''}"
    assert steps in text
    tie = next(t for o in first.origins for t in o.ties if t.shared)
    assert tie.shared[0].left[:20].split("'")[0].split('"')[0] in text
    assert f'name="record" value="{tie.members[0]}"' in text
    assert demo.ask("/origins/qu-none").status == 404


def test_every_kind_of_page_leads_there(demo: Site) -> None:
    card = demo.ledger.pages.board(1).items[0]
    said = card.answers[0].lines[0]
    assert f"/origins/{card.id}" in demo.ask(f"/question/{card.id}").text
    for path in (f"/statement/{said.line.id}", f"/article/{said.article_id}"):
        assert f"/origins/{said.line.id}" in demo.ask(path).text


def test_no_two_boxes_of_the_picture_lie_on_each_other(demo: Site) -> None:
    drawn = 0
    for card in demo.ledger.pages.board(30).items:
        for one in demo.ledger.origins(card.id):
            picture = picture_of(one, {})
            for column in COLUMNS:
                heights = sorted(node.y for node in picture.nodes if node.x == column)
                assert all(b - a >= STEP for a, b in pairwise(heights))
                assert heights
            assert sum(1 for n in picture.nodes if n.article) == one.articles
            assert sum(1 for n in picture.nodes if n.x == COLUMNS[3]) == len(one.authorities)
            drawn += 1
    assert drawn > 30


@needs_browser
def test_a_link_is_cut_and_the_cut_undone(demo_ledger: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(demo_ledger, tmp_path / "cut.db"))
    with demo_folder() as folder, site_of(open_ledger(path, folder / "profile.toml")) as site:
        key, _ = told_often(site.ledger)
        with browsing(site.address) as watched:
            page = watched.page
            page.goto(f"/origins/{key}")
            form = page.locator("details[open] form.judge").first
            form.locator("input[name=by]").fill("Ida Quill")
            form.locator("input[name=reason]").fill("two reporters")
            pair = [
                form.locator(f"input[name={name}]").get_attribute("value") for name in ("record", "other")
            ]
            form.locator("button").click()
            page.wait_for_selector(".copies button")
            assert "two reporters" in page.locator(".copies").inner_text()
            left = [
                set(t.members) for one in site.ledger.pages.origins(key) for o in one.origins for t in o.ties
            ]
            assert set(pair) not in left
            page.locator(".copies button").click()
            page.wait_for_function("() => !document.querySelector('.copies')")
        assert not watched.faults
        assert [one.act for one in site.ledger.judgements()] == ["cut-link", "undo"]
