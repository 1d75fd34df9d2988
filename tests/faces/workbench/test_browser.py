"""The pages in a real browser: nothing runs but ours, nothing leaves, everything can be reached and read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from faces.workbench import hostile
from faces.workbench.browser import browsing, needs_browser
from faces.workbench.serving import Site, site_of
from faces.workbench.walking import every_page
from sayso.api import open_ledger

pytestmark = needs_browser

INLINE = "document.querySelectorAll('script:not([src]), [style], [onerror], [onload], [onclick], [onfocus], base').length"

UNLABELLED = """[...document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a[href]')].filter(
  (one) => !one.labels?.length && !one.innerText?.trim() && !one.getAttribute('aria-label')
    && !one.title && !one.textContent.trim()).map((one) => one.outerHTML)"""

CONTRAST = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const one = (v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
    return 0.2126 * one(r) + 0.7152 * one(g) + 0.0722 * one(b);
  };
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = parts(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return parts(getComputedStyle(document.documentElement).colorScheme.includes('dark') ? 'rgb(0,0,0)' : 'rgb(255,255,255)');
  };
  const found = new Set();
  for (const node of document.querySelectorAll('main *, header *, footer *')) {
    if (node.closest('svg') || ![...node.childNodes].some((c) => c.nodeType === 3 && c.data.trim())) continue;
    const style = getComputedStyle(node);
    if (style.visibility === 'hidden' || !node.getClientRects().length) continue;
    const [a, b] = [light(parts(style.color)), light(behind(node))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 600);
    if (ratio < (large ? 3 : 4.5)) found.add(`${node.tagName}.${node.className} ${ratio.toFixed(2)}`);
  }
  return [...found];
}"""


def test_no_hostile_word_gets_out_of_any_page(attacked: Site) -> None:
    with browsing(attacked.address) as watched:
        page = watched.page
        paths = [*every_page(attacked.ledger).values()]
        paths += [f"/article/{one.article.id}" for one in attacked.ledger.pages.articles(None, 50).items]
        for path in paths:
            page.goto(path)
            assert page.evaluate("window.hit") is None, path
            assert page.evaluate(INLINE) == 0, path
            assert page.url.startswith(attacked.address), path
            links = page.evaluate("[...document.links].map((a) => a.protocol)")
            assert set(links) <= {"http:", "https:"}, path
        for record in page.locator("[data-st]").all()[:3]:
            record.hover()
        assert page.evaluate("window.hit") is None
    assert not watched.left
    assert not watched.faults


def test_a_hostile_judgement_is_shown_as_it_was_typed(demo_ledger: Path, tmp_path: Path) -> None:
    payload = hostile.PAYLOADS[0]
    path = Path(shutil.copy(demo_ledger, tmp_path / "judged.db"))
    with site_of(open_ledger(path)) as site, browsing(site.address) as watched:
        page = watched.page
        page.goto("/review?queue=contradiction")
        page.locator("input[name=by]").first.fill(payload)
        page.locator("input[name=reason]").first.fill(payload)
        page.locator("button[value=accept]").first.click()
        page.goto("/review?queue=judged")
        assert page.locator("tbody tr").count() == 1
        assert page.locator("tbody td").nth(1).inner_text() == payload
        page.locator("tbody button[value=undo]").click()
        page.wait_for_selector("tbody s")
        assert page.evaluate("window.hit") is None
        assert page.evaluate(INLINE) == 0
    assert not watched.left
    assert not watched.faults


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read_and_every_control_is_named(demo: Site, scheme: str) -> None:
    with browsing(demo.address, color_scheme=scheme) as watched:
        for name, path in every_page(demo.ledger).items():
            watched.page.goto(path)
            assert watched.page.evaluate(UNLABELLED) == [], name
            assert watched.page.evaluate(CONTRAST) == [], name
    assert not watched.left
    assert not watched.faults


def test_no_page_is_wider_than_a_phone(demo: Site) -> None:
    with browsing(demo.address, 390, 844) as watched:
        for name, path in every_page(demo.ledger).items():
            watched.page.goto(path)
            assert watched.page.evaluate("document.documentElement.scrollWidth") <= 390, name
    assert not watched.faults


