from __future__ import annotations

from typing import Any

import pytest

from sayso.model.capture import Fetched
from sayso.model.issue import Issue
from sayso.sources import FetchOptions, collect

OPEN = FetchOptions(allow_private=True, attempts=2, timeout_seconds=5)


def one(url: str, options: FetchOptions = OPEN) -> Fetched | Issue:
    (only,) = collect([url], options)
    return only


def test_page_is_captured_with_its_url_charset_and_time(site: Any) -> None:
    got = one(f"{site.url}/page")
    assert isinstance(got, Fetched)
    assert got.capture.name == got.capture.location == f"{site.url}/page"
    assert got.capture.media == "text/html"
    assert got.capture.encoding == "iso-8859-1"
    assert got.capture.fetched_on is not None
    assert got.capture.fetched_on.endswith("+00:00")
    assert b"Harvest fair" in got.content


def test_agent_and_host_header_are_sent(site: Any) -> None:
    one(f"{site.url}/page")
    assert all(agent.startswith("sayso/") for agent in site.agents)
    assert set(site.hosts) == {site.url.removeprefix("http://")}


def test_gzip_is_unpacked(site: Any) -> None:
    got = one(f"{site.url}/gzip")
    assert isinstance(got, Fetched)
    assert got.content.startswith(b"<html>")


def test_redirect_keeps_the_name_and_tells_the_location(site: Any) -> None:
    got = one(f"{site.url}/hop")
    assert isinstance(got, Fetched)
    assert got.capture.name == f"{site.url}/hop"
    assert got.capture.location == f"{site.url}/page"


def test_unlabelled_pdf_is_recognised(site: Any) -> None:
    got = one(f"{site.url}/pdf")
    assert isinstance(got, Fetched)
    assert got.capture.media == "application/pdf"


@pytest.mark.parametrize(
    ("path", "code", "word"),
    [
        ("/loop", "fetch-refused", "redirects"),
        ("/to-file", "fetch-refused", "http and https"),
        ("/to-nowhere", "fetch-refused", "no URL"),
        ("/bomb", "fetch-refused", "larger"),
        ("/big", "fetch-refused", "larger"),
        ("/broken-gzip", "fetch-refused", "unpacked"),
        ("/brotli", "fetch-refused", "breaks off"),
        ("/image", "fetch-refused", "image/png"),
        ("/gone", "bad-status", "410"),
        ("/absent", "bad-status", "404"),
    ],
)
def test_bad_pages_become_issues(site: Any, path: str, code: str, word: str) -> None:
    got = one(site.url + path, FetchOptions(allow_private=True, max_page_bytes=1_000_000))
    assert isinstance(got, Issue)
    assert (got.stage, got.code, got.severity, got.source) == ("sources", code, "error", site.url + path)
    assert word in got.message


def test_loopback_is_refused_unless_allowed(site: Any) -> None:
    got = one(f"{site.url}/page", FetchOptions())
    assert isinstance(got, Issue)
    assert got.code == "fetch-refused"
    assert "127.0.0.1" in got.message
    assert site.seen == []


def test_robots_rules_are_respected_and_asked_once_a_site(site: Any) -> None:
    site.robots = (200, b"User-agent: sayso\nDisallow: /page\n")
    got = list(collect([f"{site.url}/page"], OPEN))
    assert [getattr(found, "code", None) for found in got] == ["fetch-refused"]
    assert site.seen == ["/robots.txt"]


def test_robots_that_cannot_be_had_forbid_everything(site: Any) -> None:
    site.robots = (403, b"")
    assert isinstance(one(f"{site.url}/page"), Fetched)
    site.robots = (500, b"")
    got = one(f"{site.url}/page", FetchOptions(allow_private=True, attempts=1))
    assert isinstance(got, Issue)
    assert "robots.txt" in got.message


def test_busy_server_is_asked_again(site: Any) -> None:
    site.busy_first = 1
    assert isinstance(one(f"{site.url}/busy"), Fetched)
    assert site.seen.count("/busy") == 2


def test_busy_server_is_given_up_after_the_attempts(site: Any) -> None:
    site.busy_first = 9
    got = one(f"{site.url}/busy")
    assert isinstance(got, Issue)
    assert (got.code, site.seen.count("/busy")) == ("bad-status", 2)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "http://user:secret@example.org/",
        "http://",
        "http://exa mple.org/",
        "http://[::1",
    ],
)
def test_unfit_urls_are_refused_without_a_lookup(url: str) -> None:
    got = one(url)
    assert isinstance(got, Issue)
    assert got.code == "fetch-refused"


def test_unreachable_host_is_an_issue() -> None:
    got = one("http://127.0.0.1:9/x", FetchOptions(allow_private=True, attempts=1, timeout_seconds=2))
    assert isinstance(got, Issue)
    # Port 9 answers neither for robots.txt nor for the page.
    assert got.code == "fetch-refused"
