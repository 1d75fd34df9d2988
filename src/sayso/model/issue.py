"""What was wrong with an input: a value, never an exception, never silence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing wrong with one input.

    `stage` is the room that saw it ("sources", "articles", "reading", "import"), `code` a stable
    kebab-case word for programs ("not-utf-8", "no-text", "broken-json"), `message` a sentence for
    people, `source` the file name or URL as read, `offset` bytes (sources) or characters (text) into
    it, `line` the line or row counted from 1.  An "error" means that the input (or that part of it)
    gave no article; a "warning" that something of it may be wrong; a "note" that a choice was made.
    """

    stage: str
    code: str
    message: str
    source: str
    severity: Severity = "error"
    offset: int | None = None
    line: int | None = None
