"""Pages on the web, asked for by their URL."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from sayso.model.capture import Fetched
from sayso.model.errors import FetchRefused
from sayso.model.issue import Issue
from sayso.sources.content import guess_media, looks_binary
from sayso.sources.kind import Kind, issue, make_fetched
from sayso.sources.options import FetchOptions

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,20}://")
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


def collect_page(target: str, options: FetchOptions) -> Iterator[Fetched | Issue]:
    """Yield the page that the URL leads to, or the reason why there is none."""
    # Imported here: the HTTP library is slow to load, and most runs read files only.
    from sayso.sources.network.addresses import Unreachable
    from sayso.sources.network.session import Session

    session = Session(options)
    try:
        page = session.fetch(target)
        if page.answer.status != 200:
            yield issue("bad-status", f"The server answered with status {page.answer.status}.", target)
            return
        content = page.answer.content
        media, encoding = _declared(page.answer.headers.get("content-type", ""), content)
        yield make_fetched(
            content,
            name=target,
            location=page.url,
            media=media,
            encoding=encoding,
            fetched_on=datetime.now(UTC).isoformat(timespec="seconds"),
        )
    except FetchRefused as refusal:
        yield issue("fetch-refused", f"The page was not fetched: {refusal}.", target)
    except Unreachable as failure:
        yield issue("unreachable", f"The page could not be fetched: {failure}.", target)
    finally:
        session.close()


def _declared(header: str, content: bytes) -> tuple[str, str | None]:
    """Return media type and charset that the header declares.

    Raises:
        FetchRefused: it declares, or holds, something that is no article.
    """
    declared = header.split(";", 1)[0].strip().lower()
    charset = _CHARSET.search(header)
    media = _MEDIA.get(declared)
    if declared in ("", "application/octet-stream", "binary/octet-stream"):
        media = guess_media(content)
    if media is None:
        raise FetchRefused(f"it is {declared[:60]}, not a text, page or PDF")
    if media != "application/pdf" and looks_binary(content):
        raise FetchRefused("it is binary, not text")
    return media, charset.group(1).lower() if charset else None


KIND = Kind("web", 20, lambda target: _SCHEME.match(target) is not None, collect_page)
