"""The brief in Markdown, with footnotes as GitHub and Pandoc have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.briefs.words import (
    READING,
    change_words,
    changes,
    givers,
    heading,
    omissions,
    opening,
    source,
    standing,
)
from sayso.model.plain import plain
from sayso.views.brief import Brief, BriefPoint

_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&@:^$=\"'])")
_SAFE_ALONE = frozenset(".,:'\"()-")


def printed(brief: Brief) -> bytes:
    """Return the brief in Markdown (UTF-8)."""
    return ("\n".join(_lines(brief)).rstrip() + "\n").encode()


def escape(text: str) -> str:
    """Return words of others so that Markdown shows them as they are: no link, no HTML, no heading."""
    return _MARKS.sub(_escaped, plain(text))


def _escaped(match: re.Match[str]) -> str:
    mark = match.group()
    before, after = match.string[: match.start()], match.string[match.end() :]
    inside = bool(before.strip()) and bool(after[:1].strip() or mark != ".")
    # A stop or a bracket inside a line starts nothing; at its start it may be a list, at "://" a link.
    if (
        mark in _SAFE_ALONE
        and inside
        and not (mark == ":" and after.startswith("//"))
        and not _opens(mark, before)
    ):
        return mark
    return "\\" + mark


def _opens(mark: str, before: str) -> bool:
    return (mark == "(" and before.endswith("]")) or (mark in ".-" and not before.strip("0123456789 "))


def _lines(brief: Brief) -> Iterator[str]:
    yield from (f"# {brief.title}", "", opening(brief), "", f"*{READING}*", "")
    if brief.changes:
        yield from ("## What changed", "")
    for words, found in changes(brief):
        yield from (f"**{words}**", "")
        yield from (f"- {escape(change_words(change))}[^{change.note.number}]" for change in found)
        yield ""
    for number, point in enumerate(brief.points, 1):
        yield from _point(number, point)
    if brief.named:
        yield from ("## Also spoken of", "")
        yield from (f"- {escape(question)} — {status}" for question, status in brief.named)
        yield ""
    left_out = list(omissions(brief))
    if left_out:
        yield from ("## What this brief leaves out", "")
        yield from (f"- {sentence}" for sentence in left_out)
        yield ""
    if brief.notes:
        yield from ("## Sentences", "")
    for note in brief.notes:
        yield f"[^{note.number}]: “{escape(note.line.evidence)}” — {escape(source(note))}"
        yield ""


def _point(number: int, point: BriefPoint) -> Iterator[str]:
    yield from (f"## {number}\\. {escape(heading(point))}", "", f"**{escape(standing(point))}**", "")
    for answer in point.answers:
        notes = "".join(f"[^{note.number}]" for note in answer.notes)
        yield f"- {escape(answer.answer)}{notes} — {escape(givers(answer))}"
    yield ""
