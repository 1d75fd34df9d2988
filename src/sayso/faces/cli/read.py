"""`sayso read` and `sayso import`: what comes in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.api import open_ledger
from sayso.faces.cli.issues import counted, tell_issues
from sayso.faces.cli.lines import count_words
from sayso.faces.cli.options import DEFAULT_LEDGER, JsonOption, LedgerOption, ProfileOption, asking
from sayso.faces.cli.progress import following
from sayso.faces.cli.screen import complain, say, say_json

if TYPE_CHECKING:
    from sayso.pipeline.read import ReadReport

PANEL = "Fill a ledger"

NOTHING = 4
"""The exit code that says that nothing of the input could be used."""

STOPPED = 130
"""The exit code of a run that Ctrl-C ended."""


ReaderOption = Annotated[
    str,
    typer.Option("--reader", envvar="SAYSO_READER", help="Who reads: rules, learned, both or llm (trials)."),
]
WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", "-j", min=1, help="How many processes read (one a processor if not said)."),
]
EngineOption = Annotated[
    str, typer.Option("--engine", help="Who reads: pool (processes here) or ray (a cluster; trials).")
]
PrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from private and loopback addresses, too.")
]
LlmUrl = Annotated[
    str | None,
    typer.Option("--llm-url", envvar="SAYSO_LLM_URL", help="For --reader llm: the server's base address."),
]
LlmModel = Annotated[
    str | None,
    typer.Option("--llm-model", envvar="SAYSO_LLM_MODEL", help="For --reader llm: the model to ask for."),
]


def read(
    targets: Annotated[
        list[str], typer.Argument(metavar="PATH|URL|-…", help="Files, folders, web pages, or - for stdin.")
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
    profile: ProfileOption = None,
    reader: ReaderOption = "rules",
    workers: WorkersOption = None,
    engine: EngineOption = "pool",
    llm_url: LlmUrl = None,
    llm_model: LlmModel = None,
    allow_private: PrivateOption = False,
    as_json: JsonOption = False,
) -> None:
    """Read articles into a ledger.

    Reading the same article again changes nothing. What cannot be read is reported and kept as an
    issue; the rest goes on.

    A ledger does not keep its conflict profile: give the same one each time (or set SAYSO_PROFILE), for
    every run weighs the whole ledger anew.

    Examples:

        sayso read articles/ --ledger conflict.db

        sayso read page.html https://example.org/story --profile conflict.toml

        curl -s https://example.org/story | sayso read -
    """
    try:
        with following() as progress, open_ledger(ledger, profile) as opened:
            report = opened.read(
                targets,
                reader=reader,
                reader_options={"url": llm_url, "model": llm_model},
                engine=engine,
                workers=workers,
                allow_private=allow_private,
                progress=progress,
            )
    except KeyboardInterrupt:
        # Before the first article or while weighing; between the two the report says that it was stopped.
        complain("stopped by Ctrl-C. What was read before is kept; the same command goes on from there.")
        raise typer.Exit(STOPPED) from None
    if as_json:
        fields = ("read", "stored", "known", "statements", "interrupted", "issues")
        used = {"usage": report.usage, "cost": report.usage.cost} if report.usage else {}
        say_json({name: getattr(report, name) for name in fields} | used)
    else:
        tell_issues(report.issues, ledger)
        _tell_report(report, ledger)
        _tell_usage(report)
    _end(report)


def import_statements(
    file: Annotated[Path, typer.Argument(help="A JSONL or CSV file.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Bring hand-made statements in: the fields that `sayso export statements` writes.

    Rows that do not hold are reported by row and field, and the others come in. A ledger does not keep
    its conflict profile: give the same one each time.

    Example:

        sayso import statements coded-by-hand.csv --ledger conflict.db
    """
    with open_ledger(ledger, profile) as opened:
        report = opened.import_statements(file)
    if as_json:
        fields = ("statements", "known", "stubs", "issues")
        say_json({name: getattr(report, name) for name in fields})
    else:
        tell_issues(report.issues, ledger)
        say(
            f"{count_words(report.statements, 'new statement')}, {report.known} known already, "
            f"{count_words(report.stubs, 'article')} known by name only, in {ledger}"
        )
    if not report.statements and not report.known:
        raise typer.Exit(NOTHING)


def register(app: typer.Typer) -> None:
    """Hang the commands into the application."""
    app.command(rich_help_panel=PANEL)(read)
    imports = typer.Typer(help="Bring hand-made records in.", no_args_is_help=True)
    imports.command("statements")(import_statements)
    app.add_typer(imports, name="import", rich_help_panel=PANEL)


def _end(report: ReadReport) -> None:
    """Leave with the code that says how the run ended."""
    if report.interrupted:
        raise typer.Exit(STOPPED)
    if not report.articles:
        raise typer.Exit(NOTHING)


def _tell_report(report: ReadReport, ledger: Path) -> None:
    if report.interrupted:
        complain(
            "stopped by Ctrl-C. The articles counted below are in the ledger, the one in hand is not; "
            "the same command goes on from there."
        )
    if not report.articles:
        complain(f"nothing was read ({counted(report.issues) or 'no article was found'}).")
        return
    if report.read:
        statements = count_words(report.statements, "new statement")
        say(f"{count_words(report.read, 'article')} read into {ledger}: {statements}.")
    if report.known:
        say(f"{count_words(report.known, 'article')} known already: nothing changed.")
    if report.stored:
        say(f"{count_words(report.stored, 'article')} kept, but not read: no reader for the language.")
    if report.issues:
        say(f"Issues: {counted(report.issues)}.")
    say(("Next: ", "dim"), asking("board", ledger))


def _tell_usage(report: ReadReport) -> None:
    used = report.usage
    if used is None:
        return
    tokens = f"{used.tokens_in:,} tokens sent, {used.tokens_out:,} received"
    more = [count_words(used.uncounted, "answer") + " without a count"] if used.uncounted else []
    more += [f"tried again {used.retries} times"] if used.retries else []
    more += [f"{used.failures} unanswered"] if used.failures else []
    more += [f"cost {used.cost:.4f}"] if used.cost is not None else ["no prices given"]
    say(f"Asked the model: {count_words(used.answers, 'answer')}, {tokens} ({'; '.join(more)}).")
