"""`board` and `show`: the points at issue, and one thing in full."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from sayso.faces.cli.lines import count_words
from sayso.faces.cli.options import (
    DEFAULT_LEDGER,
    AsOfOption,
    FullOption,
    JsonOption,
    KnownOnOption,
    LedgerOption,
    ProfileOption,
    asking,
    existing,
    one_of,
)
from sayso.faces.cli.screen import plain, say, say_json
from sayso.model.proposition import PropositionType

if TYPE_CHECKING:
    from sayso.api import Ledger
    from sayso.ledger.interface import Counts
    from sayso.views.clocks import Reckoned

STATUSES = ("contested", "conceded", "corroborated", "uncontested")
TYPES = get_args(PropositionType)

PANEL = "Ask a ledger"


def board(
    ledger: LedgerOption = DEFAULT_LEDGER,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many points to show.")] = 10,
    status: Annotated[
        str | None,
        typer.Option(metavar="STATUS", callback=one_of(STATUSES), help=f"Only these: {', '.join(STATUSES)}."),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only this place, places in it, and those named after it."),
    ] = None,
    of_type: Annotated[
        str | None,
        typer.Option(
            "--type", metavar="TYPE", callback=one_of(TYPES), help=f"Only one of {', '.join(TYPES)}."
        ),
    ] = None,
    full: FullOption = False,
    as_of: AsOfOption = None,
    known_on: KnownOnOption = None,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show the points at issue, contested ones first, the answers side by side.

    The profile is needed for what lies in its own places, and with `--as-of` or `--known-on`.

    Examples:

        sayso board --ledger conflict.db --limit 20

        sayso board --ledger conflict.db --status contested --type control
    """
    with existing(ledger, profile, as_of, known_on) as opened:
        shown, fitting = opened.counted_points(limit, status, place, of_type)
        counts = opened.counts()
        reckoned = opened.reckoned() if as_of or known_on else None
    if as_json:
        say_json(shown)
        return
    from sayso.faces.cli.words import tell_point

    _tell_clocks(reckoned)
    for number, point in enumerate(shown, 1):
        tell_point(number, point, full=full)
    chosen = [f"{name} {value}" for name, value in _chosen(status, of_type, place)]
    _tell_end(len(shown), fitting, counts, ledger, ", ".join(chosen))


def show(
    key: Annotated[
        str, typer.Argument(metavar="ID", help="The id of a statement, question or article, or its start.")
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
    as_of: AsOfOption = None,
    known_on: KnownOnOption = None,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show one statement: its sentence in context, claimer, relays, dates, status, and what is open.

    The id of a question shows all its statements; that of an article (or its name) all that was read in it.

    Examples:

        sayso show st-1f0c --ledger conflict.db

        sayso show story.html --ledger conflict.db
    """
    with existing(ledger, profile, as_of, known_on) as opened:
        if not as_json and (as_of or known_on):
            _tell_clocks(opened.reckoned())
        meant = opened.look_up(key)
        tell = {"statement": _tell_statement, "question": _tell_question, "article": _tell_article}
        tell[meant.kind](opened, meant.id, as_json)


def register(app: typer.Typer) -> None:
    """Hang the commands into the application."""
    for command in (board, show):
        app.command(rich_help_panel=PANEL)(command)


def _tell_end(shown: int, fitting: int, counts: Counts, ledger: Path, chosen: str) -> None:
    """Say how much there is besides, and what to type next."""
    if not counts.articles:
        say("This ledger is empty. Put articles into it: ", asking("read FOLDER", ledger))
        return
    only = f" ({chosen})" if chosen else ""
    if not fitting:
        say(f"No question fits{only}. There are {counts.questions:,} in all: ", asking("board", ledger))
        return
    total = f"{count_words(counts.statements, 'statement')} in {count_words(counts.articles, 'article')}"
    say((f"{shown} of {count_words(fitting, 'question')}{only}; {total}.", "dim"))
    say(("One in full: ", "dim"), asking("show ID", ledger))


def _tell_clocks(found: Reckoned | None) -> None:
    if found is not None:
        from sayso.faces.cli.reckoning import tell_reckoned

        tell_reckoned(found)
        say()


def _chosen(status: str | None, of_type: str | None, place: str | None) -> Iterator[tuple[str, str]]:
    """Yield the filters that were given."""
    for name, value in (("status", status), ("type", of_type), ("place", place)):
        if value:
            yield name, plain(value)


def _tell_statement(ledger: Ledger, key: str, as_json: bool) -> None:
    shown = ledger.shown(key)
    if as_json:
        say_json(shown)
        return
    from sayso.faces.cli.pages import tell_shown

    tell_shown(shown)


def _tell_question(ledger: Ledger, key: str, as_json: bool) -> None:
    point = ledger.point(key)
    if as_json:
        say_json(point)
        return
    from sayso.faces.cli.words import tell_point

    tell_point(1, point, full=True)


def _tell_article(ledger: Ledger, key: str, as_json: bool) -> None:
    sheet = ledger.sheet(key)
    if as_json:
        say_json(sheet)
        return
    from sayso.faces.cli.pages import tell_sheet

    tell_sheet(sheet)
