"""What a format hands over: clean text, and what the document itself says of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model.article import BlockKind
from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a document in reading order; `kind` where the document marks it ("heading")."""

    text: str
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """A stretch of a page's text that is one unit, with the kind that the document gives it."""

    span: Span
    kind: BlockKind | None


@dataclass(frozen=True, slots=True)
class Page:
    """Clean text before its parts are named.

    `hints` divide the text where the format knows its units; a text without hints is divided by its
    lines.  The other fields are what the document (its markup, its row) says of itself, as printed
    there; `host` is the web host that a page came from.
    """

    name: str
    text: str
    hints: tuple[Hint, ...] = ()
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str | None = None
    host: str | None = None


def compose(parts: Iterable[Part]) -> tuple[str, tuple[Hint, ...]]:
    """Return the parts as one text, a blank line between them, and where each of them stands in it."""
    pieces: list[str] = []
    hints: list[Hint] = []
    at = 0
    for part in parts:
        text = part.text.strip()
        if not text:
            continue
        hints.append(Hint(Span(at, at + len(text)), part.kind))
        pieces.append(text)
        at += len(text) + 2
    return "\n\n".join(pieces), tuple(hints)
