"""Pages by the two dates, what is new on the board, the record of a side, colours, people's marks."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path
from urllib.parse import quote

import pytest

from faces.workbench.serving import Site, site_of
from sayso.api import demo_folder, open_ledger
from sayso.faces.workbench import asides, clocked
from sayso.faces.workbench.rendering import STATIC
from sayso.views.colours import OTHER, PALETTE


def test_pages_of_a_day_long_after_are_those_of_today(demo: Site) -> None:
    with demo.ledger.at("2099-12-31", "2099-12-31") as after:
        now, then = demo.ledger.pages, after.pages
        for order in ("stake", "origins"):
            assert then.board(20, order=order) == now.board(20, order=order)  # type: ignore[arg-type]
        card = now.board(1).items[0]
        assert then.question(card.id) == now.question(card.id)
        assert then.answer(card.id, 0, 5, 1) == now.answer(card.id, 0, 5, 1)
        for kind in ("claimer", "side", "place"):
            assert then.known(kind, 500) == now.known(kind, 500)  # type: ignore[arg-type]
        side = card.answers[0].by[0]
        assert then.claimer(side, 20) == now.claimer(side, 20)
        assert then.place(card.place or "", 20) == now.place(card.place or "", 20)
        assert then.unresolved(5) == now.unresolved(5)


def test_the_board_of_a_day_is_that_of_the_command(demo: Site) -> None:
    with demo.ledger.at("2031-03-06", "2031-03-07") as then:
        points = then.points(20)
    text = demo.ask("/?as_of=2031-03-06&known_on=2031-03-07").text
    shown = re.findall(
        r'<h2><a href="/question/(qu-[0-9a-f]+)\?as_of=2031-03-06&amp;known_on=2031-03-07"', text
    )
    assert shown == [point.id for point in points]
    assert "not known by then" in text
    for key in shown[:2]:
        assert demo.ask(f"/question/{key}?as_of=2031-03-06&known_on=2031-03-07").status == 200


def test_a_question_of_today_is_found_under_its_former_id(demo: Site) -> None:
    key = demo.ledger.pages.board(1).items[0].id
    answer = demo.ask(f"/question/{key}?known_on=2031-03-06")
    assert answer.status == 200
    assert "known on 6 Mar 2031" in answer.text
    assert demo.ask(f"/question/{key}?known_on=2030-01-01").status == 404
    assert demo.ask("/?as_of=someday").status == 400


def test_where_it_would_take_too_long_the_page_says_so(demo: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clocked, "SMALL", 10)
    assert "too large to be weighed anew" in demo.ask("/?as_of=2031-03-06").text


def test_what_is_new_stands_on_top_of_the_board(demo: Site) -> None:
    text = demo.ask("/").text
    since = re.search(r'<h2><a href="/changes\?since=([0-9-]+)"', text)
    assert since
    found = demo.ledger.diff(since.group(1))
    assert f"all {len(found.changes)} changes" in text
    assert "New since" not in demo.ask("/?order=recent").text


def test_a_large_ledger_works_out_aside(demo_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asides, "SMALL", 10)
    with demo_folder() as folder, site_of(open_ledger(demo_ledger, folder / "profile.toml")) as site:
        text = site.ask("/").text
        assert 'class="party s' in text
        until = time.monotonic() + 20
        while "Being worked out" in text and time.monotonic() < until:
            time.sleep(0.2)
            text = site.ask("/").text
        assert "changes</a>" in text


def test_the_record_of_a_side_counts_what_became_of_its_claims(demo: Site) -> None:
    side = demo.ledger.pages.known("side", 1).items[0].name
    record = demo.ledger.record(side)
    text = demo.ask(f"/claimer/{quote(side)}").text
    for name, count in record.counts.items():
        assert f"<b>{count}</b> {name}" in text


def test_a_side_has_one_colour_in_charts_and_on_pages(demo: Site) -> None:
    css = (STATIC / "workbench.css").read_text(encoding="utf-8")
    light = css.split("prefers-color-scheme")[0]
    assert [f"--s{n}: {colour};" in light for n, colour in enumerate(PALETTE)] == [True] * len(PALETTE)
    assert f"--sx: {OTHER};" in light
    colours = demo.ledger.colours()
    side = demo.ledger.pages.known("side", 1).items[0].name
    assert f'class="party s{PALETTE.index(colours[side])}"' in demo.ask(f"/claimer/{quote(side)}").text


def test_a_correction_is_shown_with_who_made_it(demo_ledger: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(demo_ledger, tmp_path / "put-right.db"))
    with demo_folder() as folder, site_of(open_ledger(path, folder / "profile.toml")) as site:
        said = site.ledger.pages.board(1).items[0].answers[0].lines[0]
        key = said.line.id
        site.ledger.judge(
            "correct", key, by="Ida Quill", reason="heard it", field="claimer", value="Oskar Bane"
        )
        for page in (f"/statement/{key}", f"/article/{said.article_id}"):
            text = site.ask(page).text
            assert "claimer corrected to “Oskar Bane” by Ida Quill: heard it" in text
            assert "/claimer/Oskar%20Bane" in text or page.startswith("/statement")


def test_pages_go_on_where_the_process_beside_them_is_ended(
    demo_ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asides, "SMALL", 10)
    with open_ledger(demo_ledger) as ledger:
        made = asides.Asides(ledger)
        made.hues()
        assert made._aside is not None
        for process in (made._aside._processes or {}).values():
            process.kill()
            process.join()
        until = time.monotonic() + 20
        found: dict[str, int] = {}
        while not found and time.monotonic() < until:
            made._kept.clear()
            found = made.hues()
            time.sleep(0.1)
        made.close()
        assert found == ledger.colour_numbers()
