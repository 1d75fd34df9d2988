"""`sayso chart`: the board, a place over time, the map, as pictures."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.faces.cli.export import PANEL
from sayso.faces.cli.options import DEFAULT_LEDGER, LedgerOption, ProfileOption, existing, write_file
from sayso.faces.cli.screen import tell
from sayso.model.errors import UsageError

if TYPE_CHECKING:
    from sayso.api import Ledger


class What(StrEnum):
    """What can be drawn."""

    board = "board"
    map = "map"
    timeline = "timeline"


def chart(
    what: Annotated[What, typer.Argument(help="What to draw.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The file: .svg, .png, or .json for Vega-Lite.")
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
    place: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The place of a timeline; for the board, its place only."),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(metavar="DAY", help="The day of the map; without it, the last with any word."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many questions of the board.")] = 12,
    profile: ProfileOption = None,
) -> None:
    """Draw the board, the map of claimed control on a day, or who says who holds a place over time.

    Pictures are made on this machine, without the network. A side has the same colour in all of them. How a
    place stands is what `sayso place` says of it; the profile says who is on which side, and knows places.

    Examples:

        sayso chart board --ledger conflict.db -o board.png

        sayso chart map --ledger conflict.db --profile conflict.toml --date 2031-03-07 -o map.svg

        sayso chart timeline --ledger conflict.db --place "Vantorr Bridge" -o bridge.svg
    """
    from sayso.api import picture_of

    with existing(ledger, profile) as opened:
        made = _drawn(opened, what, place, date, limit)
        write_file(output, [picture_of(made, output.suffix.lstrip(".").lower())])
        tell(f"wrote {output}")


def _drawn(opened: Ledger, what: What, place: str | None, date: str | None, limit: int) -> Any:
    if what is What.board:
        return opened.board(place=place).chart(limit)
    if what is What.map:
        return opened.map(date)
    if place is None:
        raise UsageError("a timeline is of one place: name it with --place")
    return opened.timeline(place)


def register(app: typer.Typer) -> None:
    """Hang the command into the application."""
    app.command(rich_help_panel=PANEL)(chart)
