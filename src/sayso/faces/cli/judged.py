"""`sayso judgements`, `sayso weigh`: what was judged, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.faces.cli.days import day_words
from sayso.faces.cli.lines import count_words, short
from sayso.faces.cli.options import (
    DEFAULT_LEDGER,
    JsonOption,
    LedgerOption,
    ProfileOption,
    asking,
    existing,
)
from sayso.faces.cli.screen import Piece, plain, say, say_json, say_marks

if TYPE_CHECKING:
    from sayso.views.judged import JudgedView

PANEL = "Judge"
FILLING = "Fill a ledger"


def judgements(
    record: Annotated[
        str | None, typer.Argument(metavar="ID|PLACE", help="Only those on this record, or of this id.")
    ] = None,
    by: Annotated[str | None, typer.Option("--by", help="Only this person's.")] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    as_json: JsonOption = False,
) -> None:
    """List people's judgements, the first first: those taken back too, and those that bear on nothing now.

    Examples:

        sayso judgements --ledger conflict.db

        sayso judgements st-1f0c --by "Ann Ode"
    """
    with existing(ledger) as opened:
        found = opened.judgements(record, by)
    if as_json:
        say_json(found)
        return
    for one in found:
        tell_judgement(one)
    say((f"{count_words(len(found), 'judgement')}.", "dim"))
    if not found and record is None and by is None:
        say(("Make one: ", "dim"), asking("judge --help", DEFAULT_LEDGER))


def weigh(
    ledger: LedgerOption = DEFAULT_LEDGER,
    profile: ProfileOption = None,
    full: Annotated[bool, typer.Option("--full", help="Weigh all, not only what came in.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Weigh what came into a ledger since it was last weighed, and tell whether any outcome changed.

    `read`, `import` and `judge` do so by themselves. Without a profile the one of the last weighing is taken;
    with another one all is weighed anew.

    Example:

        sayso weigh --ledger conflict.db --full
    """
    with existing(ledger, profile) as opened:
        changed = opened.weigh(whole=full)
        opened.close()
        counts = opened.counts()
    if as_json:
        say_json({"changed": changed, "claims": counts.claims, "questions": counts.questions})
        return
    what = "all statements" if full else "what came in since the last weighing"
    say(f"Weighed {what}: ", "the outcome changed." if changed else "nothing changed.")
    say((f"{count_words(counts.questions, 'question')}, {count_words(counts.claims, 'claim')}.", "dim"))


def register(app: typer.Typer) -> None:
    """Hang the commands into the application."""
    app.command(rich_help_panel=PANEL)(judgements)
    app.command(rich_help_panel=FILLING)(weigh)


def tell_judgement(one: JudgedView) -> None:
    """Print a judgement: what it does and to what, then who, when and why, then how it stands."""
    about = "" if short(one.record) in short(one.says) else f" {plain(short(one.record))}"
    say((plain(short(one.says)), "bold"), about, lead="- ")
    say(plain(one.reason), indent=2)
    marks: list[Piece] = [(short(one.id), "cyan"), (f"by {plain(one.by)}", "dim"), (_when(one.on), "dim")]
    if one.undone_by:
        marks.append((f"taken back by {short(one.undone_by)}", "yellow"))
    if not one.stands:
        marks.append(("no longer bears on anything: what it names is gone", "yellow"))
    if one.at:
        marks.append((f"now at {', '.join(map(short, one.at))}", "dim"))
    say_marks(marks, indent=2)


def _when(on: str) -> str:
    day, _, time = on.partition("T")
    return f"{day_words(day)}, {time[:5]} UTC" if time else day_words(day)
