"""Addresses of pages: permanent, with what was chosen in them."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, urlencode, urlsplit


def page(*parts: str, **chosen: object) -> str:
    """Return the address of a page of ours; what is None or "" is left out of the query."""
    path = "/" + "/".join(quote(part, safe="") for part in parts)
    query = urlencode([(name, str(value)) for name, value in chosen.items() if value not in (None, "")])
    return f"{path}?{query}" if query else path


def changed(path: str, query: Mapping[str, str], **chosen: object) -> str:
    """Return the address of the same page with something chosen anew (None takes it away)."""
    merged = {**query, **chosen}
    query_string = urlencode([(n, str(v)) for n, v in merged.items() if v not in (None, "")])
    return f"{path}?{query_string}" if query_string else path


def outside(address: str | None) -> str | None:
    """Return an address that may stand in a link, None for all but http and https (``javascript:`` …)."""
    if not address:
        return None
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    return address.strip() if parts.scheme in ("http", "https") and parts.netloc else None
