"""`diff` and `record`: what is new since a moment, and what became of a side's claims."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.faces.cli.ask import PANEL
from sayso.faces.cli.lookup import hinting
from sayso.faces.cli.options import (
    DEFAULT_LEDGER,
    AsOfOption,
    FullOption,
    JsonOption,
    KnownOnOption,
    LedgerOption,
    ProfileOption,
    existing,
)
from sayso.faces.cli.screen import pour, say_json


def diff(
    since: Annotated[
        str, typer.Option("--since", metavar="WHEN", help="A day (from its start) or a moment (UTC).")
    ],
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="WHEN", help="A day (to its end) or a moment; else the last told."),
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    quiet_days: Annotated[
        int, typer.Option("--quiet-days", min=1, help="Days without a repetition until a claim is quiet.")
    ] = 7,
    by_reading: Annotated[
        bool, typer.Option("--by-reading", help="Go by when articles were read, not by when published.")
    ] = False,
    full: FullOption = False,
    as_of: AsOfOption = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print Markdown instead of text.")] = False,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what is new, by when articles were published (else read): one line a change, with its evidence.

    Reversals, admissions, denials, figures that moved, first verifications, new claims, claims gone quiet.

    Examples:

        sayso diff --since 2021-07-09 --ledger conflict.db

        sayso diff --since 2021-07-09T06:00 --until 2021-07-10T06:00 --markdown --ledger conflict.db
    """
    with existing(ledger, profile) as opened:
        found = opened.diff(since, until, as_of, quiet_days, by_reading=by_reading)
    if as_json:
        say_json(found)
        return
    from sayso.faces.cli.changes import markdown_of, tell_diff

    if markdown:
        pour(markdown_of(found))
    else:
        tell_diff(found, ledger, full=full)


def record(
    name: Annotated[str, typer.Argument(help="A side, a person, a ministry, an outlet …")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    full: FullOption = False,
    as_of: AsOfOption = None,
    known_on: KnownOnOption = None,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what became of a side's claims: conceded, denied, withdrawn, or standing alone. No score.

    Example:

        sayso record Taliban --ledger conflict.db
    """
    with existing(ledger, profile, as_of, known_on) as opened, hinting(name, ledger):
        found = opened.record(name)
        reckoned = opened.reckoned() if as_of or known_on else None
    if as_json:
        say_json(found)
        return
    from sayso.faces.cli.changes import tell_record
    from sayso.faces.cli.reckoning import tell_reckoned

    if reckoned is not None:
        tell_reckoned(reckoned)
    tell_record(name, found, full=full)


def register(app: typer.Typer) -> None:
    """Hang the commands into the application."""
    for command in (diff, record):
        app.command(rich_help_panel=PANEL)(command)
