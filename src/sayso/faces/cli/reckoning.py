"""What the two clocks take and leave out, in a line above what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.faces.cli.days import day_words
from sayso.faces.cli.lines import count_words
from sayso.faces.cli.screen import say, tell

if TYPE_CHECKING:
    from sayso.views.clocks import Reckoned


def tell_reckoned(found: Reckoned, *, aside: bool = False) -> None:
    """Print by which clocks a ledger is shown and what they leave out; nothing where none is set.

    `aside` prints on standard error, for output that goes into a file or pipe.
    """
    if found.as_of is None and found.known_on is None:
        return
    heads = [f"as of {day_words(found.as_of)}"] if found.as_of else []
    if found.known_on:
        heads.append(f"known on {_moment(found.known_on)}")
    reasons = [
        (found.unknown, "not known by then"),
        (found.later, "about later days"),
        (found.beyond, "about a time that goes on after it"),
    ]
    out = [f"{count:,} {why}" for count, why in reasons if count]
    told = f"{count_words(found.taken, 'statement')} of {found.taken + found.left_out:,}"
    told += f"; left out: {', '.join(out)}" if out else ""
    told += f"; {found.undated:,} without any day are shown" if found.undated else ""
    told += f"; {found.by_reading:,} known from when they were read" if found.by_reading else ""
    words = " · ".join(heads)
    (tell if aside else say)((words[:1].upper() + words[1:], "bold"), (f": {told}", "dim"))


def _moment(value: str) -> str:
    day, _, time = value.partition("T")
    return day_words(day) if time == "23:59:59" else f"{day_words(day)} {time[:5]} UTC"
