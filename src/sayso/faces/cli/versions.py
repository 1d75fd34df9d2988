"""`versions`: articles that changed, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.faces.cli.ask import PANEL
from sayso.faces.cli.lines import count_words, short, tell_line
from sayso.faces.cli.options import DEFAULT_LEDGER, FullOption, JsonOption, LedgerOption, asking, existing
from sayso.faces.cli.screen import Piece, plain, say, say_json

if TYPE_CHECKING:
    from sayso.views.differences import Changed
    from sayso.views.versions import Step, Version, Versions

CHANGES_SHOWN = 5
WORDS_SHOWN = 40
"""How many changes of a version, and words of a change, are printed unless all are asked for."""


def versions(
    article: Annotated[
        str | None, typer.Argument(metavar="ARTICLE", help="Its name, or the id of a version; else all.")
    ] = None,
    ledger: LedgerOption = DEFAULT_LEDGER,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many articles to show.")] = 20,
    full: FullOption = False,
    as_json: JsonOption = False,
) -> None:
    """Show which articles changed after they were first read: in words, and in what is claimed.

    Versions of one article count as one origin. A page is one article whatever stands there later; files of
    one name are where most of their words are the same.

    Examples:

        sayso versions --ledger conflict.db

        sayso versions https://gazette.example/bridge --ledger conflict.db --full
    """
    with existing(ledger) as opened:
        found = opened.versions(article, None if full else limit + 1)
    if as_json:
        say_json(found if full else found[:limit])
        return
    shown = found if full else found[:limit]
    for number, one in enumerate(shown):
        if number:
            say()
        _tell(one, full=full or article is not None)
    if not found:
        say("No article here came in two versions. ", asking("watch SOURCES.toml", ledger))
    elif len(found) > len(shown):
        say((f"The first {limit}; there are more. All: ", "dim"), asking("versions --full", ledger))


def register(app: typer.Typer) -> None:
    """Hang the command into the application."""
    app.command(rich_help_panel=PANEL)(versions)


def _tell(found: Versions, *, full: bool) -> None:
    say((plain(found.name), "bold"), f"  {count_words(len(found.versions), 'version')}")
    for number, version in enumerate(found.versions, 1):
        _tell_version(number, version)
        if number > 1:
            _tell_step(found.steps[number - 2], full=full)


def _tell_version(number: int, version: Version) -> None:
    when = version.fetched_on or version.came_on
    marks = [
        f"{'fetched' if version.fetched_on else 'came in'} {when[:16].replace('T', ' ')} UTC",
        count_words(version.words, "word"),
        count_words(version.statements, "statement"),
    ]
    published = [f"published {version.published}"] if version.published else []
    say((short(version.id), "cyan"), (f"  {' · '.join([*marks, *published])}", "dim"), lead=f"{number}. ")


def _tell_step(step: Step, *, full: bool) -> None:
    shown = step.changed if full else step.changed[:CHANGES_SHOWN]
    for changed in shown:
        say(*_pieces(changed, full=full), indent=3)
    if len(step.changed) > len(shown):
        more = count_words(len(step.changed) - len(shown), "more change", "more changes")
        say((f"… and {more}", "dim"), indent=3)
    if not step.changed:
        say(("the same words, set otherwise", "dim"), indent=3)
    for name, style, lines in (("lost", "red", step.lost), ("gained", "green", step.gained)):
        for line in lines:
            say((name, style), indent=3)
            tell_line(line, indent=5)
    if not step.gained and not step.lost and step.kept:
        say((f"{count_words(step.kept, 'statement')} as before", "dim"), indent=3)


def _pieces(changed: Changed, *, full: bool) -> list[Piece]:
    """Return a change in its context, marked without colours too: ``[-was-]`` and ``{+now+}``."""

    def cut(words: str) -> str:
        parts = words.split(" ")
        over = len(parts) - WORDS_SHOWN
        return plain(words if full or over <= 0 else " ".join([*parts[:WORDS_SHOWN], f"… ({over} more)"]))

    pieces: list[Piece] = [(f"… {plain(changed.before)} ", "dim")]
    if changed.was:
        pieces.append((f"[-{cut(changed.was)}-]", "red"))
    if changed.now:
        pieces.append((f"{{+{cut(changed.now)}+}}", "green"))
    return [*pieces, (f" {plain(changed.after)} …", "dim")]
