"""What a header declares a document to be."""

from __future__ import annotations

import re

from sayso.sources.content import guess_media, looks_binary

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_MEDIA = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
    "text/markdown": "text/markdown",
    "text/x-markdown": "text/markdown",
    "application/json": "application/json",
    "application/ld+json": "application/json",
    "application/x-ndjson": "application/x-ndjson",
    "application/jsonl": "application/x-ndjson",
    "application/jsonlines": "application/x-ndjson",
    "application/pdf": "application/pdf",
}


class NoArticle(ValueError):
    """The document is of a kind that holds no article."""


def declared(header: str, content: bytes) -> tuple[str, str | None]:
    """Return the media type and charset that a Content-Type header declares; guessed where it says nothing.

    Raises:
        NoArticle: it declares, or holds, something that is no article.
    """
    name = header.split(";", 1)[0].strip().lower()
    charset = _CHARSET.search(header)
    media = _MEDIA.get(name)
    if name in ("", "application/octet-stream", "binary/octet-stream"):
        media = guess_media(content)
    if media is None:
        raise NoArticle(f"it is {name[:60]}, not a text, page or PDF")
    if media != "application/pdf" and looks_binary(content):
        raise NoArticle("it is binary, not text")
    return media, charset.group(1).lower() if charset else None
