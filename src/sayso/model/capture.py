"""Bytes as they were found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capture:
    """Fetched bytes: their hash, where and when they came from.

    `id` is ``cap-`` and hex of the content's SHA-256 (so equal bytes are one capture body); `name` the
    file name or URL as read; `location` the full path or final URL; `media` the media type that the
    source declares or that the name's ending says; `encoding` what the transport declared; `fetched_on`
    an ISO instant for what came over a network, None for files and standard input (a file's own dates
    change with every copy and would make a ledger depend on them).
    """

    id: str
    name: str
    location: str
    media: str
    sha256: str
    size: int
    encoding: str | None = None
    fetched_on: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A capture together with its bytes, on the way from `sources` to `articles` and the store."""

    capture: Capture
    content: bytes
