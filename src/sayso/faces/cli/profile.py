"""`sayso profile`: who is who in a conflict."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from sayso.api import open_ledger
from sayso.faces.cli.lines import count_words
from sayso.faces.cli.options import existing, write_file
from sayso.faces.cli.read import PANEL
from sayso.faces.cli.screen import plain, pour, say, tell
from sayso.model.errors import UsageError


def draft(
    ledger: Annotated[Path, typer.Argument(help="The ledger file.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A new file; without it, standard output.")
    ] = None,
) -> None:
    """Draft a conflict profile (TOML) from what a ledger holds, to be edited by hand.

    A file that is there is never written over: it may hold your own work.

    Example:

        sayso profile draft conflict.db -o conflict.toml
    """
    if output is not None and output.exists():
        raise UsageError(f"{output} is there already, and may hold your own work: name another file")
    with existing(ledger) as opened:
        text = opened.draft_profile()
    if output is None:
        pour([text])
    else:
        write_file(output, [text])
        tell(f"wrote {output}: edit it, then give it with --profile {output}")


def check(
    profile: Annotated[Path, typer.Argument(help="A conflict profile (TOML).")],
) -> None:
    """Check a conflict profile and say what it holds.

    Example:

        sayso profile check conflict.toml
    """
    with open_ledger(profile, profile) as opened:
        held = opened.profile
    parties = Counter(party.side for party in held.parties)
    say((plain(held.name) or str(profile), "bold"), " holds:")
    say(
        f"{count_words(len(parties), 'side')}, {count_words(len(held.parties), 'party', 'parties')}", indent=2
    )
    for side, count in sorted(parties.items(), key=lambda item: (-item[1], item[0])):
        people = sum(len(party.spokespeople) for party in held.parties if party.side == side)
        names = (
            f"{count_words(count, 'party', 'parties')}, {count_words(people, 'spokesperson', 'spokespeople')}"
        )
        say(f"{plain(side)}: {names}", lead="- ", indent=4)
    say(f"{count_words(len(held.places), 'place')}, {count_words(len(held.sources), 'source')}", indent=2)


def register(app: typer.Typer) -> None:
    """Hang the commands into the application."""
    group = typer.Typer(help="Draft and check conflict profiles.", no_args_is_help=True)
    group.command()(draft)
    group.command()(check)
    app.add_typer(group, name="profile", rich_help_panel=PANEL)
