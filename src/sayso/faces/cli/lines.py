"""A statement as two or three lines: who says it, the article's words, where and when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.faces.cli.days import day_words
from sayso.faces.cli.screen import Piece, plain, say, say_marks

if TYPE_CHECKING:
    from sayso.views.line import Line

SHORT_ID = 11
"""Characters of an id that are shown: 8 hex digits tell the statements of any one ledger apart."""

_MADE = re.compile(r"\b([a-z]{2,3}-[0-9a-f]{8})[0-9a-f]{8}\b")


def short(text: str) -> str:
    """Return the text with the ids that Sayso made cut to what one can type; ids of imports stay."""
    return _MADE.sub(r"\1", text)


def count_words(count: int, one: str, many: str = "") -> str:
    """Return a count with its noun: ``1 origin``, ``1,200 statements``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def tell_line(line: Line, indent: int = 2) -> None:
    """Print a statement: who says what, then its id, article, dates and verification."""
    words = plain(line.evidence).strip()
    say((plain(line.who), "bold"), f" {line.says}: “{words}”", lead="- ", indent=indent)
    say_marks(_marks(line), indent=indent + 2)
    for words in line.judged:
        say((plain(words), "yellow"), indent=indent + 2)


def _marks(line: Line) -> list[Piece]:
    """Return id, article, dates and verification."""
    marks: list[Piece] = [(plain(short(line.id)), "cyan")]
    return marks + [(mark, "dim") for mark in (plain(line.article), *_days(line), *_checks(line))]


def _days(line: Line) -> list[str]:
    days = []
    if line.when:
        days.append(f"about {day_words(line.when)}")
    if line.said_on:
        days.append(f"said {day_words(line.said_on)}")
    elif line.published:
        days.append(f"published {day_words(line.published)}")
    return days


def _checks(line: Line) -> list[str]:
    if line.verification is None:
        return []
    by = f" by {plain(line.verified_by)}" if line.verified_by else ""
    return [f"{line.verification}{by}"]
