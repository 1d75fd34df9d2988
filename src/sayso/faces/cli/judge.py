"""`sayso judge`: what people decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.faces.cli.judged import PANEL, tell_judgement
from sayso.faces.cli.lines import short
from sayso.faces.cli.options import (
    DEFAULT_LEDGER,
    JsonOption,
    LedgerOption,
    ProfileOption,
    asking,
    existing,
)
from sayso.faces.cli.screen import say, say_json

if TYPE_CHECKING:
    from pathlib import Path

    from sayso.model.judgement import Act

ByOption = Annotated[
    str,
    typer.Option("--by", envvar="SAYSO_NAME", help="Whose judgement it is: your name.", show_default=False),
]
ReasonOption = Annotated[str, typer.Option("--reason", "-r", help="Why.", show_default=False)]
StatementsArgument = Annotated[
    list[str], typer.Argument(metavar="STATEMENT…", help="The statements that leave it.")
]
PlaceArgument = Annotated[
    str, typer.Argument(metavar="PLACE|QUESTION", help="A place's name, or a question's id.")
]
DayOption = Annotated[str | None, typer.Option("--day", metavar="DAY", help="The day that it is of (ISO).")]
RecordArgument = Annotated[str, typer.Argument(metavar="ID", help="An id, or its start.")]

judge = typer.Typer(
    help="Accept, reject, merge, split, correct … a record. Nothing is ever overwritten: a judgement lies "
    "over the machine's record, is kept with name, time and reason, and is taken back by another one (undo).",
    no_args_is_help=True,
)


@judge.command()
def accept(
    record: RecordArgument, by: ByOption, reason: ReasonOption,
    ledger: LedgerOption = DEFAULT_LEDGER, profile: ProfileOption = None, as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Say that a record is right; a statement or article rejected before is weighed again.

    Example:

        sayso judge accept st-1f0c --by "Ann Ode" --reason "checked against the recording"
    """
    _judge("accept", record, (), (ledger, profile, as_json), by, reason)


