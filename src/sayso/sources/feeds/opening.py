"""A list of articles opened, whatever its format is."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from sayso.sources.feeds.item import Item
from sayso.sources.feeds.jsonfeed import items_of_json
from sayso.sources.feeds.sitemap import items_of_sitemap
from sayso.sources.feeds.syndication import NoFeed, items_of_syndication
from sayso.sources.unpacking import Packed, unpacked

__all__ = ["Item", "NoFeed", "items_of"]


def items_of(content: bytes, url: str, limit: int) -> Iterator[Item | str]:
    """Yield what a feed or sitemap lists, and for each entry that cannot be used a sentence that says why.

    The format is told by what the document holds, for servers often name it wrongly. Sitemaps may be packed
    by gzip; `limit` is the most bytes that they may unpack to.

    Raises:
        NoFeed: it is neither RSS, Atom, JSON Feed nor a sitemap.
    """
    if content.startswith(b"\x1f\x8b"):
        try:
            content = unpacked([content], "gzip", limit)
        except Packed as error:
            raise NoFeed(f"it cannot be unpacked: {error}") from None
    head = content.removeprefix(codecs.BOM_UTF8).lstrip()[:2048]
    if head.startswith(b"{"):
        yield from items_of_json(content, url)
    elif re.search(rb"<(?:\w+:)?(?:urlset|sitemapindex)\b", content[:65536]):
        yield from items_of_sitemap(content)
    else:
        yield from items_of_syndication(content, url)
