"""Sentences as the corpus cuts them: its sheets number them, so a file for it must cut alike.

The corpus stands alone and is not installed with Sayso (docs/decisions/0007); a test holds the two alike.
"""

from __future__ import annotations

import re

from sayso.model.span import Span

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«„(\[]*[A-Z0-9À-ÞА-Я])")
_SHORT = frozenset(
    # Titles, then other abbreviations.
    "mr mrs ms dr prof gen lt col maj capt sgt gov sen rep rev hon st sr jr brig adm cmdr".split()  # noqa: SIM905
    + "vs no etc inc ltd co corp approx ca fig mt ft".split()  # noqa: SIM905
    + "jan feb mar apr jun jul aug sep sept oct nov dec".split()  # noqa: SIM905
)
_INITIALS = re.compile(r"(?:^|[\s(\"“])(?:[A-Za-z]\.)+$")


def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of the text in order; white space between them belongs to none."""
    found: list[Span] = []
    offset = 0
    for line in text.split("\n"):
        starts = [0, *(mark.end() for mark in _END.finditer(line) if not _is_short(line, mark))]
        for start, end in zip(starts, [*starts[1:], len(line)], strict=True):
            found += trimmed(text, Span(offset + start, offset + end))
        offset += len(line) + 1
    return tuple(found)


def trimmed(text: str, span: Span) -> list[Span]:
    """Return the span without white space at its ends; nothing where it holds nothing else."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words.rstrip())
    return [Span(start, end)] if start < end else []


def _is_short(line: str, mark: re.Match[str]) -> bool:
    """Tell whether the stop belongs to an abbreviation or to initials ("Gen.", "J. M.", "U.S.")."""
    if mark.group() != ".":
        return False
    before = line[: mark.end()]
    word = re.search(r"([A-Za-z]+)\.$", before)
    return bool(word and word.group(1).lower() in _SHORT) or bool(_INITIALS.search(before))
