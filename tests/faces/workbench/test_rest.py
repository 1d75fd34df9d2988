"""The REST interface: described, paged, tagged; errors as problems; new statements as events."""

from __future__ import annotations

import http.client
import json
import shutil
from pathlib import Path
from urllib.parse import quote

from faces.workbench.serving import Site, site_of
from sayso.api import demo_folder, open_ledger


def asked(site: Site, path: str) -> dict[str, object]:
    answer = site.ask(path)
    assert answer.status == 200, answer.text
    found: dict[str, object] = json.loads(answer.text)
    return found


def test_every_address_that_is_described_answers(demo: Site) -> None:
    described = asked(demo, "/api/v1/openapi.json")
    assert str(described["openapi"]).startswith("3.")
    point = demo.ledger.pages.board(1).items[0]
    said = point.answers[0].lines[0]
    values = {
        "/api/v1/questions/{key}": point.id, "/api/v1/statements/{key}": said.line.id,
        "/api/v1/articles/{key}": said.article_id, "/api/v1/places/{name}": point.place or "",
        "/api/v1/claimers/{name}": point.answers[0].by[0], "/api/v1/records/{name}": point.answers[0].by[0],
    }  # fmt: skip
    paths = described["paths"]
    assert isinstance(paths, dict)
    for path in paths:
        if path.endswith("/events") or "get" not in paths[path]:
            continue
        full = path.replace("{number}", "0").replace("{kind}", "questions")
        full = full.replace("{key}", values.get(path, point.id)).replace(
            "{name}", quote(values.get(path, ""), safe="")
        )
        full = full.replace("{place}", quote(point.place or "", safe=""))
        extra = {
            "/api/v1/search": "?q=bridge", "/api/v1/nearest": "?sentence=bridge+taken",
            "/api/v1/brief": "?since=2031-03-05", "/api/v1/changes": "?since=2031-03-05",
        }.get(path, "")  # fmt: skip
        assert demo.ask(full + extra).status == 200, full


def test_lists_are_paged_and_linked(demo: Site) -> None:
    first = demo.ask("/api/v1/board?limit=2")
    page = json.loads(first.text)
    assert (len(page["items"]), page["limit"], page["offset"]) == (2, 2, 0)
    assert 'rel="next"' in first.headers["link"]
    assert 'rel="prev"' not in first.headers["link"]
    second = json.loads(demo.ask("/api/v1/board?limit=2&offset=2").text)
    assert not {item["id"] for item in page["items"]} & {item["id"] for item in second["items"]}
    everything = json.loads(demo.ask("/api/v1/board?limit=200").text)
    assert [item["id"] for item in everything["items"]][:4] == [
        i["id"] for i in page["items"] + second["items"]
    ]


def test_answers_carry_a_tag(demo: Site) -> None:
    tag = demo.ask("/api/v1/state").headers["etag"]
    assert demo.ask("/api/v1/state", if_none_match=tag).status == 304


def test_errors_are_problems(demo: Site) -> None:
    for path, status in (
        ("/api/v1/questions/none", 404), ("/api/v1/nowhere", 404), ("/api/v1/board?limit=0", 422),
        ("/api/v1/export/statements?format=none", 400), ("/api/v1/search", 422),
    ):  # fmt: skip
        answer = demo.ask(path)
        assert answer.status == status, path
        assert answer.headers["content-type"].startswith("application/problem+json")
        problem = json.loads(answer.text)
        assert problem["status"] == status
        assert problem["detail"]


def test_an_export_is_the_whole_kind(demo: Site) -> None:
    lines = demo.ask("/api/v1/export/statements").text.splitlines()
    assert len(lines) == demo.ledger.pages.counts().statements
    assert all(json.loads(line)["evidence"] for line in lines)


def test_new_statements_are_told_as_they_come(demo_ledger: Path, tmp_path: Path) -> None:
    path = tmp_path / "growing.db"
    with demo_folder() as demo:
        with open_ledger(path, demo / "profile.toml") as ledger:
            ledger.read(sorted((demo / "articles").iterdir())[:1])
        with site_of(open_ledger(path)) as site:
            connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=20)
            connection.request("GET", "/api/v1/events")
            answer = connection.getresponse()
            assert answer.getheader("content-type", "").startswith("text/event-stream")
            assert answer.readline().startswith(b"retry:")
            with open_ledger(path, demo / "profile.toml") as ledger:
                ledger.read(sorted((demo / "articles").iterdir())[1:2])
            lines = []
            while not lines or not lines[-1].startswith(b"data:"):
                lines.append(answer.readline())
            said = json.loads(lines[-1].removeprefix(b"data:"))
            assert said["line"]["evidence"]
            number = int(next(line for line in lines if line.startswith(b"id:")).removeprefix(b"id:"))
            assert number > 1
            answer.close()
            connection.close()
    shutil.rmtree(tmp_path, ignore_errors=True)
