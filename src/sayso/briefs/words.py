"""What a brief says in every format, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.plain import plain
from sayso.views.brief import Brief, BriefAnswer, BriefChange, BriefPoint, Note

READING = (
    "This brief says who says what, and judges nothing. The status of a question tells how the accounts "
    "stand to each other: contested (sides disagree), conceded (the side that it hurts says so), "
    "corroborated (two independent origins, one of them without an interest), uncontested (one side only, "
    "or one origin). Origins, not outlets, are counted: copies of one story are one origin."
)


def opening(brief: Brief) -> str:
    """Return the sentence that says how much the period brought."""
    questions = len(brief.points) + len(brief.named)
    return (
        f"{_count(brief.statements, 'statement')} in {_count(brief.articles, 'article')} published in this "
        f"period, on {_count(questions, 'question')}."
    )


CHANGES = {
    "reversal": "Reversals",
    "admission": "Admissions",
    "denial": "New denials",
    "figure": "Figures that moved",
    "verification": "First verifications",
    "new claim": "New claims",
}
"""Kinds of changes in the order in which they are told, with their headings."""


def changes(brief: Brief) -> Iterator[tuple[str, list[BriefChange]]]:
    """Yield the kinds of changes that the period brought, as headings, with the changes."""
    for kind, words in CHANGES.items():
        found = [change for change in brief.changes if change.kind == kind]
        if found:
            yield words, found


def change_words(change: BriefChange) -> str:
    """Return a change in words; of a new claim also who makes it."""
    line = change.note.line
    told = f"{plain(line.who)} {line.says}: " if change.kind == "new claim" else ""
    return told + plain(change.text)


def heading(point: BriefPoint) -> str:
    """Return the question and whether it is new."""
    return plain(point.question) + (" (new)" if point.fresh else "")


def standing(point: BriefPoint) -> str:
    """Return the status with its reason."""
    return f"{point.status}: {plain(point.reason)}"


def givers(answer: BriefAnswer) -> str:
    """Return who gives an answer, from how many origins, and what was said of it before."""
    parts = [
        ", ".join(plain(name) for name in answer.by) or "claimer unresolved",
        _count(answer.origins, "origin"),
    ]
    if answer.fresh:
        parts.append("new in this period")
    elif answer.notes:
        parts.append(f"{_count(answer.earlier, 'statement')} before this period")
    else:
        parts.append("said before, not repeated in this period")
    return "; ".join(parts)


def source(note: Note) -> str:
    """Return what stands behind a sentence: who says it, where, when, and under which id."""
    line = note.line
    parts = [f"{plain(line.who)} {line.says}"]
    if line.verification:
        by = f" by {plain(line.verified_by)}" if line.verified_by else ""
        parts.append(f"in the article's own word {line.verification}{by}")
    parts += [plain(words) for words in line.judged]
    where = plain(line.outlet) + (f", {line.published}" if line.published else ", undated")
    return "; ".join([*parts, where, plain(line.article), plain(line.id)])


def omissions(brief: Brief) -> Iterator[str]:
    """Yield what the brief leaves out, one sentence each; nothing where it leaves out nothing."""
    if brief.more_claims:
        more = _count(brief.more_claims, "more new claim")
        yield f"{more} {_be(brief.more_claims)} not among the changes above; each stands under its question."
    if brief.named:
        yield f"{_count(len(brief.named), 'question')} of less weight are named above, without their answers."
    if brief.unasked:
        yield f"{_count(brief.unasked, 'statement')} of the period answer no question and are not told."
    if brief.vague:
        vague = _count(brief.vague, "statement")
        yield f"{vague} carry a date too rough to say whether they are of the period."
    if brief.later:
        later = _count(brief.later, "statement")
        yield f"{later} published after the period are not told, but bear on statuses and numbers of origins."
    if brief.rejected:
        yield f"{_count(brief.rejected, 'statement')} of the period that people rejected."
    if brief.undated:
        yield f"{_count(brief.undated, 'statement')} carry no date at all."


def _be(number: int) -> str:
    return "is" if number == 1 else "are"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
