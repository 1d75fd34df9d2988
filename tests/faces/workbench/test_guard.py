"""Who may ask, from where, and what every answer forbids the browser."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from faces.workbench.serving import Site, site_of
from sayso.api import open_ledger
from sayso.faces.workbench.app import make_app
from sayso.faces.workbench.guard import LONGEST_BODY, refused
from sayso.faces.workbench.links import outside
from sayso.faces.workbench.serving import Serving, is_loopback, secret_from
from sayso.model.errors import UsageError

HERE = {"host": "127.0.0.1:8765"}


def status(headers: dict[str, str], serving: Serving | None = None, method: str = "GET") -> int | None:
    answer = refused(method, {**HERE, **headers}, serving or Serving())
    return None if answer is None else answer.status_code


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765"])
def test_this_machine_is_answered(host: str) -> None:
    assert status({"host": host}) is None


@pytest.mark.parametrize(
    "host",
    [
        "evil.test",
        "evil.test:8765",
        "127.0.0.1:9",
        "127.0.0.1.evil.test:8765",
        "",
        "localhost:x",
        "10.0.0.7:8765",
    ],
)
def test_a_foreign_name_is_not(host: str) -> None:
    assert status({"host": host}) == 421


def test_a_name_that_was_told_is_answered() -> None:
    serving = Serving(host="10.0.0.7", secret="long enough a secret", names=("bench.example",))
    words = "Basic " + base64.b64encode(b"anybody:long enough a secret").decode()
    assert status({"host": "bench.example", "authorization": words}, serving) is None
    assert status({"host": "10.0.0.7:8765", "authorization": words}, serving) is None
    assert status({"host": "other.example:8765", "authorization": words}, serving) == 421


@pytest.mark.parametrize(
    "words",
    ["", "Basic", "Basic ???", "Bearer wrong", "Basic " + base64.b64encode(b"a:wrong").decode(), "Digest x"],
)
def test_without_the_secret_nothing_is_shown(words: str) -> None:
    assert status({"authorization": words}, Serving(secret="long enough a secret")) == 401


def test_the_secret_opens_as_password_and_as_token() -> None:
    serving = Serving(secret="long enough a secret")
    assert status({"authorization": "Bearer long enough a secret"}, serving) is None


def test_other_sites_load_nothing_but_may_link_here() -> None:
    assert (
        status({"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"})
        == 403
    )
    visit = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert status(visit) is None
    assert status({**visit, "sec-fetch-dest": "iframe"}) == 403
    assert status(visit, method="POST") == 403


def test_other_sites_change_nothing() -> None:
    assert status({"origin": "http://evil.test"}, method="POST") == 403
    assert status({"origin": "null"}, method="POST") == 403
    assert status({"origin": "http://127.0.0.1:8765"}, method="POST") is None


def test_what_changes_something_needs_the_token(demo: Site) -> None:
    form = "application/x-www-form-urlencoded"
    assert demo.ask("/review", "POST", "act=accept", content_type=form).status == 403
    assert demo.ask("/review", "POST", "token=wrong&act=accept", content_type=form).status == 403
    assert demo.ask("/api/v1/judgements", "POST", "{}", x_sayso_token="wrong").status == 403
    assert demo.ask("/", "DELETE").status == 403
    assert demo.ask("/review", "POST", "x" * (LONGEST_BODY + 1), content_type=form).status == 413


def test_every_answer_is_locked_down(demo: Site) -> None:
    for path in ("/", "/nowhere", "/api/v1/state", "/help"):
        headers = demo.ask(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-frame-options"] == "DENY"
    assert demo.ask("/", host="evil.test").status == 421


def test_beyond_this_machine_a_secret_is_demanded(tmp_path: Path) -> None:
    ledger = open_ledger(tmp_path / "none.db")
    with pytest.raises(UsageError, match="name a file with a secret"):
        make_app(ledger, Serving(host="0.0.0.0"))
    make_app(ledger, Serving(host="0.0.0.0", secret="long enough a secret"))


def test_a_secret_is_read_from_its_file(tmp_path: Path) -> None:
    (tmp_path / "short").write_text("short\n")
    (tmp_path / "long").write_text("  a secret of some length\n")
    assert secret_from(tmp_path / "long") == "a secret of some length"
    for name in ("short", "missing"):
        with pytest.raises(UsageError):
            secret_from(tmp_path / name)


def test_a_stored_capture_is_saved_and_never_shown(demo: Site) -> None:
    key = demo.ledger.pages.articles(None, 1).items[0].article.id
    answer = demo.ask(f"/article/{key}/capture")
    assert answer.status == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="cap-')
    assert answer.headers["content-type"] == "application/octet-stream"
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://paper.example/a?b=c", True),
        ("http://paper.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//paper.example/x", False),
        ("http:///x", False),
        ("https://[broken", False),
        ("report.txt", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(address: str | None, kept: bool) -> None:
    assert (outside(address) is not None) is kept


def test_loopback_is_known() -> None:
    assert [is_loopback(h) for h in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "example")] == [True] * 3 + [
        False
    ] * 2


def test_a_served_secret_works_end_to_end(demo_ledger: Path) -> None:
    with site_of(open_ledger(demo_ledger), secret="long enough a secret") as site:
        assert site.ask("/").status == 401
        assert site.ask("/", authorization="Bearer long enough a secret").status == 200
