"""`sayso export`: the ledger's records for other tools."""

from __future__ import annotations

import sys
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
from sayso.faces.cli.screen import pour_bytes, tell
from sayso.model.errors import UsageError

PANEL = "Take it along, and check it"

FORMATS = (
    "acled", "aif", "annotation", "claimreview", "csv", "followthemoney", "geojson", "jsonl", "parquet",
    "prov", "ucdp", "wacz", "warc",
)  # fmt: skip
"""All formats, for the help: to ask the exports for them would take time that a help page has not."""

BINARY = frozenset({"parquet", "wacz", "warc"})


class Kind(StrEnum):
    """What can be exported."""

    statements = "statements"
    questions = "questions"
    claims = "claims"
    articles = "articles"
    stories = "stories"
    issues = "issues"
    captures = "captures"


def export(
    kind: Annotated[Kind, typer.Argument(help="Which records.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", help=f"One of {', '.join(FORMATS)}; else jsonl, or warc of captures."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file; without it, standard output.")
    ] = None,
    as_of: AsOfOption = None,
    known_on: KnownOnOption = None,
    profile: ProfileOption = None,
) -> None:
    """Write records in the field names of the annotation guide, or in the format of another tool.

    The order is always the same. jsonl, csv and parquet carry all kinds of records; ucdp carries questions,
    claimreview claims, warc and wacz captures (the stored bytes), the others statements. The profile is
    needed only for its own places on a map.

    Examples:

        sayso export statements --ledger conflict.db --format csv -o statements.csv

        sayso export questions --ledger conflict.db

        sayso export statements --ledger conflict.db --format geojson -o statements.geojson

        sayso export captures --ledger conflict.db --format wacz -o evidence.wacz
    """
    form = form or ("warc" if kind is Kind.captures else "jsonl")
    with existing(ledger, profile, as_of, known_on) as opened:
        if as_of or known_on:
            tell_reckoned(opened.reckoned(), aside=True)
        pieces = opened.export_bytes(kind.value, form)
        if output is None:
            refuse_terminal(form, binary=form in BINARY)
            pour_bytes(pieces)
        else:
            write_file(output, pieces)
            tell(f"wrote {output}")


def refuse_terminal(form: str, *, binary: bool) -> None:
    """Raise UsageError where bytes that are no text would be poured onto a terminal."""
    if binary and sys.stdout.isatty():
        raise UsageError(f"{form} is not for reading: name a file with --output")


def register(app: typer.Typer) -> None:
    """Hang the command into the application."""
    app.command(rich_help_panel=PANEL)(export)