def test_every_page_works_without_script(demo: Site) -> None:
    with browsing(demo.address, java_script_enabled=False) as watched:
        page = watched.page
        page.goto("/")
        page.select_option("select[name=status]", "contested")
        page.locator(".filters button").click()
        assert "status=contested" in page.url
        page.locator(".card h2 a").first.click()
        page.locator(".where a").first.click()
        assert "/article/" in page.url
        page.goto("/map")
        assert page.locator("#slider").is_hidden()
        page.fill("input[name=day]", "2031-03-07")
        page.locator(".filters button[type=submit]").click()
        assert "day=2031-03-07" in page.url
        assert page.locator("#marks a").count() > 3
        page.locator(".zoom a").first.click()
        assert "box=" in page.url


def test_the_keyboard_goes_everywhere(demo: Site) -> None:
    with browsing(demo.address) as watched:
        page = watched.page
        page.goto("/")
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        page.wait_for_url("**/question/**")
        page.keyboard.press("g")
        page.keyboard.press("m")
        page.wait_for_url("**/map")
        page.keyboard.press("[")
        page.wait_for_url("**/map?*day=*")
        page.keyboard.press("/")
        page.keyboard.type("bridge")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=bridge")
        page.locator("h1").click()
        page.keyboard.press("?")
        page.wait_for_url("**/help")
    assert not watched.faults


def test_the_map_moves_through_the_days_and_nearer(demo: Site) -> None:
    with browsing(demo.address) as watched:
        page = watched.page
        page.goto("/map")
        before = page.locator("#rows").inner_text()
        page.locator("#slider").fill("2")
        page.wait_for_function("(before) => document.getElementById('rows').innerText !== before", arg=before)
        assert "day=" in page.url
        page.locator("#map").hover()
        page.mouse.wheel(0, -300)
        page.wait_for_function("() => document.getElementById('map').viewBox.baseVal.width < 999")
        page.locator("#play").click()
        assert page.locator("#play").get_attribute("aria-pressed") == "true"
    assert not watched.left
    assert not watched.faults


def test_names_on_the_map_do_not_lie_on_each_other(demo: Site) -> None:
    with browsing(demo.address) as watched:
        watched.page.goto("/map")
        boxes = watched.page.evaluate(
            "[...document.querySelectorAll('#marks text.name')].map((t) => { const b = t.getBBox();"
            " return [b.x, b.y, b.x + b.width, b.y + b.height]; })"
        )
    assert len(boxes) > 5
    for n, a in enumerate(boxes):
        for b in boxes[:n]:
            wide, tall = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
            assert wide <= 1 or tall <= 3, (a, b)


def test_words_and_records_light_each_other(demo: Site) -> None:
    key = demo.ledger.pages.board(1).items[0].answers[0].lines[0].article_id
    with browsing(demo.address) as watched:
        page = watched.page
        page.goto(f"/article/{key}")
        page.locator("[data-st]").first.hover()
        assert page.locator(".said.lit").count() >= 1
        page.locator(".records .said").first.hover()
        assert page.locator(".st.lit").count() >= 1


def test_a_judgement_is_made_with_single_keys_and_undone(demo_ledger: Path, tmp_path: Path) -> None:
    shutil.copy(demo_ledger, tmp_path / "demo.db")
    with site_of(open_ledger(tmp_path / "demo.db")) as site, browsing(site.address) as watched:
        page = watched.page
        page.goto("/review?queue=contradiction")
        page.locator("input[name=by]").first.fill("Ida Quill")
        page.locator("h1").click()
        page.keyboard.press("a")
        page.wait_for_selector(".check.confirmed")
        assert "Ida Quill" in page.locator(".check.confirmed").first.inner_text()
        page.keyboard.press("u")
        page.wait_for_function("() => !document.querySelector('.check.confirmed')")
        acts = [one.act for one in site.ledger.judgements()]
    assert acts == ["accept", "undo"]
    assert not watched.faults