@judge.command()
def reject(
    record: RecordArgument, by: ByOption, reason: ReasonOption,
    ledger: LedgerOption = DEFAULT_LEDGER, profile: ProfileOption = None, as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Say that a record is wrong; a statement, or all statements of an article, then weigh nothing.

    They are still shown, marked as rejected. Of a question or a claim it is a mark only.

    Example:

        sayso judge reject st-1f0c --by "Ann Ode" --reason "the officer speaks of another town"
    """
    _judge("reject", record, (), (ledger, profile, as_json), by, reason)


@judge.command()
def merge(
    record: RecordArgument,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The question or claim that it goes into.")],
    by: ByOption, reason: ReasonOption,
    ledger: LedgerOption = DEFAULT_LEDGER, profile: ProfileOption = None, as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Make two questions one, or two claims.

    Example:

        sayso judge merge qu-03ab qu-77f1 --by "Ann Ode" --reason "two names of one crossing"
    """
    _judge("merge", record, (into,), (ledger, profile, as_json), by, reason)


@judge.command()
def split(
    record: RecordArgument,
    statements: StatementsArgument,
    by: ByOption, reason: ReasonOption,
    ledger: LedgerOption = DEFAULT_LEDGER, profile: ProfileOption = None, as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Take statements out of a question or a claim; together they make one of their own.

    Example:

        sayso judge split qu-03ab st-1f0c st-9a02 --by "Ann Ode" --reason "another village of that name"
    """
    _judge("split", record, tuple(statements), (ledger, profile, as_json), by, reason)


@judge.command("cut-link")
def cut_link(
    record: RecordArgument,
    other: Annotated[str, typer.Argument(metavar="ID", help="The other statement or article.")],
    by: ByOption, reason: ReasonOption,
    ledger: LedgerOption = DEFAULT_LEDGER, profile: ProfileOption = None, as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Say that two statements, or two articles, are not of one origin.

    Example:

        sayso judge cut-link st-1f0c st-9a02 --by "Ann Ode" --reason "two interviews"
    """
    _judge("cut-link", record, (other,), (ledger, profile, as_json), by, reason)


@judge.command("add-link")
def add_link(
    record: RecordArgument,
    other: Annotated[str, typer.Argument(metavar="ID", help="The other statement or article.")],
    by: ByOption, reason: ReasonOption,
    ledger: LedgerOption = DEFAULT_LEDGER, profile: ProfileOption = None, as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Say that two statements, or two articles, are of one origin.

    Example:

        sayso judge add-link a.html b.html --by "Ann Ode" --reason "both are the ministry's release"
    """
    _judge("add-link", record, (other,), (ledger, profile, as_json), by, reason)


@judge.command()
def assess(
    record: PlaceArgument,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="How it stands, by your own judgement.")],
    by: ByOption, reason: ReasonOption,
    day: DayOption = None,
    ledger: LedgerOption = DEFAULT_LEDGER, profile: ProfileOption = None, as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Fill in the column that only people fill in: how a place or question stands.

    Example:

        sayso judge assess Norvik "held by the Reds" --day 2031-03-04 --by "Ann Ode" --reason "two films"
    """
    _judge("assess", record, (), (ledger, profile, as_json), by, reason, value=words, day=day)


@judge.command()
def note(
    record: RecordArgument,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The note.")],
    by: ByOption,
    ledger: LedgerOption = DEFAULT_LEDGER, profile: ProfileOption = None, as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Leave a note on a record.

    Example:

        sayso judge note st-1f0c "ask the desk in Sund" --by "Ann Ode"
    """
    _judge("note", record, (), (ledger, profile, as_json), by, words)


@judge.command()
def correct(
    record: RecordArgument,
    field: Annotated[str, typer.Argument(metavar="FIELD", help="claimer, claimer_for, type, place, when …")],
    by: ByOption, reason: ReasonOption,
    value: Annotated[str | None, typer.Argument(metavar="VALUE", help="What it should be.")] = None,
    none: Annotated[bool, typer.Option("--none", help="It should be empty.")] = False,
    ledger: LedgerOption = DEFAULT_LEDGER, profile: ProfileOption = None, as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Put a field of a statement right; it is weighed as corrected, and the machine's reading is kept.

    Example:

        sayso judge correct st-1f0c claimer "Una Holt" --by "Ann Ode" --reason "“he” is the spokesman"
    """
    if (value is None) != none:
        raise typer.BadParameter("give the value that the field should have, or --none for an empty field")
    _judge("correct", record, (), (ledger, profile, as_json), by, reason, field=field, value=value)


@judge.command()
def undo(
    record: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="The id of a judgement, or its start.")],
    by: ByOption, reason: ReasonOption,
    ledger: LedgerOption = DEFAULT_LEDGER, profile: ProfileOption = None, as_json: JsonOption = False,
) -> None:  # fmt: skip
    """Take a judgement back, by another one; both are kept.

    Example:

        sayso judge undo ju-5b1e --by "Bo Lind" --reason "the recording was of another day"
    """
    _judge("undo", record, (), (ledger, profile, as_json), by, reason)


def register(app: typer.Typer) -> None:
    """Hang the commands into the application."""
    app.add_typer(judge, name="judge", rich_help_panel=PANEL)


def _judge(
    act: Act, record: str, others: tuple[str, ...], where: tuple[Path, Path | None, bool],
    by: str, reason: str, **rest: Any,
) -> None:  # fmt: skip
    ledger, profile, as_json = where
    with existing(ledger, profile) as opened:
        judged = opened.judge(act, record, *others, by=by, reason=reason, **rest)
        opened.close()
        (shown,) = [one for one in opened.judgements(judged.judgement.id) if one.id == judged.judgement.id]
    if as_json:
        say_json({"judgement": shown, "changed": judged.changed})
        return
    tell_judgement(shown)
    outcome = "Questions and claims were weighed anew." if judged.changed else "No question or claim changed."
    say((outcome, "dim"))
    say(("Take it back: ", "dim"), asking(f"judge undo {short(shown.id)} --reason …", ledger))
