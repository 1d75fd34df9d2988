"""`sayso export`: the ledger's records for other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sayso.faces.cli.options import (
    DEFAULT_LEDGER,
    AsOfOption,
    KnownOnOption,
    LedgerOption,
    ProfileOption,
    existing,
    write_file,
)
from sayso.faces.cli.reckoning import tell_reckoned
from sayso.faces.cli.screen import pour, tell

PANEL = "Take it along, and check it"


class Kind(StrEnum):
    """What can be exported."""

    statements = "statements"
    questions = "questions"
    claims = "claims"
    articles = "articles"
    issues = "issues"


def export(
    kind: Annotated[Kind, typer.Argument(help="Which records.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: Annotated[str, typer.Option("--format", "-f", help="jsonl or csv.")] = "jsonl",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file; without it, standard output.")
    ] = None,
    as_of: AsOfOption = None,
    known_on: KnownOnOption = None,
    profile: ProfileOption = None,
) -> None:
    """Write records in the field names of the annotation guide, always in the same order.

    Examples:

        sayso export statements --ledger conflict.db --format csv -o statements.csv

        sayso export questions --ledger conflict.db
    """
    with existing(ledger, profile, as_of, known_on) as opened:
        if as_of or known_on:
            tell_reckoned(opened.reckoned(), aside=True)
        pieces = opened.export(kind.value, form)
        if output is None:
            pour(pieces)
        else:
            write_file(output, pieces)
            tell(f"wrote {output}")


def register(app: typer.Typer) -> None:
    """Hang the command into the application."""
    app.command(rich_help_panel=PANEL)(export)
