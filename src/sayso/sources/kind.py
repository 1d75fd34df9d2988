"""What every kind of source provides, and how a capture is made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.model.capture import Capture, Fetched
from sayso.model.issue import Issue, Severity
from sayso.sources.options import FetchOptions

MEDIA_OF_ENDING = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".md": "text/markdown",
    ".json": "application/json",
    ".jsonl": "application/x-ndjson",
    ".pdf": "application/pdf",
}
"""The endings that are read, and the media type that each stands for."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of source: a module of this room that holds a `KIND` is found by itself.

    `takes` tells whether a target is of this kind; kinds are asked in the order of `rank`, lowest
    first.  `collect` yields the target's captures and issues and raises nothing.
    """

    name: str
    rank: int
    takes: Callable[[str], bool]
    collect: Callable[[str, FetchOptions], Iterator[Fetched | Issue]]


def make_fetched(
    content: bytes,
    *,
    name: str,
    location: str,
    media: str,
    encoding: str | None = None,
    fetched_on: str | None = None,
) -> Fetched:
    """Return the bytes together with their capture record."""
    sha256 = hashlib.sha256(content).hexdigest()
    capture = Capture(
        id=f"cap-{sha256}",
        name=printable(name),
        location=printable(location),
        media=media,
        sha256=sha256,
        size=len(content),
        encoding=encoding,
        fetched_on=fetched_on,
    )
    return Fetched(capture, content)


def issue(
    code: str,
    message: str,
    source: str,
    *,
    severity: Severity = "error",
    offset: int | None = None,
) -> Issue:
    """Return an issue of this room."""
    return Issue("sources", code, message, printable(source), severity, offset)


def printable(name: str) -> str:
    """Return a name fit for records: bytes of a file name that are no UTF-8 are spelt out (``\\xff``)."""
    spelt = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in spelt)
