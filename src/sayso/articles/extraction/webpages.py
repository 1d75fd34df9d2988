"""The article on a web page, by trafilatura.  Imported in the worker only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import trafilatura

_BLOCKS = frozenset(
    {"head", "p", "item", "cell", "quote", "ab", "code", "list", "row", "table", "div", "body"}
)


def read_page(text: str, url: str | None) -> dict[str, Any]:
    """Return a page's parts as ``[text, kind]`` pairs in order, and what its data says of it.

    Dates are taken from the page's data only, not searched for in its text, and no clock is asked.
    """
    document = trafilatura.bare_extraction(
        text,
        url=url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": "2100-12-31"},
    )
    if document is None or isinstance(document, dict):
        return {"parts": []}
    return {
        "parts": [[piece, kind] for piece, kind in _parts(document.body)],
        "title": document.title,
        "outlet": document.sitename,
        "byline": document.author,
        "published": document.date,
        "language": document.language,
    }


def _parts(body: Any) -> Iterator[tuple[str, str | None]]:
    if body is None:
        return
    for element in body.iter():
        if element.tag not in _BLOCKS:
            continue
        kind = "heading" if element.tag == "head" else "paragraph" if element.tag == "p" else None
        for piece in "".join(_own_text(element)).split("\n"):
            line = " ".join(piece.split())
            if line:
                yield line, kind


def _own_text(element: Any) -> Iterator[str]:
    """Yield an element's text without that of the blocks inside it; a line break is a newline."""
    yield (element.text or "").replace("\n", " ")
    for child in element:
        if child.tag == "lb" or child.tag in _BLOCKS:
            yield "\n"
        else:
            yield " ".join("".join(child.itertext()).split())
        yield (child.tail or "").replace("\n", " ")
