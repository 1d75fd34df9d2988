from __future__ import annotations

import gzip
import hashlib
import io
import json
import random
import time
import tracemalloc
import zipfile
from pathlib import Path

import brotli
import pytest

from sayso.model.capture import Fetched
from sayso.model.issue import Issue
from sayso.sources import FetchOptions, collect
from sources.archives.making import Warc, archive, page

FLIPS = 500


def taken(
    path: Path, content: bytes, options: FetchOptions | None = None
) -> tuple[list[Fetched], list[Issue]]:
    path.write_bytes(content)
    found = list(collect([str(path)], options))
    return [f for f in found if isinstance(f, Fetched)], [f for f in found if isinstance(f, Issue)]


def codes(issues: list[Issue]) -> list[str]:
    return [issue.code for issue in issues if issue.code != "archive"]


ENDINGS = pytest.mark.parametrize(("packed", "ending"), [(True, ".warc.gz"), (False, ".warc")])


@ENDINGS
def test_pages_come_with_url_date_and_place_in_the_file(tmp_path: Path, packed: bool, ending: str) -> None:
    made = archive(3, packed)
    pages, issues = taken(tmp_path / f"crawl{ending}", made.bytes)
    assert [p.content for p in pages] == [page(0), page(1), page(2)]
    last = pages[2].capture
    assert (last.name, last.media, last.encoding) == ("https://gazette.example/2", "text/html", "utf-8")
    assert last.fetched_on == "2031-05-01T10:00:00+00:00"
    assert last.location == f"{tmp_path / 'crawl'}{ending}#{made.starts[2]}"
    assert [(i.code, i.severity, i.message) for i in issues] == [("archive", "note", "3 pages.")]


def test_what_is_no_page_is_counted(tmp_path: Path) -> None:
    made = Warc().record("request", "https://gazette.example/1", b"GET / HTTP/1.1\r\n\r\n")
    made.answer("https://gazette.example/old", b"", {"Location": "/new"}, "301 Moved Permanently")
    made.answer("https://gazette.example/gone", b"", status="410 Gone")
    made.answer("https://gazette.example/logo.png", b"\x89PNG\r\n\x1a\n", {"Content-Type": "image/png"})
    made.answer("https://gazette.example/1", page(1))
    made.record("conversion", "https://gazette.example/1", b"The bridge is open.", None, "text/plain")
    pages, issues = taken(tmp_path / "a.warc.gz", made.bytes)
    assert [p.capture.media for p in pages] == ["text/html", "text/plain"]
    assert [i.message for i in issues] == [
        "2 pages; passed over: 1 answers with an error, 1 pictures, scripts and other files, 1 redirects, "
        "1 requests."
    ]


def test_bodies_are_unpacked_and_joined(tmp_path: Path) -> None:
    chunks = b"".join(b"%x;a=b\r\n%s\r\n" % (len(part), part) for part in (page(1)[:50], page(1)[50:]))
    made = Warc().answer("https://a.example/1", gzip.compress(page(0), mtime=0), {"Content-Encoding": "gzip"})
    made.answer("https://a.example/2", chunks + b"0\r\n\r\n", {"Transfer-Encoding": "chunked"})
    made.answer("https://a.example/3", brotli.compress(page(2)), {"Content-Encoding": "br"})
    made.answer("https://a.example/4", page(3), {"Transfer-Encoding": "chunked"})
    pages, issues = taken(tmp_path / "a.warc.gz", made.bytes)
    assert [p.content for p in pages] == [page(0), page(1), page(2), page(3)]
    assert not codes(issues)


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ({"Transfer-Encoding": "chunked"}, b"4\r\nabcd\r\n9\r\nab"),
        ({"Content-Encoding": "gzip"}, gzip.compress(page(0), mtime=0)[:-30]),
        ({"Content-Encoding": "br"}, brotli.compress(page(0))[:-9]),
        ({"Content-Encoding": "zstd"}, b"x"),
    ],
)
def test_a_body_that_breaks_off_is_no_page(tmp_path: Path, headers: dict[str, str], body: bytes) -> None:
    made = Warc().answer("https://a.example/1", body, headers).answer("https://a.example/2", page(2))
    pages, issues = taken(tmp_path / "a.warc.gz", made.bytes)
    assert [p.content for p in pages] == [page(2)]
    assert codes(issues) == ["broken-record"]
    assert issues[0].offset == 0


@ENDINGS
def test_a_file_cut_anywhere_keeps_what_is_whole(tmp_path: Path, packed: bool, ending: str) -> None:
    made = archive(4, packed)
    ends = [*made.starts[1:], len(made.bytes)]
    for edge in [0, *ends]:
        for cut in range(max(edge - 1, 1), min(edge + 2, len(made.bytes))):
            pages, issues = taken(tmp_path / f"a{ending}", made.bytes[:cut])
            whole = [page(n) for n, end in enumerate(ends) if end <= cut]
            assert [p.content for p in pages][: len(whole)] == whole
            assert cut in ends or codes(issues), f"cut at {cut} of {ends}: nothing said"


