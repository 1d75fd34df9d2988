"""Every page answers, is light, says what it should, and is not made again for nothing."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from faces.workbench.hostile import PAYLOADS
from faces.workbench.serving import Site
from faces.workbench.walking import every_page

HEAVIEST = 300_000


@pytest.mark.parametrize("name", sorted(["board", "board filtered",
            "changes", "question", "answer", "places", "place", "map",
    "claimers", "claimer", "outlets", "outlet", "articles", "article", "statement", "search", "claimed", "review",
    "board dated", "question dated", "claimers dated", "claimer dated", "place dated", "origins", "origins of one",
    "take", "help", "api"]))  # fmt: skip
def test_every_page_answers_and_is_light(demo: Site, name: str) -> None:
    answer = demo.ask(every_page(demo.ledger)[name])
    assert answer.status == 200, answer.text[:300]
    assert len(answer.text.encode()) <= HEAVIEST
    assert "<h1" in answer.text
    assert not re.search(r"\sstyle=|\son[a-z]+=|<script(?![^>]*src=)", answer.text)


def test_an_unchanged_page_is_not_made_again(demo: Site) -> None:
    tag = demo.ask("/").headers["etag"]
    assert demo.ask("/", if_none_match=tag).status == 304
    assert demo.ask("/?order=recent", if_none_match=tag).status == 200


def test_what_is_not_there_is_said(demo: Site) -> None:
    for path in ("/question/qu-none", "/statement/st-none", "/article/none", "/nowhere"):
        answer = demo.ask(path)
        assert (answer.status, "Not found" in answer.text) == (404, True)
    answer = demo.ask("/place/" + quote("Nowhere at all <b>"))
    assert answer.status == 404
    assert "It names" in answer.text
    assert "<b>" not in answer.text.split("<main")[1].replace("<b>Sayso</b>", "")


def test_what_cannot_be_asked_is_said(demo: Site) -> None:
    for path in ("/?status=none", "/?order=up", "/map?day=yesterday", "/map?box=1,2", "/map?box=9,9,1,1"):
        assert demo.ask(path).status == 400, path


def test_a_page_number_that_is_none_is_the_first(demo: Site) -> None:
    for number in ("0", "-3", "x", "99999999999999", "²"):
        assert demo.ask(f"/?page={quote(number)}").status == 200


def test_the_board_can_be_filtered(demo: Site) -> None:
    found = demo.ask("/?status=contested&side=Ondarek+Front").text
    assert "status conceded" not in found.split("</form>")[-1]
    assert demo.ask("/?place=Vantorr+Bridge").text.count('<section class="card"') >= 1


def test_an_article_shows_words_and_records_both_ways(demo: Site) -> None:
    key = demo.ledger.pages.board(1).items[0].answers[0].lines[0].article_id
    text = demo.ask(f"/article/{key}").text
    marked = set(re.findall(r'href="#(st-[0-9a-f]+)" data-st', text))
    assert marked
    assert marked <= set(re.findall(r'id="(st-[0-9a-f]+)"', text))


def test_search_takes_any_words(demo: Site) -> None:
    for words in ('"', "AND OR NOT", "a* NEAR(b c)", "title:x", "-", "(", "'; DROP TABLE", "\u202e", "%00"):
        assert demo.ask("/search?q=" + quote(words)).status == 200
        assert demo.ask("/search?claimed=" + quote(words)).status == 200


def test_only_our_own_files_are_served(demo: Site) -> None:
    page = demo.ask("/").text
    address = re.search(r'href="(/static/[^"]+\.css)"', page)
    assert address
    answer = demo.ask(address.group(1))
    assert (answer.status, answer.headers["content-type"].split(";")[0]) == (200, "text/css")
    assert "immutable" in answer.headers["cache-control"]
    for path in ("/static/x/../bench.py", "/static/000/workbench.css", "/static/x/%2e%2e%2fapp.py"):
        assert demo.ask(path).status == 404


def test_no_page_names_an_outside_file(demo: Site) -> None:
    for path in every_page(demo.ledger).values():
        text = demo.ask(path).text
        assert not re.findall(r'(?:src|action|xlink:href)="(?:https?:)?//', text)
        assert not re.findall(r'<link[^>]*href="(?:https?:)?//', text)


def test_hostile_words_come_out_as_words(attacked: Site) -> None:
    for path in every_page(attacked.ledger).values():
        answer = attacked.ask(path)
        assert answer.status == 200, path
        for payload in PAYLOADS:
            if "<" in payload:
                assert payload not in answer.text, path
        assert "49" not in re.findall(r"\{\{ 7\*7 \}\}|>49<", answer.text)
        assert not re.search(r'href="\s*javascript:', answer.text)
        # Turned writing stays within the words of articles.
        around = re.sub(r'(?s)<blockquote.*?</blockquote>|<div class="text.*?</div>', "", answer.text)
        assert "\u202e" not in around
