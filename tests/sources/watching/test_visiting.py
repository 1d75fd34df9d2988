from __future__ import annotations

from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from sayso.model.capture import Fetched
from sayso.model.issue import Issue
from sayso.sources.network.session import Session
from sayso.sources.options import FetchOptions
from sayso.sources.watching.memory import Memory, load_memory, save_memory
from sayso.sources.watching.settings import Watched
from sayso.sources.watching.visiting import Visitor

START = datetime(2031, 5, 5, 10, tzinfo=UTC)
HOURLY = timedelta(hours=1)
OPTIONS = FetchOptions(allow_private=True, attempts=1)


def answer(
    handler: BaseHTTPRequestHandler, body: bytes, etag: str = "", status: int = 200, **more: str
) -> None:
    if etag and handler.headers.get("If-None-Match") == etag:
        status, body = 304, b""
    handler.send_response(status)
    fields = {
        "Content-Length": str(len(body)),
        "Content-Type": "text/html",
        **({"ETag": etag} if etag else {}),
    }
    for name, value in {**fields, **{k.replace("_", "-"): v for k, v in more.items()}}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


class Desk:
    """A source on the test site, and the visits paid to it."""

    def __init__(self, site: Any, text: str = "page") -> None:
        self.site = site
        self.pages = {"/a": b"<p>The bridge is open.</p>", "/b": b"<p>The ferry is shut.</p>"}
        self.listed = ["/a", "/b"]
        self.stamp = "1"
        self.memory = Memory()
        self.source = Watched(
            "Gazette", "feed", f"{site.url}/feed", HOURLY, "feed" if text == "feed" else "page"
        )
        site.routes["/feed"] = lambda h: answer(h, self.feed, f'"{hash(self.feed)}"')
        for path in self.pages:
            site.routes[path] = lambda h, path=path: answer(
                h, self.pages[path], f'"{hash(self.pages[path])}"'
            )

    @property
    def feed(self) -> bytes:
        entries = "".join(
            f'<entry><title>{path}</title><link href="{path}"/><updated>{self.stamp}</updated>'
            f'<content type="html">&lt;p&gt;In the feed: {path}&lt;/p&gt;</content></entry>'
            for path in self.listed
        )
        return f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'.encode()

    def visit(self, hours: float = 0) -> list[str]:
        session = Session(OPTIONS)
        now = START + timedelta(hours=hours)
        visitor = Visitor(session, OPTIONS, self.memory, (HOURLY, 6 * HOURLY), now)
        found = list(visitor.visit(self.source))
        session.close()
        return [
            f.capture.name.removeprefix(self.site.url) if isinstance(f, Fetched) else f"{f.severity}:{f.code}"
            for f in found
        ]

    def due(self, hours: float) -> bool:
        session = Session(OPTIONS)
        visitor = Visitor(session, OPTIONS, self.memory, (), START + timedelta(hours=hours))
        session.close()
        return visitor.due(self.source)


@pytest.fixture
def desk(site: Any) -> Desk:
    return Desk(site)


def test_only_what_is_new_is_fetched(desk: Desk) -> None:
    assert desk.visit() == ["/a", "/b"]
    desk.site.seen.clear()
    assert desk.visit(0.1) == []
    assert [path for path in desk.site.seen if path != "/robots.txt"] == ["/feed"]
    desk.listed.append("/c")
    desk.pages["/c"] = b"<p>The mill is dry.</p>"
    desk.site.routes["/c"] = lambda h: answer(h, desk.pages["/c"])
    assert desk.visit(0.2) == ["/c"]


def test_a_page_that_changed_comes_again_and_one_that_did_not_does_not(desk: Desk) -> None:
    desk.visit()
    desk.pages["/a"] = b"<p>Correction: the bridge is shut.</p>"
    assert desk.visit(0.5) == [], "not due for another look"
    assert desk.visit(1.5) == ["/a"]
    assert desk.visit(7) == []
    desk.pages["/a"] = b"<p>Once more.</p>"
    assert desk.visit(30) == [], "looked at as often as was asked"


def test_a_page_is_looked_at_again_after_it_left_the_list(desk: Desk) -> None:
    desk.visit()
    desk.listed.clear()
    desk.pages["/b"] = b"<p>Correction: the ferry runs.</p>"
    assert desk.visit(2) == ["/b"]


