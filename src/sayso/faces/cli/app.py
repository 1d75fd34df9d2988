"""The commands hung together, and errors turned into a sentence and an exit code."""

from __future__ import annotations

import sys
import traceback
from typing import Any

import typer
from typer.core import TyperGroup

import sayso
from sayso.faces.cli import (
    ask,
    backup,
    brief,
    chart,
    corrections,
    demo,
    evaluate,
    export,
    judge,
    judged,
    lineage,
    lookup,
    morning,
    profile,
    read,
    serve,
    verify,
    versions,
    watch,
)
from sayso.faces.cli.screen import complain
from sayso.model.errors import InputError, LedgerError, NotFound, SaysoError, UsageError

EPILOG = """Exit codes: 0 done · 1 a fault of Sayso itself · 2 the command was used wrongly, or its output
cannot be written · 3 not found, or more than one thing fits · 4 nothing of the input could be used · 5 the
ledger could not be opened or written · 6 verify found something broken · 130 stopped by Ctrl-C (all articles
named before are in the ledger)."""

HELP = """Who says so? Read news articles about a conflict and keep a ledger of claims.

New here? `sayso demo` reads an invented conflict and shows what comes of it. Then, with your own articles:
`sayso read FOLDER --ledger conflict.db` and `sayso board --ledger conflict.db`."""

ORDER = (
    "demo", "read", "watch", "import", "profile", "weigh",
    "board", "show", "place", "who", "search", "diff", "record", "origins", "stories", "versions", "serve",
    "judge", "judgements", "corrections",
    "export", "brief", "chart", "backup", "restore", "verify", "evaluate",
)  # fmt: skip
"""The commands in the order in which the help lists them, panel by panel."""

CODES: tuple[tuple[type[SaysoError], int], ...] = (
    (NotFound, 3),
    (UsageError, 2),
    (InputError, 4),
    (LedgerError, 5),
    (SaysoError, 1),
)


class _InOrder(TyperGroup):
    """Lists commands and groups of commands in one order; what is not in it comes last."""

    def list_commands(self, ctx: Any) -> list[str]:
        names = super().list_commands(ctx)
        return sorted(names, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))


app = typer.Typer(
    cls=_InOrder,
    help=HELP,
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _root(version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    if version:
        typer.echo(f"sayso {sayso.__version__}")
        raise typer.Exit


for part in (
    read,
    watch,
    demo,
    profile,
    ask,
    lookup,
    lineage,
    morning,
    versions,
    serve,
    judge,
    judged,
    corrections,
    export,
    brief,
    chart,
    backup,
    verify,
    evaluate,
):
    part.register(app)


def run() -> None:
    """Run the command line; errors made on purpose end in their sentence and their code."""
    for stream in (sys.stdout, sys.stderr):
        _never_stumble(stream)
    try:
        app()
    except SaysoError as error:
        complain(str(error))
        sys.exit(code_of(error))
    except Exception as error:
        traceback.print_exc()
        complain(f"this is a fault of Sayso itself ({type(error).__name__}). Please report the lines above.")
        sys.exit(1)


def code_of(error: SaysoError) -> int:
    """Return the exit code for an error that was raised on purpose."""
    return next(code for kind, code in CODES if isinstance(error, kind))


def _never_stumble(stream: Any) -> None:
    # A terminal of another encoding than UTF-8 gets a mark for what it cannot show, not a traceback.
    stream.reconfigure(errors="replace")
