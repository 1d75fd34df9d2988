"""A page's text divided into its lines or paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.articles.page import Page
from sayso.model.article import BlockKind
from sayso.model.span import Span

_BULLET = re.compile(r"[•·▪◦‣●○■□►▶➤✓*\-–—+»]\s+(?=\S)")
# Text typed or saved with a fixed width: the widths of mail, terminals and old agencies' printers.
_WIDEST = 120


@dataclass(frozen=True, slots=True)
class Unit:
    """One line or paragraph: where it stands, its words, and the group of lines it is part of.

    `text` is without its bullet, with single blanks.  Units with no blank line between them share a
    `stanza`.  `given` is the kind that the document's own markup says.
    """

    span: Span
    text: str
    stanza: int
    bullet: bool = False
    given: BlockKind | None = None


def units_of(page: Page) -> tuple[Unit, ...]:
    """Return the units of a page in order; together they cover all that is no blank."""
    if page.hints:
        return tuple(_unit(page.text, hint.span, number, hint.kind) for number, hint in enumerate(page.hints))
    lines = _lines(page.text)
    if _is_wrapped(page.text, lines):
        lines = _joined(lines)
    return tuple(_unit(page.text, span, stanza, None) for span, stanza in lines)


def _unit(text: str, span: Span, stanza: int, given: BlockKind | None) -> Unit:
    words = " ".join(span.of(text).split())
    bullet = _BULLET.match(words)
    return Unit(span, words[bullet.end() :] if bullet else words, stanza, bullet is not None, given)


def _lines(text: str) -> list[tuple[Span, int]]:
    """Return every non-blank line without the blanks at its ends, and the number of its stanza."""
    found: list[tuple[Span, int]] = []
    stanza, at, blank = 0, 0, True
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + len(line) - len(line.lstrip())
            stanza += blank
            found.append((Span(start, start + len(stripped)), stanza))
        blank = not stripped
        at += len(line) + 1
    return found


def _is_wrapped(text: str, lines: Sequence[tuple[Span, int]]) -> bool:
    """Tell whether paragraphs were broken into lines of a fixed width.

    So it is where most lines end only because the next word would not have fitted any more.
    """
    width = max((len(span) for span, _ in lines), default=0)
    if not 40 <= width <= _WIDEST:
        return False
    inner = [(first, second) for (first, a), (second, b) in pairwise(lines) if a == b]
    full = sum(len(first) + 1 + len(second.of(text).split(None, 1)[0]) > width - 6 for first, second in inner)
    return len(inner) >= 4 and full >= 0.7 * len(inner)


def _joined(lines: Sequence[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """Return one span a stanza."""
    joined: list[tuple[Span, int]] = []
    for span, stanza in lines:
        if joined and joined[-1][1] == stanza:
            joined[-1] = (joined[-1][0].join(span), stanza)
        else:
            joined.append((span, stanza))
    return joined
