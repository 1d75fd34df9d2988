"""Changes and outcomes in words: one line each, with the statement that shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.faces.cli.days import day_words
from sayso.faces.cli.lines import count_words, short
from sayso.faces.cli.options import asking
from sayso.faces.cli.screen import Piece, plain, say

if TYPE_CHECKING:
    from sayso.views.changes import Change
    from sayso.views.diff import Diff
    from sayso.views.record import ClaimOutcome, ClaimRecord

CHANGES_SHOWN = 10
OUTCOMES_SHOWN = 6
"""How many of a kind are printed unless all are asked for."""

HEADINGS = {
    "reversal": ("Reversals", "bold red"),
    "admission": ("Admissions", "bold magenta"),
    "denial": ("New denials", "bold red"),
    "figure": ("Figures that moved", "bold yellow"),
    "verification": ("First verifications", "bold green"),
    "new claim": ("New claims", "bold cyan"),
    "quiet": ("Gone quiet", "bold"),
}

OUTCOME = {
    "withdrawn": "the side itself later says the contrary",
    "conceded": "the side that it hurts says so too",
    "denied": "another side denies, doubts or disputes it",
    "joined": "another side says so too, in an account of another origin",
    "alone": "nobody else says so, and nobody denies it",
}

_MARKED = re.compile(r"([\\`*_\[\]<>#|~])")


def tell_diff(found: Diff, ledger: Path, *, full: bool) -> None:
    """Print a diff, the changes that matter most first."""
    say((_span(found), "bold"), f": {_counts(found)}")
    if not found.changes:
        say("Nothing changed.")
    for kind, (heading, style) in HEADINGS.items():
        changes = [one for one in found.changes if one.kind == kind]
        if not changes:
            continue
        say()
        say((heading, style), (f" · {len(changes)}", "dim"))
        shown = changes if full else changes[:CHANGES_SHOWN]
        for one in shown:
            _tell_change(one)
        if len(shown) < len(changes):
            say((f"… and {len(changes) - len(shown)} more: add --full", "dim"), indent=2)
    if found.changes:
        say()
        say(("The evidence of one: ", "dim"), asking("show ID", ledger))


def markdown_of(found: Diff) -> Iterator[str]:
    """Yield a diff as Markdown: a heading a kind, a line a change; nothing in it is left out."""
    yield f"# {_span(found)}\n\n{_counts(found)}.\n"
    if not found.changes:
        yield "\nNothing changed.\n"
    for kind, (heading, _) in HEADINGS.items():
        changes = [one for one in found.changes if one.kind == kind]
        if changes:
            yield f"\n## {heading} ({len(changes)})\n\n"
        for one in changes:
            yield f"- {_escaped(_words(one))} — {_evidence(one)}\n"


def tell_record(asked: str, found: ClaimRecord, *, full: bool) -> None:
    """Print what became of a side's claims: the counts, then the claims of each outcome."""
    say((plain(found.name), "bold"), f": {count_words(len(found.claims), 'factual claim')}")
    if asked.casefold() not in found.name.casefold():
        say((f"You asked for “{plain(asked)}”; this is the name in the ledger that it fits.", "dim"))
    for name, count in found.counts.items():
        say(f"{count:>5}  ", (f"{name:10}", "bold" if count else "dim"), (OUTCOME[name], "dim"))
    left = f"{found.plans} plans, demands and expectations; {found.free} stances and other assertions"
    say((f"Left out: {left}.", "dim"))
    say(("Each claim is counted once, under the first that fits. These are counts, not a score.", "dim"))
    for name in found.counts:
        claims = [one for one in found.claims if one.outcome == name]
        if not claims:
            continue
        say()
        say((name.capitalize(), "bold"), (f" · {len(claims)}", "dim"))
        shown = claims if full else claims[:OUTCOMES_SHOWN]
        for one in shown:
            _tell_outcome(one)
        if len(shown) < len(claims):
            say((f"… and {len(claims) - len(shown)} more: add --full", "dim"), indent=2)


def _tell_change(one: Change) -> None:
    marks: list[Piece] = [(f"  {plain(short(one.line.id))}", "cyan")]
    if one.articles > 1:
        marks.append((f" · {one.articles} articles", "dim"))
    say(plain(_words(one)), *marks, lead="- ", indent=2)


def _words(one: Change) -> str:
    """Return a change in one line: the day that it speaks of, who says so, what."""
    day = f"{day_words(one.day)}: " if one.day and one.kind != "quiet" else ""
    if one.kind != "new claim":
        return day + one.text
    # What the claimer does with it is said before it.
    text = one.text.removeprefix("planned or expected: ").removeprefix("demanded: ")
    text = _cut(text) if "“" in text else text
    return f"{day}{one.line.who} {one.line.says}: {text}"


def _cut(text: str, most: int = 110) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _tell_outcome(one: ClaimOutcome) -> None:
    day = "no day" if one.first is None else day_words(one.first)
    by = f", by {plain(', '.join(one.by))}" if one.by else ""
    also = "; denied by others, too" if one.denied and one.outcome not in ("denied",) else ""
    text = _cut(one.claim) if "“" in one.claim else one.claim
    say(
        f"{day}  {plain(text)}", (f" · {one.outcome}{by}{also}", "dim"), (f"  {_ids(one)}", "cyan"),
        lead="- ", indent=2,
    )  # fmt: skip


def _ids(one: ClaimOutcome) -> str:
    ids = [line.id for line in (*one.lines[:1], *one.shown[:2])]
    return ", ".join(plain(short(key)) for key in dict.fromkeys(ids))


def _span(found: Diff) -> str:
    as_of = f", as of {day_words(found.as_of)}" if found.as_of else ""
    return f"New from {_moment(found.since)} to {_moment(found.until)}{as_of}"


def _counts(found: Diff) -> str:
    told = f"{count_words(found.statements, 'statement')} in {count_words(found.articles, 'article')}"
    if found.by_reading:
        told += f" ({found.by_reading:,} of them new by when they were read)"
    told += f", {count_words(len(found.changes), 'change')}"
    if found.late:
        told += f"; {found.late:,} more were read in this time but published earlier: see --by-reading"
    return told


def _moment(value: str) -> str:
    day, _, time = value.partition("T")
    return day_words(day) if time in ("00:00:00", "23:59:59") else f"{day_words(day)} {time[:5]} UTC"


def _evidence(one: Change) -> str:
    """Return id and article of the evidence; a page on the web is a link."""
    name = one.line.article
    is_page = re.fullmatch(r"https?://[^\s()<>]+", name)
    article = f"[{_escaped(one.line.outlet)}]({name})" if is_page else _escaped(plain(name))
    return f"`{plain(one.line.id).replace('`', '')}`, {article}"


def _escaped(text: str) -> str:
    return _MARKED.sub(r"\\\1", plain(text))
