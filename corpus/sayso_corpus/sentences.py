"""Cut a text into sentences, so that labels and figures can speak of them.

Not a label and not meant for training: a line break ends a sentence, and so does a full stop, question mark
or exclamation mark before a capital, a figure or a quotation mark, unless an abbreviation stands before it.
"""

from __future__ import annotations

import re

from sayso_corpus.records import Span

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
        found += _of_line(line, offset)
        offset += len(line) + 1
    return tuple(found)


def _of_line(line: str, offset: int) -> list[Span]:
    starts = [0, *(mark.end() for mark in _END.finditer(line) if not _is_short(line, mark))]
    ends = [*starts[1:], len(line)]
    found = []
    for start, end in zip(starts, ends, strict=True):
        piece = line[start:end]
        if piece.strip():
            first = start + len(piece) - len(piece.lstrip())
            found.append(Span(offset + first, offset + start + len(piece.rstrip())))
    return found


def _is_short(line: str, mark: re.Match[str]) -> bool:
    """Tell whether the stop belongs to an abbreviation or to initials ("Gen.", "J. M.", "U.S.")."""
    if mark.group() != ".":
        return False
    before = line[: mark.end()]
    word = re.search(r"([A-Za-z]+)\.$", before)
    return bool(word and word.group(1).lower() in _SHORT) or bool(_INITIALS.search(before))
