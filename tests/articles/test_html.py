from __future__ import annotations

import time

import pytest

from articles.making import PROSE, got
from sayso.articles import html
from sayso.articles.extraction import worker

HTML = "text/html"
PARAGRAPHS = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE.split("\n\n"))
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Front takes Lomer bridge - Norrel News</title>
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Front takes Lomer bridge", "datePublished": "2031-03-05T08:00:00Z",
"author": {{"@type": "Person", "name": "Ann Teller"}},
"publisher": {{"@type": "Organization", "name": "Norrel News"}}}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<main><article><h1>Front takes Lomer bridge</h1>
<p>LOMER, March 5 (Norrel) — The Ridge Front said on Wednesday that its fighters had taken the bridge.</p>
{PARAGRAPHS}<p><a href="/o">Read also: The ferrymen of Lomer</a></p><h2>Hundreds flee</h2>{PARAGRAPHS}
<p>With reporting by AFP and Reuters</p></article></main>
<footer>© 2031 Norrel News. All rights reserved.</footer></body></html>"""


def test_page_with_data() -> None:
    found = got(PAGE, HTML)
    assert found.issues == []
    assert [kind for kind, _ in found.kinds()] == [
        "title", "date", *["paragraph"] * 4, "boilerplate", "heading", *["paragraph"] * 3, "credit",
    ]  # fmt: skip
    article = found.article
    assert (article.title, article.outlet, article.byline) == (
        "Front takes Lomer bridge",
        "Norrel News",
        "Ann Teller",
    )
    assert (article.published, article.published_from) == ("2031-03-05", "the page's own data")
    assert (article.dateline, article.agencies) == ("Lomer", ("Norrel", "AFP", "Reuters"))
    assert "Home" not in article.text


def test_host_names_the_outlet_as_a_last_resort() -> None:
    article = got(
        f"<html><body>{PARAGRAPHS}</body></html>", HTML, location="https://www.lomer.example/a"
    ).article
    assert article.outlet == "lomer.example"


def test_charset_of_the_page_itself() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>' + "Полдень наступил. " * 20
    assert got(page.encode("cp1251"), HTML).article.text.startswith("Полдень")


def test_nested_a_hundred_thousand_deep() -> None:
    started = time.monotonic()
    found = got("<div>" * 100_000 + PARAGRAPHS + "</div>" * 100_000, HTML)
    assert time.monotonic() - started < 10
    assert found.codes[0] == "plain-html"
    assert "nested too deep" in found.issues[0].message
    assert [kind for kind, _ in found.kinds()] == ["paragraph"] * 3


def test_attribute_of_ten_million_bytes() -> None:
    picture = f"<img src='data:{'A' * 10_000_000}'>"
    last = "<p>The mayor said that the bridge would be opened again when the last shells were cleared.</p>"
    found = got(f"<html><body>{PARAGRAPHS}{picture}{last}</body></html>", HTML)
    assert "The army said" in found.article.text
    assert "The mayor said" in found.article.text


def test_two_hundred_thousand_paragraphs() -> None:
    started = time.monotonic()
    found = got("<html><body>" + "<p>A word was said.</p>" * 200_000, HTML)
    assert time.monotonic() - started < 20
    assert {"plain-html", "cut"} <= set(found.codes)
    assert "A word was said." in found.article.text


def test_page_without_text() -> None:
    for page in ("<html><body></body></html>", "<html><script>x()</script></html>"):
        found = got(page, HTML)
        assert (found.articles, found.codes) == ([], ["no-text"])


def test_page_on_which_no_article_is_found_is_taken_whole() -> None:
    found = got("<html><body><div>Short one.</div></body></html>", HTML)
    assert found.article.text == "Short one."


def test_worker_that_dies_is_replaced() -> None:
    got(PAGE, HTML)
    worker._workers[0]._process.kill()
    assert got(PAGE, HTML).article.title == "Front takes Lomer bridge"


def test_page_that_takes_too_long_is_stripped(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def slow(job: str, content: bytes, **fields: object) -> dict[str, object]:
        calls.append(job)
        return {"hard": "time"} if job == "html" else {"parts": [["The army left, it said.", None]]}

    monkeypatch.setattr(html, "ask", slow)
    found = got(PAGE, HTML)
    assert calls == ["html", "strip"]
    assert "took too long" in found.issues[0].message
    assert found.article.text == "The army left, it said."


def test_page_that_nothing_can_read_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "ask", lambda *_, **__: {"hard": "time"})
    found = got(PAGE, HTML)
    assert (found.articles, found.codes) == ([], ["html-too-hard"])
