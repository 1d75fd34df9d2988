"""Plain text, typed or saved from a web page."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.articles.decoding.decoding import decode
from sayso.articles.format import Format, issue
from sayso.articles.page import Page
from sayso.model.capture import Fetched
from sayso.model.issue import Issue


def pages_of_text(fetched: Fetched) -> Iterator[Page | Issue]:
    """Yield the one page that a text is."""
    capture = fetched.capture
    if not fetched.content.strip():
        yield issue("empty", f"{capture.name!r} is empty.", capture.name)
        return
    decoded = decode(fetched.content, capture.encoding, capture.name)
    yield from decoded.issues
    if decoded.text is not None:
        yield Page(capture.name, decoded.text)


FORMAT = Format("text", frozenset({"text/plain"}), pages_of_text)
