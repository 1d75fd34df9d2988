"""Markdown: its marks taken off, its headings and front matter kept as what they say."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime

from sayso.articles.decoding.decoding import clean_parts, decode
from sayso.articles.format import Format, issue
from sayso.articles.page import Page, Part, compose
from sayso.model.article import BlockKind
from sayso.model.capture import Fetched
from sayso.model.issue import Issue

_FIELD = re.compile(r"([A-Za-z][\w-]{0,40})\s*:\s*(.*)")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_RULE = re.compile(r"(?:[*_-]\s*){3,}")
_FENCE = re.compile(r"(?:```|~~~)")
_DEFINITION = re.compile(r"\[[^\]]{1,200}\]:\s+\S+")
_ITEM = re.compile(r"(?:[*+-]|\d{1,3}[.)])\s+(.*)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!~>-])")
_WAITING = re.compile("[\ue021-\ue07e]")
_INLINE = (
    (re.compile(r"<!--.{0,2000}?-->"), ""),
    (re.compile(r"!\[([^\]]{0,500})\]\([^()\s]{0,2000}(?: \"[^\"]{0,300}\")?\)"), r"\1"),
    (re.compile(r"\[([^\[\]]{1,1000})\]\([^()\s]{0,2000}(?: \"[^\"]{0,300}\")?\)"), r"\1"),
    (re.compile(r"\[([^\[\]]{1,1000})\]\[[^\[\]]{0,200}\]"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>]{0,500}>"), ""),
    (re.compile(r"`([^`]{1,1000})`"), r"\1"),
    (re.compile(r"(?<![*\w])\*{1,3}(?=[^\s*])([^*\n]{1,3000}?)(?<=[^\s*])\*{1,3}(?![*\w])"), r"\1"),
    (re.compile(r"(?<![_\w])_{1,3}(?=[^\s_])([^_\n]{1,3000}?)(?<=[^\s_])_{1,3}(?![_\w])"), r"\1"),
    (re.compile(r"~~([^~\n]{1,1000})~~"), r"\1"),
)
_NAMES = {
    "title": "title",
    "date": "published",
    "published": "published",
    "pubdate": "published",
    "source": "outlet",
    "outlet": "outlet",
    "publisher": "outlet",
    "author": "byline",
    "lang": "language",
    "language": "language",
}


def pages_of_markdown(fetched: Fetched) -> Iterator[Page | Issue]:
    """Yield the one page that a Markdown file is."""
    capture = fetched.capture
    if not fetched.content.strip():
        yield issue("empty", f"{capture.name!r} is empty.", capture.name)
        return
    decoded = decode(fetched.content, capture.encoding, capture.name)
    yield from decoded.issues
    if decoded.text is None:
        return
    fields, lines = _front_matter(decoded.text.split("\n"))
    parts, _ = clean_parts(list(_parts(lines)), capture.name)
    title = fields.get("title")
    if title and not any(part.kind == "title" for part in parts):
        parts = [Part(title, "title"), *parts]
    text, hints = compose(parts)
    yield Page(
        name=capture.name,
        text=text,
        hints=hints,
        title=title,
        outlet=fields.get("outlet"),
        byline=fields.get("byline"),
        published=fields.get("published"),
        language=fields.get("language"),
    )


def _front_matter(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """Return the fields over the text (simple YAML or TOML between rules) and the lines behind them."""
    mark = lines[0].strip() if lines else ""
    if mark not in ("---", "+++"):
        return {}, lines
    end = next((number for number, line in enumerate(lines[1:200], 1) if line.strip() == mark), None)
    if end is None:
        return {}, lines
    inside = lines[1:end]
    found = _toml(inside) if mark == "+++" else _yaml(inside)
    fields: dict[str, str] = {}
    for key, value in found:
        name = _NAMES.get(key.lower())
        if name and value:
            fields.setdefault(name, value)
    return fields, lines[end + 1 :]


def _yaml(lines: list[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        match = _FIELD.fullmatch(line.rstrip())
        if match:
            yield match.group(1), match.group(2).strip().strip("\"'").strip()


def _toml(lines: list[str]) -> Iterator[tuple[str, str]]:
    try:
        fields = tomllib.loads("\n".join(lines))
    except (tomllib.TOMLDecodeError, RecursionError):
        return
    for key, value in fields.items():
        if isinstance(value, (str, date, datetime)):
            yield key, str(value)


def _parts(lines: list[str]) -> Iterator[Part]:
    """Yield paragraphs, headings and list items; lines of one paragraph are joined."""
    waiting: list[str] = []
    fenced = False
    titled = False
    for line in [*lines, ""]:
        bare = re.sub(r"^(?:\s{0,3}>\s?)+", "", line).strip()
        fenced ^= _FENCE.match(bare) is not None
        heading = None if fenced else _HEADING.fullmatch(bare)
        if waiting and not fenced and re.fullmatch(r"=+|-{2,}", bare):
            yield Part(_plain(" ".join(waiting)), _heading_kind(titled, bare[0] == "="))
            titled, waiting = titled or bare[0] == "=", []
            continue
        item = _ITEM.match(bare)
        if (
            not bare
            or heading
            or item
            or _RULE.fullmatch(bare)
            or _DEFINITION.match(bare)
            or _FENCE.match(bare)
        ):
            if waiting:
                yield Part(_plain(" ".join(waiting)))
            waiting = [item.group(1)] if item and not heading else []
        else:
            waiting.append(bare)
        if heading:
            top = len(heading.group(1)) == 1
            yield Part(_plain(heading.group(2)), _heading_kind(titled, top))
            titled = titled or top


def _heading_kind(titled: bool, top: bool) -> BlockKind:
    return "title" if top and not titled else "heading"


def _plain(text: str) -> str:
    # A mark behind a backslash is meant as it stands: it waits in the private area meanwhile.
    text = _ESCAPED.sub(lambda match: chr(0xE000 + ord(match.group(1))), text)
    for pattern, instead in _INLINE:
        text = pattern.sub(instead, text)
    return _WAITING.sub(lambda match: chr(ord(match.group()) - 0xE000), text)


FORMAT = Format("markdown", frozenset({"text/markdown"}), pages_of_markdown)
