"""What every format provides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.articles.page import Page
from sayso.model.capture import Fetched
from sayso.model.issue import Issue, Severity

MAX_CHARS = 500_000
"""The longest text that is taken as one article: ten times the longest reports that newspapers print."""

MAX_LINES = 10_000
"""The most lines that are taken as one article."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: a module of this room that holds a `FORMAT` is found by itself.

    `media` are the media types that it reads; `pages` yields the pages in a capture and its issues, and
    raises nothing.
    """

    name: str
    media: frozenset[str]
    pages: Callable[[Fetched], Iterator[Page | Issue]]


def issue(
    code: str,
    message: str,
    source: str,
    *,
    severity: Severity = "error",
    offset: int | None = None,
    line: int | None = None,
) -> Issue:
    """Return an issue of this room."""
    return Issue("articles", code, message, source, severity, offset, line)
