"""What can be taken along: exports in all formats, the brief, charts; and what cannot is said."""

from __future__ import annotations

from urllib.parse import quote

from faces.workbench.serving import Site
from sayso.api import export_formats


def test_every_format_is_given_as_a_file_that_is_saved(demo: Site) -> None:
    page = demo.ask("/take").text
    for form in export_formats():
        kind = form.kinds[0]
        path = f"/api/v1/export/{kind}?format={form.name}"
        assert path in page.replace("&amp;", "&")
        answer = demo.ask(path)
        assert answer.status == 200, path
        assert answer.headers["content-disposition"].startswith(f'attachment; filename="{kind}')
        assert answer.headers["content-type"].startswith(form.media.split(";")[0])
        assert answer.text
        if not form.binary:
            assert answer.text == "".join(demo.ledger.export(kind, form.name))


def test_an_export_knows_the_two_dates(demo: Site) -> None:
    with demo.ledger.at("2031-03-05") as then:
        expected = "".join(then.export("statements", "jsonl"))
    assert demo.ask("/api/v1/export/statements?as_of=2031-03-05").text == expected
    assert demo.ask("/api/v1/export/statements?as_of=").text != expected


def test_the_brief_and_the_charts_are_files(demo: Site) -> None:
    place = quote(demo.ledger.pages.board(1).items[0].place or "")
    for path, start in (
        ("/api/v1/brief?since=2031-03-05&until=2031-03-06&format=html", "<!doctype html>"),
        ("/api/v1/brief?since=2031-03-05&format=pdf", "%PDF"),
        ("/api/v1/charts/board?format=svg", "<svg"),
        (f"/api/v1/charts/timeline/{place}?format=svg", "<svg"),
        ("/api/v1/charts/map?format=png&day=2031-03-07", "\ufffdPNG"),
    ):
        answer = demo.ask(path)
        assert answer.status == 200, (path, answer.text[:200])
        assert answer.text.lower().startswith(start.lower()), path
        assert "sandbox" in answer.headers["content-security-policy"]
        assert answer.headers["content-disposition"].startswith("attachment")


def test_what_cannot_be_made_is_said(demo: Site) -> None:
    for path in (
        "/api/v1/export/statements?format=none", "/api/v1/export/issues?format=acled",
        "/api/v1/brief?since=yesterday", "/api/v1/charts/map?day=someday", "/api/v1/export/statements?as_of=x",
    ):  # fmt: skip
        answer = demo.ask(path)
        assert answer.status == 400, path
        assert answer.headers["content-type"] == "application/problem+json"
