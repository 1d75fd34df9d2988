"""RSS and Atom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

import feedparser

from sayso.sources.feeds.item import Item, tidied


class NoFeed(ValueError):
    """The document is no feed, or one that is not safe to read."""


def items_of_syndication(content: bytes, url: str) -> Iterator[Item | str]:
    """Yield the entries of an RSS or Atom feed, and for each that cannot be used a sentence that says why.

    Only bytes are handed to the library, which would open a path or an address given as text.

    Raises:
        NoFeed: nothing in it reads like a feed, or it declares entities (as no feed need, and bombs do).
    """
    if re.search(rb"<!ENTITY", content[:65536], re.IGNORECASE):
        raise NoFeed("it declares XML entities, which no feed needs")
    found = feedparser.parse(content, response_headers={"content-location": url}, sanitize_html=True)
    if not found.get("version") and not found.entries:
        raise NoFeed("it is no RSS or Atom feed")
    for entry in found.entries:
        yield _item(entry, url)


def _item(entry: Any, url: str) -> Item | str:
    # A guid may be an address, too; it stands in where the link is none.
    links = [entry.get("link"), entry.get("id")]
    address = next((t for link in links if link and (t := tidied(urljoin(url, str(link))))), None)
    if address is None:
        return f"an entry without a web address was left out: {str(entry.get('link'))[:80]!r}"
    bodies = [part.get("value", "") for part in entry.get("content", [])]
    return Item(
        address,
        entry.get("title") or None,
        entry.get("published") or None,
        # Past the library's own reading, which gives the day of publication where there is no such field.
        dict.get(entry, "updated") or None,
        max(bodies, key=len, default="") or None,
    )
