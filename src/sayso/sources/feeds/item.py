"""One entry of a feed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

# Marks that sites add to count where readers come from; two links that differ in them lead to one page.
_COUNTING = ("utm_", "at_", "mc_")
_COUNTED = frozenset({"fbclid", "gclid", "igshid", "cmp", "ocid", "xtor", "ref_src", "smid"})


@dataclass(frozen=True, slots=True)
class Item:
    """An article that a feed lists: its web address (tidied), and what the feed says of it.

    `changed` is the entry's last change as printed, None where the feed does not tell; `html` the article as
    the feed itself carries it, None where it carries none.
    """

    url: str
    title: str | None = None
    published: str | None = None
    changed: str | None = None
    html: str | None = None


def tidied(link: str) -> str | None:
    """Return a link without its fragment and counting marks; None where it is no http or https address."""
    try:
        parts = urlsplit(link.strip())
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    asked = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith(_COUNTING) and name.lower() not in _COUNTED
    ]
    return urlunsplit((parts.scheme.lower(), parts.netloc, parts.path or "/", urlencode(asked), ""))
