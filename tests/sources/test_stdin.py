from __future__ import annotations

import io
import sys
from types import SimpleNamespace

import pytest

from sayso.model.capture import Fetched
from sayso.model.issue import Issue
from sayso.sources import FetchOptions, collect


def given(
    monkeypatch: pytest.MonkeyPatch, content: bytes, options: FetchOptions | None = None
) -> Fetched | Issue:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    (only,) = collect(["-"], options)
    return only


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (b"Just a text.", "text/plain"),
        (b"", "text/plain"),
        (b"\xef\xbb\xbf <!DOCTYPE html><p>x", "text/html"),
        (b"%PDF-1.4 ...", "application/pdf"),
        (b'[{"text": "a"}]', "application/json"),
        (b'{"text":\n "a"}', "application/json"),
        (b'{"text": "a"}\n{"text": "b"}\n', "application/x-ndjson"),
    ],
)
def test_media_is_guessed(monkeypatch: pytest.MonkeyPatch, content: bytes, media: str) -> None:
    got = given(monkeypatch, content)
    assert isinstance(got, Fetched)
    assert (got.capture.name, got.capture.media) == ("stdin", media)


@pytest.mark.parametrize(("content", "code"), [(b"a" * 11, "too-large"), (b"\x01\x02\x03\x04", "binary")])
def test_unfit_input(monkeypatch: pytest.MonkeyPatch, content: bytes, code: str) -> None:
    got = given(monkeypatch, content, FetchOptions(max_bytes=10))
    assert isinstance(got, Issue)
    assert (got.code, got.source) == (code, "stdin")


def test_closed_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    (got,) = collect(["-"])
    assert isinstance(got, Issue)
    assert got.code == "unreadable"
