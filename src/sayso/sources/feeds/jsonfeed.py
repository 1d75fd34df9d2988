"""JSON Feed (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from sayso.sources.feeds.item import Item, tidied
from sayso.sources.feeds.syndication import NoFeed


def items_of_json(content: bytes, url: str) -> Iterator[Item | str]:
    """Yield the entries of a JSON Feed, and for each that cannot be used a sentence; raises NoFeed."""
    try:
        feed = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NoFeed(f"it is no JSON: {type(error).__name__}") from None
    entries = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(entries, list):
        raise NoFeed("it is JSON, but no JSON Feed")
    for entry in entries:
        yield _item(entry, url) if isinstance(entry, dict) else "an entry that is no object was left out"


def _item(entry: dict[str, Any], url: str) -> Item | str:
    address = tidied(urljoin(url, _text(entry.get("url")) or _text(entry.get("id")) or ""))
    if address is None:
        return f"an entry without a web address was left out: {str(entry.get('url'))[:80]!r}"
    body = _text(entry.get("content_html"))
    plain = _text(entry.get("content_text"))
    if body is None and plain is not None:
        body = "".join(f"<p>{html.escape(line)}</p>" for line in plain.splitlines() if line.strip())
    return Item(
        address, _text(entry.get("title")), _text(entry.get("date_published")),
        _text(entry.get("date_modified")), body,
    )  # fmt: skip


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None