def test_a_feed_that_says_that_an_entry_changed_is_believed(desk: Desk) -> None:
    desk.visit()
    desk.pages["/a"] = b"<p>Correction: the bridge is shut.</p>"
    desk.stamp = "2"
    assert desk.visit(0.2) == ["/a"], "the other page answers as before"


def test_articles_can_be_taken_from_the_feed_itself(site: Any) -> None:
    desk = Desk(site, "feed")
    assert desk.visit() == ["/a", "/b"]
    assert [path for path in site.seen if path in ("/a", "/b")] == []
    assert desk.visit(3) == []


def test_failures_are_told_and_asked_about_ever_less_often(desk: Desk) -> None:
    desk.site.routes["/b"] = lambda h: answer(h, b"", status=500)
    assert desk.visit() == ["/a", "error:bad-status"]
    assert desk.visit(0.1) == [], "too soon"
    assert desk.visit(0.5) == ["error:bad-status"]
    desk.site.routes["/b"] = lambda h: answer(h, b"<p>The ferry is shut.</p>")
    assert desk.visit(2) == ["/b"]
    desk.site.routes["/feed"] = lambda h: answer(h, b"", status=500)
    desk.visit(3)
    assert (desk.due(4.5), desk.due(5.5)) == (False, True)
    desk.visit(5.5)
    assert (desk.due(9), desk.due(9.6)) == (False, True)


def test_come_back_later_is_kept_to(desk: Desk) -> None:
    desk.site.routes["/feed"] = lambda h: answer(h, b"", status=503, Retry_After="36000")
    assert desk.visit() == ["error:bad-status"]
    assert (desk.due(9), desk.due(10.1)) == (False, True)


def test_a_list_that_is_none_is_an_issue(desk: Desk) -> None:
    desk.site.routes["/feed"] = lambda h: answer(h, b"<html>Moved.</html>")
    assert desk.visit() == ["error:no-feed"]


def test_robots_rules_hold_for_watched_pages(desk: Desk) -> None:
    desk.site.robots = (200, b"User-agent: *\nDisallow: /b\n")
    assert desk.visit() == ["/a", "error:fetch-refused"]


def test_a_folder_gives_new_and_changed_files_only(tmp_path: Path, site: Any) -> None:
    desk = Desk(site)
    desk.source = Watched("inbox", "folder", str(tmp_path), HOURLY)
    (tmp_path / "a.txt").write_text("The bridge is open.")
    assert desk.visit() == ["a.txt"]
    (tmp_path / "b.txt").write_text("The ferry is shut.")
    assert desk.visit(1) == ["b.txt"]
    (tmp_path / "a.txt").write_text("The bridge is shut.")
    assert desk.visit(2) == ["a.txt"]


def test_memory_is_kept_whole_and_stays_small(tmp_path: Path) -> None:
    memory = Memory()
    for day in range(60):
        moment = START + timedelta(days=day)
        visit = memory.page(f"https://a.example/{day}", "Gazette", moment)
        visit.last = moment.isoformat(timespec="seconds")
    memory.source("Gazette", START).etag = '"1"'
    memory.forget(START + timedelta(days=60))
    assert 44 <= len(memory.pages) <= 46
    save_memory(memory, tmp_path / "m.json")
    assert load_memory(tmp_path / "m.json") == memory


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"sources": {}}', '{"sources": {"a": {"x": 1}}, "pages": {}}']
)
def test_spoilt_memory_is_no_memory(tmp_path: Path, content: str) -> None:
    (tmp_path / "m.json").write_text(content)
    assert load_memory(tmp_path / "m.json") == Memory()


def test_issue_and_capture_are_told_apart(desk: Desk) -> None:
    desk.listed = ["/a", "/none"]
    session = Session(OPTIONS)
    found = list(Visitor(session, OPTIONS, desk.memory, (), START).visit(desk.source))
    session.close()
    capture, issue = found
    assert isinstance(capture, Fetched)
    assert capture.capture.fetched_on == "2031-05-05T10:00:00+00:00"
    assert isinstance(issue, Issue)
    assert issue.source == f"{desk.site.url}/none"
