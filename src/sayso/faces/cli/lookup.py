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
    AsOfOption,
    FullOption,
    JsonOption,
    KnownOnOption,
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
    daily: Annotated[
        bool, typer.Option("--daily", help="JSON, one row a day: state, VIINA's columns, LWJ's word.")
    ] = False,
    as_of: AsOfOption = None,
    known_on: KnownOnOption = None,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show how a place is said to stand and since when, then what each side claims of it over time.

    A part of the name or a spelling near to it will do; where several places fit, they are listed.
    The profile says who is on which side; without it sides are inferred.

    Examples:

        sayso place "Islam Qala" --ledger conflict.db

        sayso place "Islam Qala" --as-of 2021-07-08 --ledger conflict.db
    """
    with existing(ledger, profile, as_of, known_on) as opened, hinting(name, ledger):
        if daily:
            say_json(opened.place_days(name))
            return
        found = opened.place(name)
    if as_json:
        say_json(found)
        return
    from sayso.faces.cli.ground import tell_place
    from sayso.faces.cli.reckoning import tell_reckoned

    tell_reckoned(found.clocks)
    tell_place(name, found, full=full)


def who(
    name: Annotated[str, typer.Argument(help="A person, a party, a ministry, an outlet …")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    full: FullOption = False,
    as_of: AsOfOption = None,
    known_on: KnownOnOption = None,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show all that somebody claims, or that is claimed on their behalf.

    A part of the name or a spelling near to it will do; where several names fit, they are listed.

    Example:

        sayso who "Interior Ministry" --ledger conflict.db
    """
    with existing(ledger, profile, as_of, known_on) as opened, hinting(name, ledger):
        listing = opened.who(name)
        reckoned = opened.reckoned() if as_of or known_on else None
    if as_json:
        say_json(listing)
        return
    from sayso.faces.cli.listing import tell_listing
    from sayso.faces.cli.reckoning import tell_reckoned

    if reckoned is not None:
        tell_reckoned(reckoned)
    tell_listing(name, listing, answers=False, full=full)


def search(
    words: Annotated[list[str], typer.Argument(help="Words that must all occur.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many to show.")] = 20,
    as_of: AsOfOption = None,
    known_on: KnownOnOption = None,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find statements, then articles, that hold all the words.

    Example:

        sayso search border crossing --ledger conflict.db
    """
    with existing(ledger, profile, as_of, known_on) as opened:
        hits = opened.found(" ".join(words), limit)
        reckoned = opened.reckoned() if as_of or known_on else None
    if as_json:
        say_json(hits)
        return
    from sayso.faces.cli.listing import tell_found
    from sayso.faces.cli.reckoning import tell_reckoned

    if reckoned is not None:
        tell_reckoned(reckoned)
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
def hinting(name: str, ledger: Path) -> Iterator[None]:
    """Add to what was not found how to look for its words."""
    try:
        yield
    except NotFound as error:
        raise NotFound(
            f"{error} The words themselves: {asking(f'search {shlex.quote(name)}', ledger)}"
        ) from None
