"""`origins` and `stories`: where claims come from, and which articles tell of one event."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.faces.cli.ask import PANEL
from sayso.faces.cli.options import DEFAULT_LEDGER, FullOption, JsonOption, LedgerOption, asking, existing
from sayso.faces.cli.screen import say, say_json


def origins(
    key: Annotated[
        str, typer.Argument(metavar="CLAIM", help="The id of a question, claim or statement, or its start.")
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
    full: FullOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show where a claim comes from: articles, the texts that they carry, origins, authorities.

    Each link is shown with its evidence; passages that two articles share stand side by side. For a
    question, answer by answer.

    Examples:

        sayso origins qu-1f0c --ledger conflict.db

        sayso origins st-77a0 --ledger conflict.db --full
    """
    with existing(ledger) as opened:
        found = opened.origins(key)
    if as_json:
        say_json(found)
        return
    from sayso.faces.cli.kinship import tell_lineages

    for number, lineages in enumerate(found):
        if number:
            say()
        tell_lineages(lineages, full=full)


def stories(
    ledger: LedgerOption = DEFAULT_LEDGER,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many to show.")] = 20,
    full: FullOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show which articles tell of one event, those with most articles first.

    Example:

        sayso stories --ledger conflict.db
    """
    with existing(ledger) as opened:
        found = opened.stories()
    if as_json:
        say_json(found if full else found[:limit])
        return
    from sayso.faces.cli.kinship import tell_story

    for story in found if full else found[:limit]:
        tell_story(story, full=full)
    if not found:
        say("No stories here: articles come first. ", asking("read FOLDER", ledger))
    elif not full and len(found) > limit:
        say((f"{limit} of {len(found)} stories. All: ", "dim"), asking("stories --full", ledger))


def register(app: typer.Typer) -> None:
    """Hang the commands into the application."""
    for command in (origins, stories):
        app.command(rich_help_panel=PANEL)(command)
