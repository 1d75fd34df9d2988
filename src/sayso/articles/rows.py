"""JSON and JSON lines: one article a row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from sayso.articles.decoding.cleaning import one_line
from sayso.articles.decoding.decoding import clean_text, raw_text
from sayso.articles.format import Format, issue
from sayso.articles.html import page_from_html
from sayso.articles.page import Hint, Page
from sayso.model.capture import Fetched
from sayso.model.issue import Issue
from sayso.model.span import Span

FIELDS = ("url", "title", "text", "html", "published", "outlet", "language")
"""The fields of a row; ``byline`` is taken too, and all others are left alone."""
_LARGEST_ROW = 16 * 1024 * 1024
# A value costs Python about fifty times its bytes at worst; this many keep a file under 1 GiB.
_MOST_VALUES = 3_000_000


def pages_of_rows(fetched: Fetched) -> Iterator[Page | Issue]:
    """Yield the page of each row; a row that cannot be used is an issue with its line and offset."""
    name = fetched.capture.name
    issues: list[Issue] = []
    content, exact = _as_utf_8(fetched, issues)
    yield from issues
    # A byte order mark alone is no content either.
    if not content.strip():
        yield issue("empty", f"{name!r} is empty.", name)
        return
    if fetched.capture.media == "application/json":
        yield from _rows_of_json(content, name)
    else:
        yield from _rows_of_lines(content, name, exact)


def _rows_of_lines(content: bytes, name: str, exact: bool) -> Iterator[Page | Issue]:
    at = 0
    for number, line in enumerate(content.split(b"\n"), 1):
        if line.strip():
            yield from _row_of_line(line, f"{name}#{number}", name, number, at if exact else None)
        at += len(line) + 1


def _rows_of_json(content: bytes, name: str) -> Iterator[Page | Issue]:
    """Yield the pages of one object, or of a list of them."""
    value = _parsed(content, name, None, 0)
    if isinstance(value, Issue):
        yield value
        return
    rows = value if isinstance(value, list) else [value]
    if not rows:
        yield issue("no-rows", f"{name!r} holds an empty list.", name)
    for number, row in enumerate(rows, 1):
        yield from _page_of_row(row, name if row is value else f"{name}#{number}", name, number)


def _as_utf_8(fetched: Fetched, issues: list[Issue]) -> tuple[bytes, bool]:
    """Return the content as UTF-8, and whether offsets into it are offsets into the file."""
    try:
        fetched.content.decode("utf-8")
    except UnicodeDecodeError:
        text = raw_text(fetched.content, fetched.capture.encoding, fetched.capture.name, issues)
        return text.encode("utf-8", "surrogatepass"), False
    return fetched.content.removeprefix(b"\xef\xbb\xbf"), not fetched.content.startswith(b"\xef\xbb\xbf")


def _row_of_line(
    line: bytes, label: str, name: str, number: int, offset: int | None
) -> Iterator[Page | Issue]:
    if len(line) > _LARGEST_ROW:
        message = f"Line {number} is larger than {_LARGEST_ROW:,} bytes."
        yield issue("row-too-large", message, name, line=number, offset=offset)
        return
    value = _parsed(line, name, number, offset)
    if isinstance(value, Issue):
        yield value
        return
    yield from _page_of_row(value, label, name, number)


def _parsed(content: bytes, name: str, line: int | None, offset: int | None) -> Any:
    """Return the JSON value in the content, or the issue that says where it breaks off."""
    if sum(map(content.count, (b",", b"[", b"{"))) > _MOST_VALUES:
        return issue(
            "json-too-big", f"It holds more than {_MOST_VALUES:,} values.", name, line=line, offset=offset
        )
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        text = content.decode("utf-8", "replace")
        at = len(text[: error.pos].encode("utf-8"))
        message = f"This is no JSON: {error.msg}."
        where = offset + at if offset is not None else None
        return issue("broken-json", message, name, line=line or error.lineno, offset=where)
    except (ValueError, RecursionError) as error:
        message = f"This JSON cannot be read: {type(error).__name__}."
        return issue("broken-json", message, name, line=line, offset=offset)


def _page_of_row(row: Any, label: str, name: str, number: int) -> Iterator[Page | Issue]:
    if not isinstance(row, dict):
        yield issue("not-an-object", f"Row {number} is no object with fields.", name, line=number)
        return
    fields: dict[str, str] = {}
    for field in (*FIELDS, "byline"):
        value = row.get(field)
        if isinstance(value, str):
            fields[field] = value
        elif value is not None:
            message = f"Field {field!r} of row {number} is no text and was left out."
            yield issue("bad-field", message, name, severity="warning", line=number)
    called = re.sub(r"\s", "", one_line(fields.get("url", ""))) or one_line(label)
    if fields.get("text", "").strip():
        yield from _text_page(fields, called, number)
    elif fields.get("html", "").strip():
        yield from _html_page(fields, called, number)
    else:
        yield issue("no-text", f"Row {number} has neither text nor html.", called, line=number)


def _text_page(fields: dict[str, str], called: str, number: int) -> Iterator[Page | Issue]:
    decoded = clean_text(fields["text"], called, line=number)
    yield from decoded.issues
    if decoded.text is not None:
        yield _with_fields(Page(called, decoded.text), fields)


def _html_page(fields: dict[str, str], called: str, number: int) -> Iterator[Page | Issue]:
    content = fields["html"].encode("utf-8", "replace")
    url = called if called.startswith(("http://", "https://")) else None
    for found in page_from_html(content, called, encoding="utf-8", url=url):
        if isinstance(found, Issue):
            yield Issue(found.stage, found.code, found.message, called, found.severity, found.offset, number)
        else:
            yield _with_fields(found, fields)


def _with_fields(page: Page, fields: dict[str, str]) -> Page:
    """Return the page with what its row says of it; the row's title is put on top where the text lacks it."""
    title = one_line(fields.get("title", "")) or page.title
    text, hints = page.text, page.hints
    if title and title not in text[: len(title) + 400]:
        text = f"{title}\n\n{text}"
        moved = len(title) + 2
        hints = tuple(Hint(Span(hint.span.start + moved, hint.span.end + moved), hint.kind) for hint in hints)
        if hints:
            hints = (Hint(Span(0, len(title)), "title"), *hints)
    return Page(
        name=page.name,
        text=text,
        hints=hints,
        title=title,
        outlet=fields.get("outlet") or page.outlet,
        byline=fields.get("byline") or page.byline,
        published=fields.get("published") or page.published,
        language=fields.get("language") or page.language,
        host=page.host or _host(page.name),
    )


def _host(name: str) -> str | None:
    match = re.match(r"https?://(?:[^/@]*@)?([^/:?#]+)", name)
    return match.group(1).lower() if match else None


FORMAT = Format("rows", frozenset({"application/json", "application/x-ndjson"}), pages_of_rows)
