"""`sayso demo`: an invented conflict, read and shown."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path
from typing import Annotated

import typer

from sayso.api import demo_folder, open_ledger
from sayso.faces.cli.ask import board
from sayso.faces.cli.lines import count_words
from sayso.faces.cli.options import asking
from sayso.faces.cli.progress import following
from sayso.faces.cli.read import PANEL, STOPPED
from sayso.faces.cli.screen import say
from sayso.model.errors import UsageError

DEFAULT_FOLDER = Path("sayso-demo")
"""Where the demo keeps its ledger when nobody says where."""


def demo(
    folder: Annotated[Path, typer.Option("--folder", help="Where its ledger goes.")] = DEFAULT_FOLDER,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many points to show.")] = 6,
) -> None:
    """Read the demo conflict and show its board. The conflict, its people and outlets are invented.

    Example:

        sayso demo
    """
    ledger = folder / "demo.db"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"the folder {folder} cannot be made: {error.strerror or error}") from None
    profile = folder / "profile.toml"
    with demo_folder() as data, following() as progress:
        _take_profile(data, folder)
        with open_ledger(ledger, profile) as opened:
            report = opened.read([data / "articles"], progress=progress)
    if report.interrupted:
        raise typer.Exit(STOPPED)
    new = f"{count_words(report.statements, 'new statement')} in {ledger}"
    say(f"An invented conflict: {count_words(report.articles, 'article')}, {new}")
    say()
    board(ledger, limit)
    say()
    say("Go on with:")
    for words in ('place "Vantorr Bridge"', "diff --since 2031-03-08", 'record "Ondarek Front"'):
        say(f"{asking(words, ledger)} --profile {shlex.quote(str(profile))}", indent=2)
    say(asking("verify", ledger), indent=2)


def _take_profile(data: Path, folder: Path) -> None:
    """Put the demo's profile beside its ledger, for the commands that need one."""
    for name in ("profile.toml", "places.toml"):
        try:
            shutil.copyfile(data / name, folder / name)
        except OSError as error:
            raise UsageError(f"{folder / name} cannot be written: {error.strerror or error}") from None


def register(app: typer.Typer) -> None:
    """Hang the command into the application."""
    app.command(rich_help_panel=PANEL)(demo)
