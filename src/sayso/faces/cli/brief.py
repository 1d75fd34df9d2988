"""`sayso brief`: a situation brief of a period."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.faces.cli.export import PANEL, refuse_terminal
from sayso.faces.cli.options import DEFAULT_LEDGER, LedgerOption, ProfileOption, existing, write_file
from sayso.faces.cli.screen import pour_bytes, tell

FORMATS = ("md", "html", "pdf")


def brief(
    since: Annotated[str, typer.Option("--since", metavar="DAY", help="The first day, as 2031-03-05.")],
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DAY", help="The last day; without it, the first is the only one."),
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    limit: Annotated[
        int, typer.Option("--limit", "-n", min=0, help="Questions told in full; the others are named.")
    ] = 20,
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", help="md, html or pdf; without it, as the file's name ends, else md."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file; without it, standard output.")
    ] = None,
    profile: ProfileOption = None,
) -> None:
    """Write a situation brief of what was published in a period, with a footnote to every sentence.

    First what changed: reversals, admissions, denials, figures that moved, new claims. Then by question, most
    at stake first: how it stands, the answers with the sides that give them, and the sentences. One section
    says what the brief leaves out.

    Examples:

        sayso brief --ledger conflict.db --since 2031-03-05 --until 2031-03-09 -o brief.pdf

        sayso brief --ledger conflict.db --since 2031-03-09
    """
    chosen = form or (output.suffix.lstrip(".").lower() if output and output.suffix else "md")
    with existing(ledger, profile) as opened:
        made = opened.printed_brief(since, until, chosen, limit)
        if output is None:
            refuse_terminal(chosen, binary=chosen == "pdf")
            pour_bytes([made])
        else:
            write_file(output, [made])
            tell(f"wrote {output}")


def register(app: typer.Typer) -> None:
    """Hang the command into the application."""
    app.command(rich_help_panel=PANEL)(brief)
