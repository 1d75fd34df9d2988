"""What is printed: results on standard output, progress and complaints on standard error.

Words of articles are never parsed as console markup: they travel as pieces of `rich.text.Text`, cleaned
by `plain`, so that no control character, escape sequence or direction mark of theirs reaches a terminal.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from rich.console import Console
from rich.text import Text

from sayso.model.codec import to_record
from sayso.model.plain import plain as plain

Piece = str | tuple[str, str] | Text
"""Words, words with their style, or a finished text."""

UNLIMITED = 1_000_000
"""The width of what is no terminal: a file or pipe gets one line a line, for grep and diff."""

_NARROW = 30
"""No text is squeezed into fewer columns than this; a narrower terminal breaks lines as it will."""

_JOINERS = "\u200c\u200d"


class Screen(Console):
    """A console that leaves quietly when the reader of its output (head, less) has gone."""

    def on_broken_pipe(self) -> NoReturn:
        """Leave with the code of success: what was asked for was given as far as it was wanted."""
        leave()


out = Screen(highlight=False, soft_wrap=True, emoji=False, markup=False)
err = Screen(stderr=True, highlight=False, soft_wrap=True, emoji=False, markup=False)


def say(*pieces: Piece, lead: str = "", indent: int = 0) -> None:
    """Print a paragraph: after `lead`, its further lines under its first, in the terminal's width."""
    _print(out, pieces, lead, indent)


def tell(*pieces: Piece, lead: str = "", indent: int = 0) -> None:
    """Print a paragraph on standard error."""
    _print(err, pieces, lead, indent)


def say_marks(marks: Sequence[Piece], indent: int = 0) -> None:
    """Print short marks side by side with dots between them; a line breaks between two marks only."""
    room = max(_NARROW, _width(out) - indent)
    line = Text()
    for mark in map(Text.assemble, marks):
        if line and line.cell_len + 3 + mark.cell_len > room:
            say(line, indent=indent)
            line = Text()
        line = line + (Text(" · ", "dim") if line else Text()) + mark
    say(line, indent=indent)


def complain(text: str) -> None:
    """Print a sentence that says why nothing came."""
    tell(plain(text), lead="sayso: ")


def say_json(value: Any) -> None:
    """Print records as JSON, unstyled; what a terminal would obey is written as an escape."""
    text = json.dumps(value, default=to_record, ensure_ascii=False, indent=1)
    pour([re.sub(r"[^\n -~]", _escaped, text), "\n"])


def pour(pieces: Iterable[str]) -> None:
    """Write text to standard output as it is: UTF-8, line ends untouched."""
    stream: Any = sys.stdout
    try:
        stream.reconfigure(encoding="utf-8", newline="")
        stream.writelines(pieces)
        stream.flush()
    except BrokenPipeError:
        leave()


def pour_bytes(pieces: Iterable[bytes]) -> None:
    """Write bytes to standard output, which is then no terminal."""
    stream: Any = sys.stdout.buffer
    try:
        stream.writelines(pieces)
        stream.flush()
    except BrokenPipeError:
        leave()


def leave() -> NoReturn:
    """End the program after the reader of its output went away."""
    # Python flushes standard output at its end and would complain once more.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(0)


def _print(console: Console, pieces: Iterable[Piece], lead: str, indent: int) -> None:
    text = Text.assemble(*pieces)
    before = " " * indent + lead
    room = max(_NARROW, _width(console) - len(before))
    for number, line in enumerate(text.wrap(console, room) or [Text()]):
        start = before if number == 0 else " " * len(before)
        whole = Text(start) + line
        whole.rstrip()
        console.print(whole)


def _width(console: Console) -> int:
    told = console.is_terminal or console.record or "COLUMNS" in os.environ
    return console.width if told else UNLIMITED


def _escaped(match: re.Match[str]) -> str:
    char = match.group()
    return char if char.isprintable() or char in _JOINERS else json.dumps(char)[1:-1]
