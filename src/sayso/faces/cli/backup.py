"""`backup` and `restore`: a ledger copied while it is in use, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.api import open_ledger
from sayso.faces.cli.export import PANEL
from sayso.faces.cli.options import existing
from sayso.faces.cli.screen import tell
from sayso.faces.cli.verify import tell_verified


def backup(
    ledger: Annotated[Path, typer.Argument(help="The ledger file.")],
    to: Annotated[Path, typer.Argument(help="A file that is not there yet, or a folder.")],
) -> None:
    """Copy a ledger as it stands at this moment, with its stored bytes, and verify the copy.

    Others may read and write meanwhile. The copy is a ledger itself: FILE and the folder FILE.captures.

    Example:

        sayso backup conflict.db backups/2031-03-04.db
    """
    _copied(ledger, to)


def restore(
    backup: Annotated[Path, typer.Argument(help="The copy that `sayso backup` made.")],
    ledger: Annotated[Path, typer.Argument(help="Where the ledger is to be; nothing may be there.")],
) -> None:
    """Bring a ledger back from a backup, and verify it; a ledger that is there is not written over.

    Example:

        sayso restore backups/2031-03-04.db conflict.db
    """
    _copied(backup, ledger)


def register(app: typer.Typer) -> None:
    """Hang the commands into the application."""
    for command in (backup, restore):
        app.command(rich_help_panel=PANEL)(command)


def _copied(ledger: Path, to: Path) -> None:
    with existing(ledger) as opened:
        made = opened.backup(to)
    tell(f"{made} written")
    with open_ledger(made) as copy:
        tell_verified(copy)
