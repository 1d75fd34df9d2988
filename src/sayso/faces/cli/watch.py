"""`sayso watch`: sources looked at again and again."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from sayso.api import open_ledger
from sayso.faces.cli.lines import count_words
from sayso.faces.cli.options import DEFAULT_LEDGER, LedgerOption, ProfileOption
from sayso.faces.cli.screen import plain, say
from sayso.model.errors import UsageError

if TYPE_CHECKING:
    from sayso.pipeline.health import Health


def watch(
    settings: Annotated[Path, typer.Argument(metavar="SOURCES.toml", help="Which sources, how often.")],
    ledger: LedgerOption = DEFAULT_LEDGER,
    profile: ProfileOption = None,
    reader: Annotated[
        str, typer.Option("--reader", envvar="SAYSO_READER", help="Who reads: as in sayso read.")
    ] = "rules",
    once: Annotated[bool, typer.Option("--once", help="Look at all that is due, then stop.")] = False,
    log: Annotated[
        Path | None, typer.Option("--log", help="Append what happens to this file, a JSON object a line.")
    ] = None,
    health: Annotated[
        int | None,
        typer.Option(
            "--health", metavar="PORT", help="Serve /health and /metrics on this port of 127.0.0.1."
        ),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and loopback addresses, too.")
    ] = False,
) -> None:
    """Watch feeds, sitemaps, pages and folders, and read what is new in them.

    Robots rules, pauses and "come back later" are kept to; a page is looked at again after an hour, six hours
    and a day, and comes in anew where its article has changed. Ctrl-C or a TERM signal ends it after the
    article in hand; the same command goes on from there.

    Examples:

        sayso watch sources.toml --ledger conflict.db --log watch.log

        sayso watch sources.toml --once
    """
    with ExitStack() as stack:
        opened = stack.enter_context(open_ledger(ledger, profile))
        watcher = stack.enter_context(opened.watching(settings, reader=reader, allow_private=allow_private))
        stack.enter_context(_stopped_by_signals(watcher.stop))
        watcher.log = _teller(stack.enter_context(log.open("a", encoding="utf-8")) if log else None)
        if health is not None:
            _serve(stack, watcher.health, health)
        if not once:
            say(f"Watching {settings} into {ledger}. Ctrl-C stops it.")
        watcher.run(once=once)
    kept = watcher.health
    articles, statements = (
        count_words(kept.articles, "new article"),
        count_words(kept.statements, "statement"),
    )
    say(f"Stopped. {articles}, {statements}, {kept.known} known already, in {ledger}.")


def register(app: typer.Typer) -> None:
    """Hang the command into the application."""
    app.command(rich_help_panel="Fill a ledger")(watch)


def _serve(stack: ExitStack, kept: Health, port: int) -> None:
    from sayso.faces.health import HOST, health_page

    try:
        bound = stack.enter_context(health_page(kept, port))
    except OSError as error:
        raise UsageError(f"the health page cannot be served on port {port}: {error.strerror}") from None
    say(f"Health: http://{HOST}:{bound}/health and /metrics")


@contextmanager
def _stopped_by_signals(stop: Event) -> Iterator[None]:
    """Let Ctrl-C and TERM set the event; the former handlers come back afterwards."""
    former = {kind: signal.getsignal(kind) for kind in (signal.SIGINT, signal.SIGTERM)}
    for kind in former:
        signal.signal(kind, lambda *_: stop.set())
    try:
        yield
    finally:
        for kind, handler in former.items():
            signal.signal(kind, handler)


def _teller(file: TextIO | None) -> Callable[[str, dict[str, Any]], None]:
    """Return what tells people on the screen, and programs in the log, what happened."""

    def tell(event: str, figures: dict[str, Any]) -> None:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        if file is not None:
            file.write(json.dumps({"at": now, "event": event, **figures}, ensure_ascii=False) + "\n")
            file.flush()
        line = _LINES[event](figures)
        if line:
            say(f"{now[11:19]}  {plain(line)}")

    return tell


_LINES: dict[str, Callable[[dict[str, Any]], str]] = {
    "source": lambda f: (
        f"{f['source']}: {count_words(f['read'] + f['stored'], 'new article')}, "
        f"{count_words(f['statements'], 'statement')}"
        if f["read"] + f["stored"]
        else ""
    ),
    "issue": lambda f: f"{f['source']}: {f['message']}",
    "ledger-busy": lambda f: f"another writer has the ledger; {f['source']} waits",
}
