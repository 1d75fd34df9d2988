"""The text of HTML by its tags alone: no tree, one pass, whatever the page looks like.

The road for pages that an HTML parser cannot take: nested a hundred thousand deep, or of absurd size.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hr", "html", "li", "main", "nav", "ol", "option", "p", "pre", "section", "select", "summary",
        "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr", "ul",
    }
)  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "head",
    "nav",
    "button",
    "select",
)
# Elements whose end may be left out, or that have none, say nothing about depth.
_UNCOUNTED = frozenset(
    {
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot", "colgroup", "col",
        "br", "hr", "img", "input", "meta", "link", "area", "base", "embed", "source", "track", "wbr",
        "param", "html", "head", "body",
    }
)  # fmt: skip
# A page of a hundred thousand words has a few thousand tags.
_MOST_TAGS = 500_000
_MOST_PIECES = 20_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?=[\s/>])")


def shape_of(text: str) -> tuple[int, int]:
    """Return how many tags there are and how deep elements are nested, counted by their tags alone."""
    depth = deepest = tags = 0
    for match in _TAG.finditer(text):
        tags += 1
        if match.group(2).lower() in _UNCOUNTED:
            continue
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        deepest = max(deepest, depth)
    return tags, deepest


def without_long_tags(text: str, longest: int = 65536) -> str:
    """Return the page without tags longer than `longest` (pictures written into an attribute)."""
    if len(text) <= longest:
        return text
    kept: list[str] = []
    at = 0
    while (start := text.find("<", at)) >= 0:
        end = text.find(">", start)
        if end < 0:
            break
        if end - start > longest:
            kept.append(text[at:start])
        else:
            kept.append(text[at : end + 1])
        at = end + 1
    kept.append(text[at:] if "<" not in text[at : at + 1] or len(text) - at <= longest else "")
    return "".join(kept)


def strip(text: str, most: int) -> list[tuple[str, str | None]]:
    """Return the text pieces of a page in order, each with "title", "heading" or None, `most` signs of it."""
    found: list[tuple[str, str | None]] = []
    words: list[str] = []
    kind: str | None = None
    size = 0
    for name, piece in _pieces(text):
        if piece:
            words.append(piece)
        if name is None or name.strip("/") not in _BLOCKS:
            continue
        line = " ".join(html.unescape("".join(words)).split())
        if line:
            found.append((line, kind))
            size += len(line)
        if size > most or len(found) >= _MOST_PIECES:
            return found
        words = []
        kind = "title" if name == "title" else "heading" if name in _HEADINGS else None
    return found


def _pieces(text: str) -> Iterator[tuple[str | None, str]]:
    """Yield text up to each tag together with the tag's name (``/p`` for an end), hidden parts left out."""
    at = 0
    missing: set[str] = set()
    for _ in range(_MOST_TAGS):
        start = text.find("<", at)
        if start < 0:
            break
        if text.startswith("<!--", start):
            end = _after(text, "-->", start + 4, missing)
            yield None, text[at:start]
            at = end
            continue
        match = _TAG.match(text, start)
        if match is None and text[start + 1 : start + 2] not in ("!", "?", "/"):
            yield None, text[at : start + 1]
            at = start + 1
            continue
        name = (match.group(1) + match.group(2).lower()) if match else None
        yield name, text[at:start]
        at = _after(text, ">", start + 1, missing)
        if name in _HIDDEN and text[at - 2 : at] != "/>":
            if name == "head" and name not in missing:
                # One page has one head; looking for a title in each of many would take for ever.
                missing.add(name)
                yield from _head_title(text, at)
            at = _after_end(text, name, at, missing)
    else:
        at = len(text)
    yield "/body", text[at:]


def _head_title(text: str, at: int) -> Iterator[tuple[str | None, str]]:
    """Yield the page's title, the one part of its head that is text."""
    start = text.find("<title", at, at + 200_000)
    end = text.find("</title", start, start + 2_000) if start >= 0 else -1
    if end >= 0:
        yield "title", ""
        yield "/title", text[text.find(">", start) + 1 : end]


def _after(text: str, mark: str, start: int, missing: set[str]) -> int:
    """Return the place behind the next `mark`, the text's end where there is none (looked for once only)."""
    if mark in missing:
        return len(text) if mark == ">" else start
    end = text.find(mark, start)
    if end < 0:
        missing.add(mark)
        return len(text) if mark == ">" else start
    return end + len(mark)


def _after_end(text: str, name: str, start: int, missing: set[str]) -> int:
    """Return the place behind the end tag of a hidden element; where it has none, nothing is hidden."""
    mark = f"</{name}"
    if mark in missing:
        return start
    end = text.find(mark, start)
    if end < 0:
        end = text.find(mark.upper(), start)
    if end < 0:
        missing.add(mark)
        return start
    return _after(text, ">", end, missing)
