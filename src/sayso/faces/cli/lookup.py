"""`place`, `who`, `search`: what is claimed of a place, by somebody, in some words."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from sayso.faces.cli.ask import PANEL
from sayso.faces.cli.options import (
    DEFAULT_LEDGER,
    FullOption,
    JsonOption,
    LedgerOption,
    ProfileOption,
    asking,
    existing,
)
from sayso.faces.cli.screen import plain, say, say_json
from sayso.model.errors import NotFound


def place(
    name: Annotated[str, typer.Argument(help="A town, crossing, district, border …")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    full: FullOption = False,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show all that is claimed of a place, by side: how its questions stand, then every statement.

    A part of the name or a spelling near to it will do; where several places fit, they are listed.
    The profile is needed only for what lies in its own places.

    Example:

        sayso place "Islam Qala" --ledger conflict.db
    """
    with existing(ledger, profile) as opened, _hinting(name, ledger):
        listing = opened.place(name)
    if as_json:
        say_json(listing)
        return
    from sayso.faces.cli.listing import tell_listing

    tell_listing(name, listing, answers=True, full=full)


def who(
    name: Annotated[str, typer.Argument(help="A person, a party, a ministry, an outlet …")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    full: FullOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show all that somebody claims, or that is claimed on their behalf.

    A part of the name or a spelling near to it will do; where several names fit, they are listed.

    Example:

        sayso who "Interior Ministry" --ledger conflict.db
    """
    with existing(ledger) as opened, _hinting(name, ledger):
        listing = opened.who(name)
    if as_json:
        say_json(listing)
        return
    from sayso.faces.cli.listing import tell_listing

    tell_listing(name, listing, answers=False, full=full)


def search(
    words: Annotated[list[str], typer.Argument(help="Words that must all occur.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many to show.")] = 20,
    as_json: JsonOption = False,
) -> None:
    """Find statements, then articles, that hold all the words.

    Example:

        sayso search border crossing --ledger conflict.db
    """
    with existing(ledger) as opened:
        hits = opened.found(" ".join(words), limit)
    if as_json:
        say_json(hits)
        return
    from sayso.faces.cli.listing import tell_found

    for hit in hits:
        tell_found(hit)
    if not hits:
        say(f"Nothing here holds all of: {plain(' '.join(words))}. Try fewer words.")
    elif len(hits) == limit:
        say((f"The first {limit}; there may be more: add --limit {limit * 5}", "dim"))
    else:
        say((f"{len(hits)} found. One in full: ", "dim"), asking("show ID", ledger))


def register(app: typer.Typer) -> None:
    """Hang the commands into the application."""
    for command in (place, who, search):
        app.command(rich_help_panel=PANEL)(command)


@contextmanager
def _hinting(name: str, ledger: Path) -> Iterator[None]:
    """Add to what was not found how to look for its words."""
    try:
        yield
    except NotFound as error:
        raise NotFound(
            f"{error} The words themselves: {asking(f'search {shlex.quote(name)}', ledger)}"
        ) from None
