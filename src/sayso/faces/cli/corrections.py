"""`sayso corrections`: judged articles as files of the corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.faces.cli.judged import PANEL
from sayso.faces.cli.lines import count_words
from sayso.faces.cli.options import DEFAULT_LEDGER, LedgerOption, asking, existing, write_file
from sayso.faces.cli.screen import plain, say, tell
from sayso.model.errors import NotFound, UsageError


def corrections(
    folder: Annotated[Path, typer.Argument(help="Where to write; made if it is not there.")],
    conflict: Annotated[
        str, typer.Option("--conflict", metavar="KEY", help="The corpus's key of the conflict.")
    ],
    ledger: LedgerOption = DEFAULT_LEDGER,
    manner: Annotated[str, typer.Option("--manner", help="What sort of texts they are.")] = "news",
    partly: Annotated[
        bool, typer.Option("--partly", help="Also articles of which not every statement was judged.")
    ] = False,
) -> None:
    """Write judged articles as files of the corpus, so that readers learn from people's corrections.

    Rejected statements are left out, corrected ones written as corrected. An article counts as judged once
    it was accepted (`sayso judge accept ARTICLE`), or each of its statements accepted, corrected or rejected.
    `python -m sayso_corpus --root FOLDER edit WORK` makes label sheets of the files.

    Example:

        sayso corrections labels/ --conflict tessarin-siege --ledger conflict.db
    """
    with existing(ledger) as opened:
        found = opened.corrections(conflict, manner)
    chosen = [one for one in found if one.whole or partly]
    left = len(found) - len(chosen)
    if left:
        names = ", ".join(plain(one.article) for one in found if not one.whole)
        tell(f"left out, for not every statement was judged: {names}. Accept the article, or add --partly.")
    if not chosen:
        raise NotFound(f"no article was judged as a whole. How to: {asking('judge accept ARTICLE', ledger)}")
    for one in chosen:
        path = folder / f"{one.key}.json"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{path.parent} cannot be made: {error.strerror or error}") from None
        write_file(path, [one.labels])
        write_file(path.with_suffix(".txt"), [one.text])
    say(f"{count_words(len(chosen), 'article')} written to {folder / 'written' / conflict}.")


def register(app: typer.Typer) -> None:
    """Hang the command into the application."""
    app.command(rich_help_panel=PANEL)(corrections)