@ENDINGS
def test_no_flipped_bit_goes_unreported_or_takes_other_records_along(
    tmp_path: Path, packed: bool, ending: str
) -> None:
    made = archive(4, packed)
    good = {page(n) for n in range(4)}
    dice = random.Random(7)
    for _ in range(FLIPS):
        spoilt = bytearray(made.bytes)
        bit = dice.randrange(len(spoilt) * 8)
        spoilt[bit // 8] ^= 1 << (bit % 8)
        pages, issues = taken(tmp_path / f"a{ending}", bytes(spoilt))
        got = {p.content for p in pages}
        assert got <= good
        assert len(good - got) <= 1
        assert got == good or codes(issues), f"bit {bit} cost a page, and nothing said so"


def test_two_broken_records_do_not_end_the_run(tmp_path: Path) -> None:
    made = archive(5)
    spoilt = bytearray(made.bytes)
    for start in (made.starts[1], made.starts[3]):
        spoilt[start + 60] ^= 0xFF
    pages, issues = taken(tmp_path / "a.warc.gz", bytes(spoilt))
    assert [p.content for p in pages] == [page(0), page(2), page(4)]
    assert [(i.code, i.offset) for i in issues if i.code != "archive"] == [
        ("broken-record", made.starts[1]),
        ("broken-record", made.starts[3]),
    ]


@pytest.mark.parametrize("where", ["member", "gzip", "br"])
def test_bombs_are_refused_soon_and_in_little_memory(tmp_path: Path, where: str) -> None:
    zeros = b"\0" * 20_000_000
    if where == "member":
        bomb = gzip.compress(b"WARC/1.0\r\n" + zeros * 20, mtime=0)
    else:
        packed = gzip.compress(zeros, mtime=0) if where == "gzip" else brotli.compress(zeros, quality=4)
        bomb = Warc().answer("https://a.example/1", packed, {"Content-Encoding": where}).bytes
    content = bomb + archive(1).bytes
    tracemalloc.start()
    begun = time.process_time()
    pages, issues = taken(tmp_path / "a.warc.gz", content, FetchOptions(max_page_bytes=5_000_000))
    spent = time.process_time() - begun
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [p.content for p in pages] == [page(0)]
    assert codes(issues)[0] in ("too-large", "broken-record")
    assert spent < 2
    assert most < 60_000_000


def wacz(
    warc: bytes, digest: str, name: str = "archive/data.warc.gz", how: int = zipfile.ZIP_STORED
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as packed:
        packed.writestr(name, warc)
        listed = {"resources": [{"path": name, "hash": f"sha256:{digest}"}]}
        packed.writestr("datapackage.json", json.dumps(listed))
    return out.getvalue()


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_wacz_is_opened_and_its_digests_are_checked(tmp_path: Path, how: int) -> None:
    warc = archive(2).bytes
    pages, issues = taken(tmp_path / "a.wacz", wacz(warc, hashlib.sha256(warc).hexdigest(), how=how))
    assert [p.content for p in pages] == [page(0), page(1)]
    assert pages[0].capture.location == f"{tmp_path / 'a.wacz'}!archive/data.warc.gz#0"
    assert not codes(issues)
    pages, issues = taken(tmp_path / "b.wacz", wacz(warc, "0" * 64))
    assert len(pages) == 2
    assert codes(issues) == ["other-digest"]


def test_wacz_names_lead_nowhere(tmp_path: Path) -> None:
    pages, _ = taken(tmp_path / "in.wacz", wacz(archive(1).bytes, "", "../../out.warc.gz"))
    assert len(pages) == 1
    assert [p.name for p in tmp_path.iterdir()] == ["in.wacz"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.wacz", b"no zip", "broken-archive"),
        ("a.wacz", wacz(b"", "", "readme.txt"), "no-archive"),
        ("a.warc.gz", b"", "empty"),
        ("a.warc", b"Nothing of the kind.", "not-a-record"),
        ("a.warc.gz", gzip.compress(b"Nothing of the kind.", mtime=0), "broken-record"),
        ("a.warc.zst", b"\x28\xb5\x2f\xfd rest", "zstandard"),
    ],
)
def test_what_is_no_archive_is_an_issue(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    pages, issues = taken(tmp_path / name, content)
    assert not pages
    assert issues[0].code == code
    assert issues[0].severity == "error"


def test_archives_in_a_folder_are_read_in_their_turn(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"The bridge is open.")
    (tmp_path / "b.warc.gz").write_bytes(archive(1).bytes)
    (tmp_path / "c.txt").write_bytes(b"The bridge is shut.")
    names = [f.capture.name for f in collect([str(tmp_path)]) if isinstance(f, Fetched)]
    assert names == ["a.txt", "https://gazette.example/0", "c.txt"]
