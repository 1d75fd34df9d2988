"""`sayso verify`: does the ledger still say what was written?"""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.api import Ledger
from sayso.faces.cli.export import PANEL
from sayso.faces.cli.lines import count_words
from sayso.faces.cli.options import DEFAULT_LEDGER, JsonOption, LedgerOption, existing
from sayso.faces.cli.screen import plain, say, say_json

BROKEN = 6
"""The exit code that says that something does not hold."""


def verify(
    ledger: LedgerOption = DEFAULT_LEDGER,
    head: Annotated[
        str | None, typer.Option(help="A chain head kept elsewhere; finds a chain cut short, too.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Check records, spans, stored bytes and the audit chain; say where anything breaks.

    Example:

        sayso verify --ledger conflict.db
    """
    with existing(ledger) as opened:
        tell_verified(opened, head, as_json=as_json)


def tell_verified(opened: Ledger, head: str | None = None, *, as_json: bool = False) -> None:
    """Print what `verify` finds, and the head of the chain; raises typer.Exit where something is broken."""
    broken = opened.verify(head)
    entries = list(opened.view.chain())
    newest = entries[-1].hash if entries else ""
    if as_json:
        say_json({"broken": broken, "entries": len(entries), "head": newest})
    else:
        for line in broken:
            say(("broken", "bold red"), f"  {plain(line)}")
        checked = count_words(len(entries), "chain entry", "chain entries")
        if broken:
            say(f"{count_words(len(broken), 'thing')} broken, {checked} checked.")
        else:
            say(("All holds", "bold green"), f": records, spans, stored bytes and {checked}.")
            say("Keep this head elsewhere; --head with it will show, too, whether the chain was cut short:")
            say(f"head {newest}")
    if broken:
        raise typer.Exit(BROKEN)


def register(app: typer.Typer) -> None:
    """Hang the command into the application."""
    app.command(rich_help_panel=PANEL)(verify)
