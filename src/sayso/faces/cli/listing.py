"""Places, claimers and search results in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.faces.cli.days import day_words
from sayso.faces.cli.lines import count_words, short, tell_line
from sayso.faces.cli.screen import Piece, plain, say, say_marks
from sayso.faces.cli.words import status_pieces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.views.found import Found
    from sayso.views.lists import Head, Listing
    from sayso.views.surroundings import Other

OTHERS_SHOWN = 12
QUESTIONS_SHOWN = 6
ANSWERS_SHOWN = 5
"""How much is printed unless all is asked for."""


def tell_listing(asked: str, listing: Listing, *, answers: bool, full: bool) -> None:
    """Print how the questions stand, then the lines by side or claimer, then the places around.

    `answers` puts the answers under each question, `full` leaves nothing out.
    """
    lines = listing.lines
    articles = count_words(len({line.article for line in lines}), "article")
    say((plain(listing.name), "bold"), f": {count_words(len(lines), 'statement')} in {articles}")
    if asked.casefold() not in listing.name.casefold():
        say((f"You asked for “{plain(asked)}”; this is the name in the ledger that it fits.", "dim"))
    tell_heads(listing.questions, answers=answers, full=full)
    for group in listing.groups:
        say()
        say((plain(group.name), "bold"), (f" · {count_words(len(group.lines), 'statement')}", "dim"))
        for line in group.lines:
            tell_line(line)
    tell_others("In it", listing.surroundings.inside)
    tell_others("It lies in", listing.surroundings.around)
    tell_others("Called alike", listing.surroundings.alike)


def tell_found(found: Found) -> None:
    """Print one search result; the words searched for are bold."""
    pieces: list[Piece] = [(plain(found.who), "bold"), f" {found.says}: “"]
    for part in re.split(r"(\[[^\[\]]{1,80}\])", plain(found.excerpt).strip()):
        pieces.append((part, "bold") if part.startswith("[") else part)
    say(*pieces, "”", lead="- ")
    marks: list[Piece] = [
        (plain(short(found.id)), "cyan"),
        (f"{found.kind} in {plain(found.article)}", "dim"),
    ]
    if found.published:
        marks.append((f"published {day_words(found.published)}", "dim"))
    say_marks(marks, indent=2)
    for words in found.judged:
        say((plain(words), "yellow"), indent=2)


def tell_heads(heads: Sequence[Head], *, answers: bool, full: bool) -> None:
    """Print how questions stand; `answers` puts the answers under each, `full` leaves nothing out."""
    for head in heads if full else heads[:QUESTIONS_SHOWN]:
        say()
        say((plain(head.question), "bold"), "  ", (short(head.id), "cyan"))
        say(*status_pieces(head.status, head.reason), indent=2)
        shown = head.answers if full else head.answers[:ANSWERS_SHOWN]
        for answer in shown if answers else ():
            by = ", ".join(map(plain, answer.by)) or "somebody not named"
            origins = count_words(answer.origins, "origin")
            say(plain(answer.answer), (f" (said by {by}; {origins})", "dim"), lead="▪ ", indent=2)
        if answers and len(head.answers) > len(shown):
            say((f"… and {count_words(len(head.answers) - len(shown), 'more answer')}", "dim"), indent=2)
    if not full and len(heads) > QUESTIONS_SHOWN:
        say()
        say((f"… and {count_words(len(heads) - QUESTIONS_SHOWN, 'more question')}: add --full", "dim"))


def tell_others(heading: str, others: Sequence[Other]) -> None:
    """Print places under a heading, those with most statements first."""
    if not others:
        return
    shown = [f"{plain(other.name)} ({other.statements})" for other in others[:OTHERS_SHOWN]]
    more = len(others) - len(shown)
    say()
    say((f"{heading}: ", "bold"), ", ".join(shown) + (f" and {more} more" if more else ""))
