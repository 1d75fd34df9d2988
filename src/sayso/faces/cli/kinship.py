"""Origins and stories in words, and shared passages side by side."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from sayso.faces.cli.days import day_words
from sayso.faces.cli.lines import count_words, short
from sayso.faces.cli.screen import out, plain, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.views.origins import Lineages, Origin, Shared, Source, Tie
    from sayso.views.stories import StoryView

WIDEST = 100
"""Columns that passages side by side take at most; in a file or pipe as well."""

TIES_SHOWN = 4
SHARED_SHOWN = 3
NAMES_SHOWN = 8
"""How much is printed unless all is asked for."""

KINDS = {
    "shared-text": "shared text",
    "retold-text": "one text told anew",
    "agency-credit": "one agency",
    "shared-quote": "one quotation",
    "speech-event": "one speech",
    "same-article": "one article",
    "judgement": "a person says so",
}
"""What ties two articles, in words."""


def tell_lineages(lineages: Lineages, *, full: bool) -> None:
    """Print how many articles come down to how many origins and authorities, then each origin with its
    links.
    """
    say((plain(lineages.claim), "bold"), "  ", (short(lineages.id), "cyan"))
    steps = [count_words(lineages.articles, "article")]
    if lineages.texts < lineages.articles:
        steps.append(count_words(lineages.texts, "text"))
    steps.append(count_words(len(lineages.origins), "origin"))
    steps.append(count_words(len(lineages.authorities), "authority", "authorities"))
    say((" → ".join(steps), "bold green"))
    for number, origin in enumerate(lineages.origins, 1):
        say()
        _tell_origin(number, origin, full=full)


def tell_story(story: StoryView, *, full: bool) -> None:
    """Print a story in two or three lines."""
    days = " to ".join(dict.fromkeys(day_words(day) for day in (story.first, story.last) if day))
    say((plain(story.title), "bold"), "  ", (short(story.id), "cyan"))
    marks = [count_words(len(story.articles), "article"), count_words(len(story.outlets), "outlet"), days]
    say((" · ".join(mark for mark in marks if mark), "dim"), indent=2)
    say(_listed(story.articles, full=full), indent=2)


def _tell_origin(number: int, origin: Origin, *, full: bool) -> None:
    day = f", {day_words(origin.day)}" if origin.day else ""
    speaker = f"{plain(origin.speaker)}{day}"
    authority = "" if origin.speaker == origin.authority else f" for {plain(origin.authority)}"
    say((speaker + authority, "bold cyan"), lead=f"{number}. ")
    for source in origin.sources:
        say(*_source_pieces(source, full=full), lead="▪ ", indent=3)
    shown = origin.ties if full else _telling(origin.ties)[:TIES_SHOWN]
    for tie in shown:
        _tell_tie(tie, full=full)
    if len(origin.ties) > len(shown):
        say((f"… and {count_words(len(origin.ties) - len(shown), 'more link')}: add --full", "dim"), indent=3)


def _telling(ties: Sequence[Tie]) -> list[Tie]:
    """Return links with shared passages first, to be checked by eye; what only repeats one is left out."""
    seen = {frozenset((tie.left, tie.right)) for tie in ties if tie.shared}
    kept = [tie for tie in ties if tie.shared or frozenset((tie.left, tie.right)) not in seen]
    return sorted(kept, key=lambda tie: not tie.shared)


def _source_pieces(source: Source, *, full: bool) -> list[str | tuple[str, str]]:
    names = _listed(source.articles, full=full)
    if len(source.articles) == 1:
        return [names, (f" (credits {plain(source.agency)})", "dim") if source.agency else ""]
    whose = f"one text of {plain(source.agency)}" if source.agency else "one text"
    return [(f"{whose} in {count_words(len(source.articles), 'article')}: ", "bold"), names]


def _listed(names: Sequence[str], *, full: bool) -> str:
    shown = names if full else names[:NAMES_SHOWN]
    more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
    return ", ".join(map(plain, shown)) + more


def _tell_tie(tie: Tie, *, full: bool) -> None:
    words = KINDS.get(tie.kind, tie.kind)
    say((short(tie.id), "cyan"), f"  {plain(tie.left)} = {plain(tie.right)}: ", (words, "bold"), indent=3)
    say((plain(tie.evidence), "dim"), indent=5)
    if tie.shared:
        out.print(_side_by_side(tie, tie.shared if full else _longest(tie.shared)), soft_wrap=False)


def _longest(shared: Sequence[Shared]) -> list[Shared]:
    """Return the longest few, in their order in the text."""
    chosen = sorted(shared, key=lambda s: (s.left_start - s.left_end, s.left_start))[:SHARED_SHOWN]
    return sorted(chosen, key=lambda s: s.left_start)


def _side_by_side(tie: Tie, shared: Sequence[Shared]) -> Table:
    table = Table(
        width=min(out.width, WIDEST),
        box=None,
        padding=(0, 1),
        show_header=True,
        header_style="dim",
        expand=False,
    )
    for name in (tie.left, tie.right):
        table.add_column(Text(plain(name)), ratio=1, overflow="fold")
    for one in shared:
        same = {word.casefold() for word in _words(one.left)} & {
            word.casefold() for word in _words(one.right)
        }
        table.add_row(_marked(one.left, same), _marked(one.right, same))
        if one is not shared[-1]:
            table.add_row("", "")
    return table


def _marked(words: str, same: set[str]) -> Text:
    """Return a passage with the words that both have in colour."""
    text = Text()
    for piece in re.split(r"([^\W_]+(?:['’-][^\W_]+)*)", plain(words)):
        text.append(piece, "yellow" if piece.casefold() in same else "")
    return text


def _words(passage: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", plain(passage))
