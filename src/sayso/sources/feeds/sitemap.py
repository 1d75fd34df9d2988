"""Sitemaps, those for news among them (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from sayso.sources.feeds.item import Item, tidied
from sayso.sources.feeds.syndication import NoFeed


def items_of_sitemap(content: bytes) -> Iterator[Item | str]:
    """Yield the pages that a sitemap lists, and for each that cannot be used a sentence.

    An index of sitemaps gives nothing but a sentence for each: name the sitemap that is meant.

    Raises:
        NoFeed: it is no sitemap, or declares a document type (as no sitemap need, and bombs do).
    """
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", content, re.IGNORECASE):
        raise NoFeed("it declares a document type, which no sitemap needs")
    try:
        # No document type, so no entities: nothing can grow or be fetched while parsing.
        root = ElementTree.fromstring(content)  # noqa: S314
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise NoFeed(f"it is no XML: {error}") from None
    if _bare(root.tag) not in ("urlset", "sitemapindex"):
        raise NoFeed("it is XML, but no sitemap")
    for entry in root:
        fields = {_bare(part.tag): (part.text or "").strip() for part in entry.iter()}
        link = fields.get("loc", "")
        address = tidied(link)
        if _bare(entry.tag) == "sitemap":
            yield f"a sitemap in this index is not followed: name it itself: {link[:200]}"
        elif address is None:
            yield f"an entry without a web address was left out: {link[:80]!r}"
        else:
            yield Item(
                address,
                fields.get("title") or None,
                fields.get("publication_date") or None,
                fields.get("lastmod") or None,
            )


def _bare(tag: object) -> str:
    return str(tag).rpartition("}")[2].lower()
