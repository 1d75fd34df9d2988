"""Web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from sayso.articles.decoding.decoding import clean_parts, raw_text
from sayso.articles.extraction.worker import ask
from sayso.articles.format import MAX_CHARS, Format, issue
from sayso.articles.header.words import bare
from sayso.articles.page import Page, Part, compose
from sayso.model.capture import Fetched
from sayso.model.issue import Issue

_LARGEST = 16_000_000
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_WHY = {
    "time": "took too long",
    "memory": "needed too much memory",
    "nested": "is nested too deep",
    "large": "is too large",
    "broken": "is broken",
    "crash": "ended the program that reads pages",
}


def pages_of_html(fetched: Fetched) -> Iterator[Page | Issue]:
    """Yield the one page."""
    capture = fetched.capture
    if not fetched.content.strip():
        yield issue("empty", f"{capture.name!r} is empty.", capture.name)
        return
    # A page in an archive lies in a file, and is called by its address.
    web = ("http://", "https://")
    url = next((at for at in (capture.location, capture.name) if at.startswith(web)), None)
    yield from page_from_html(fetched.content, capture.name, encoding=capture.encoding, url=url)


def page_from_html(
    content: bytes, name: str, *, encoding: str | None = None, url: str | None = None
) -> Iterator[Page | Issue]:
    """Yield the page that HTML holds, and what had to be done to read it.

    The article is told from its surroundings in a worker; where that cannot be done in time and memory,
    the tags are taken off plainly, with a warning, and the lines are sorted by their words alone.
    """
    issues: list[Issue] = []
    if len(content) > _LARGEST:
        message = f"Only the first {_LARGEST:,} bytes of the page were read."
        issues.append(issue("cut", message, name, severity="warning", offset=_LARGEST))
        content = content[:_LARGEST]
    declared = _META.search(content[:4096])
    charset = encoding or (declared.group(1).decode("ascii") if declared else None)
    packed = raw_text(content, charset, name, issues).encode("utf-8", "replace")
    answer = ask("html", packed, most=MAX_CHARS, url=url)
    parts = _parts(answer)
    if not parts:
        plain = ask("strip", packed, most=MAX_CHARS)
        parts = _parts(plain)
        issues.extend(_plainly(answer, plain, name))
    yield from issues
    if any(found.code == "html-too-hard" for found in issues):
        return
    parts, doubts = clean_parts(parts, name)
    yield from doubts
    if not parts:
        yield issue("no-text", "There is no text on the page.", name)
        return
    yield _page(parts, answer, name, url)


def _parts(answer: dict[str, Any]) -> list[Part]:
    return [Part(text, kind) for text, kind in answer.get("parts", ())]


def _plainly(answer: dict[str, Any], plain: dict[str, Any], name: str) -> Iterator[Issue]:
    """Yield what is to be said of a page whose tags had to be taken off plainly, or could not be."""
    why = _WHY.get(str(answer.get("hard", "")))
    if plain.get("hard"):
        message = f"The page {why or _WHY.get(str(plain['hard']), 'could not be read')}, and cannot be read."
        yield issue("html-too-hard", message, name)
    elif plain.get("parts"):
        message = "No article was found on the page; all its text was taken."
        if why is not None:
            message = f"The page {why}; its tags were taken off without telling the article from the rest."
        yield issue("plain-html", message, name, severity="warning")


def _page(parts: list[Part], answer: dict[str, Any], name: str, url: str | None) -> Page:
    """Return the page with its title as the first part, once."""
    titles = [part.text for part in parts if part.kind == "title"]
    title = answer.get("title") or (titles[0] if titles else None)
    if title and not titles and all(bare(part.text) != bare(title) for part in parts[:4]):
        parts = [Part(" ".join(title.split()), "title"), *parts]
    text, hints = compose(parts)
    outlet = answer.get("outlet") or None
    return Page(
        name=name,
        text=text,
        hints=hints,
        title=title,
        outlet=None if outlet and outlet.startswith("@") else outlet,
        byline=answer.get("byline"),
        published=answer.get("published"),
        language=answer.get("language"),
        host=urlsplit(url).hostname if url else None,
    )


FORMAT = Format("html", frozenset({"text/html"}), pages_of_html)
