from __future__ import annotations

import os
from pathlib import Path

import pytest

from sayso.model.capture import Fetched
from sayso.model.issue import Issue
from sayso.sources import FetchOptions, collect


def names(*targets: Path | str, options: FetchOptions | None = None) -> list[str]:
    return [
        found.capture.name if isinstance(found, Fetched) else f"{found.severity}:{found.code}:{found.source}"
        for found in collect([str(target) for target in targets], options)
    ]


def test_file_is_named_by_its_file_name(tmp_path: Path) -> None:
    (tmp_path / "one.TXT").write_bytes(b"The bridge is open.")
    (found,) = collect([str(tmp_path / "one.TXT")])
    assert isinstance(found, Fetched)
    assert found.capture.name == "one.TXT"
    assert found.capture.location == str(tmp_path / "one.TXT")
    assert found.capture.media == "text/plain"
    assert found.capture.size == 19
    assert found.capture.id == "cap-" + found.capture.sha256
    assert found.capture.fetched_on is None


def test_equal_bytes_are_one_capture(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"same")
    first, second = collect([str(tmp_path)])
    assert isinstance(first, Fetched)
    assert isinstance(second, Fetched)
    assert first.capture.id == second.capture.id


def test_folder_is_walked_sorted_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    for name in ("c.md", "a.html", "b/z.json", "b/deep/y.jsonl", ".hidden.txt", ".git/x.txt", "b/pic.jpg"):
        (tmp_path / name).write_bytes(b"{}")
    assert names(tmp_path) == [
        "a.html", "b/deep/y.jsonl", "note:unknown-ending:b/pic.jpg", "b/z.json", "c.md",
    ]  # fmt: skip


def test_folder_that_leads_into_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "back").symlink_to(tmp_path)
    (tmp_path / "in" / "a.txt").write_bytes(b"x")
    (tmp_path / "self.txt").symlink_to("self.txt")
    got = names(tmp_path)
    assert got == ["in/a.txt", "warning:folder-loop:in/back", "error:unreadable:self.txt"]


def test_very_deep_folder_is_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depth = 1200
    monkeypatch.chdir(tmp_path)
    for _ in range(depth):
        Path("d").mkdir()
        os.chdir("d")
    Path("last.txt").write_bytes(b"x")
    try:
        assert names(tmp_path) == ["d/" * depth + "last.txt"]
    finally:
        Path("last.txt").unlink()
        for _ in range(depth):
            os.chdir("..")
            Path("d").rmdir()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("pic.png", b"\x89PNG\r\n\x1a\n", "unknown-ending"),
        ("noending", b"text", "unknown-ending"),
        ("tool.txt", b"\x7fELF\x02\x01\x01" + bytes(200), "binary"),
        ("noise.txt", bytes(range(256)) * 40, "binary"),
        ("archive.html", b"PK\x03\x04zip", "binary"),
        ("large.txt", b"a" * 101, "too-large"),
    ],
)
def test_unfit_files(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    (found,) = collect([str(tmp_path / name)], FetchOptions(max_bytes=100 if code == "too-large" else 10**6))
    assert isinstance(found, Issue)
    assert (found.code, found.source, found.severity) == (code, name, "error")
    assert name in found.message


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"One stray \x00 in a long enough sentence of text.",
        "Полдень".encode("utf-16"),
        "Noon, noon".encode("utf-16-le"),
    ],
)
def test_text_in_any_encoding_is_not_binary(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    assert names(tmp_path / "a.txt") == ["a.txt"]


def test_missing_and_dangling(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    assert names(tmp_path / "no.txt", tmp_path / "gone.txt", "", "bad\0name") == [
        f"error:missing:{tmp_path / 'no.txt'}",
        "error:missing:gone.txt",
        "error:unknown-target:",
        "error:missing:bad\\x00name",
    ]


def test_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert names(tmp_path) == ["error:not-a-file:pipe.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable(tmp_path: Path) -> None:
    (tmp_path / "locked.txt").write_bytes(b"x")
    (tmp_path / "locked.txt").chmod(0)
    assert names(tmp_path) == ["error:unreadable:locked.txt"]


def test_name_that_is_no_unicode_is_spelt_out(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(b"x")
    assert names(tmp_path) == ["caf\\xe9.txt"]
