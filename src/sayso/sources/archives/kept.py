"""What a record of a web archive keeps."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """A body that a record keeps: the URL that it answered, when, and as what it was declared."""

    offset: int
    url: str
    taken_on: str | None
    declared: str
    content: bytes
    found_at: str | None = None
    """The address after redirects, where the archive tells it."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A record that keeps no page: why, in a few words that are counted ("redirects", "requests")."""

    why: str
