"""Captures as web archives, and back."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from pipeline.readers import FirstWords
from sayso.exports import Material, written
from sayso.exports.wacz import sort_key
from sayso.exports.warc import address_of
from sayso.ledger import open_view, open_writer
from sayso.model.capture import Fetched
from sayso.model.errors import LedgerBroken
from sayso.model.issue import Issue
from sayso.model.profile import Profile
from sayso.pipeline.engines.inline import InlineEngine
from sayso.pipeline.read import take_in
from sayso.sources import collect
from sayso.sources.kind import make_fetched

STORY = (
    "Rebels seize the mill at {place}\n\nThe commander of the eastern brigade said on Monday that his men "
    "had taken the mill at {place} after a day of heavy fighting along the river.\n"
)


def _page(url: str, place: str, encoding: str | None = None, found_at: str | None = None) -> Fetched:
    body = "".join(f"<p>{line}</p>" for line in STORY.format(place=place).split("\n\n"))
    return make_fetched(
        f"<html><body><article>{body}</article></body></html>".encode(encoding or "utf-8"), name=url,
        location=found_at or url, media="text/html", encoding=encoding,
        fetched_on="2031-03-04T05:06:07+00:00",
    )  # fmt: skip


def _inputs(folder: Path) -> Iterator[Fetched | Issue]:
    folder.mkdir(exist_ok=True)
    (folder / "ford é%20#1.txt").write_text(STORY.format(place="Ford"), "utf-8")
    (folder / "rows.jsonl").write_text(
        "\n".join(
            json.dumps({"url": f"https://r.example/{n}", "text": STORY.format(place=f"R{n}")}) for n in (1, 2)
        )
    )
    yield from collect([str(folder)])
    yield _page("https://www.gazette.example/a?b=ü c", "Gate")
    yield _page("https://wire.example/b", "Édle", "iso-8859-1")
    yield _page("https://wire.example/b", "Sund", found_at="https://m.wire.example/c")


def _read(path: Path, inputs: Iterator[Fetched | Issue]) -> None:
    with open_writer(path) as writer:
        take_in(writer, inputs, InlineEngine(FirstWords(), Profile()), Profile())


def _told(path: Path) -> dict[str, Any]:
    with open_view(path) as view:
        assert view.verify() == []
        return {
            "articles": list(view.articles()),
            "statements": list(view.statements()),
            "captures": [
                (c.name, c.media, c.encoding, c.sha256, c.fetched_on)
                for a in view.articles()
                if (found := view.capture(a.id)) and (c := found[0])
            ],
        }


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    _read(tmp_path / "l.db", _inputs(tmp_path / "in"))
    return tmp_path / "l.db"


def _bytes(path: Path, form: str) -> bytes:
    with open_view(path) as view:
        return b"".join(written(Material((), "captures", view), form))


@pytest.mark.parametrize("form", ["warc", "wacz"])
def test_read_back_it_is_the_same_ledger(ledger: Path, tmp_path: Path, form: str) -> None:
    made = _bytes(ledger, form)
    assert made == _bytes(ledger, form)
    path = tmp_path / f"out.{'warc.gz' if form == 'warc' else form}"
    path.write_bytes(made)
    _read(tmp_path / "again.db", collect([str(path)]))
    told = _told(ledger)
    assert len(told["articles"]) == 6
    assert _told(tmp_path / "again.db") == told


def test_other_programs_read_the_archive(ledger: Path) -> None:
    found = list(ArchiveIterator(io.BytesIO(_bytes(ledger, "warc")), check_digests="raise"))
    kinds = [record.rec_type for record in found]
    assert kinds == ["warcinfo", *["resource"] * 5]
    named = {r.rec_headers["WARC-Target-URI"]: r.rec_headers for r in found[1:]}
    assert named["https://wire.example/b"]["WARC-Date"] == "2031-03-04T05:06:07Z"
    assert named["file:///ford%20%C3%A9%2520%231.txt"]["Sayso-Fetched"] == "no"
    assert len({r.rec_headers["WARC-Record-ID"] for r in found}) == 6


def test_a_wacz_has_digests_an_index_and_pages(ledger: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(_bytes(ledger, "wacz"))) as packed:
        listed = json.loads(packed.read("datapackage.json"))["resources"]
        assert {row["path"] for row in listed} == {
            "archive/data.warc.gz", "indexes/index.cdxj", "pages/pages.jsonl",
        }  # fmt: skip
        for row in listed:
            content = packed.read(row["path"])
            assert row["hash"] == f"sha256:{sha256(content).hexdigest()}"
            assert row["bytes"] == len(content)
        digest = json.loads(packed.read("datapackage-digest.json"))["hash"]
        assert digest == f"sha256:{sha256(packed.read('datapackage.json')).hexdigest()}"
        archive = packed.read("archive/data.warc.gz")
        index = packed.read("indexes/index.cdxj").decode().splitlines()
        pages = packed.read("pages/pages.jsonl").decode().splitlines()
        assert packed.getinfo("archive/data.warc.gz").compress_type == zipfile.ZIP_STORED
    assert index == sorted(index)
    assert len(index) == len(pages) - 1 == 5
    for line in index:
        told = json.loads(line.split(" ", 2)[2])
        piece = archive[int(told["offset"]) :][: int(told["length"])]
        (record,) = ArchiveIterator(io.BytesIO(piece))
        assert record.rec_headers["WARC-Target-URI"] == told["url"]


def test_bytes_that_are_lost_are_said(ledger: Path) -> None:
    for path in (ledger.parent / "l.db.captures").rglob("*"):
        if path.is_file():
            path.unlink()
    with pytest.raises(LedgerBroken, match="missing or changed"):
        _bytes(ledger, "warc")


@pytest.mark.parametrize(
    ("name", "address", "key"),
    [
        ("https://www.A.example/B?C=d", "https://www.A.example/B?C=d", "example,a)/b?c=d"),
        ("http://a.example:81", "http://a.example:81", "example,a:81)/"),
        ("a b/ü.txt", "file:///a%20b/%C3%BC.txt", "file:///a%20b/%C3%BC.txt"),
        ("../../etc/x", "file:///../../etc/x", "file:///../../etc/x"),
    ],
)
def test_addresses(name: str, address: str, key: str) -> None:
    assert address_of(name) == address
    assert sort_key(address) == key
