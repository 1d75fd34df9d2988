"""`sayso serve`: the workbench in a browser, and the REST interface under it."""

from __future__ import annotations

import threading
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.faces.cli.options import ProfileOption, existing
from sayso.faces.cli.screen import say, tell
from sayso.model.errors import UsageError

if TYPE_CHECKING:
    from sayso.faces.workbench.serving import Serving

PANEL = "Ask a ledger"

PORT = 8765


def serve(
    ledger: Annotated[Path, typer.Argument(help="The ledger file.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 takes a free one.")] = PORT,
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in a browser.")] = True,
    host: Annotated[
        str, typer.Option(help="The address to listen at. Beyond this machine a secret is needed.")
    ] = "127.0.0.1",
    password_file: Annotated[
        Path | None, typer.Option(help="A file with the password that a browser asks for.")
    ] = None,
    token_file: Annotated[
        Path | None, typer.Option(help="A file with the token that programs send (Authorization: Bearer).")
    ] = None,
    name: Annotated[
        list[str] | None, typer.Option(help="A further name by which the service is called; may be repeated.")
    ] = None,
    by: Annotated[str, typer.Option(help="The name under which judgements are made.")] = "",
    profile: ProfileOption = None,
) -> None:
    """Open a ledger in the browser: board, map, places, articles, search; REST under /api/v1.

    It reads while `sayso read` writes. Only this machine can reach it unless --host says otherwise.

    Examples:

        sayso serve conflict.db

        sayso serve conflict.db --port 9000 --no-open --profile conflict.toml
    """
    if password_file is not None and token_file is not None:
        raise UsageError("give a password file or a token file: either secret opens everything")
    from sayso.faces.workbench.server import listening
    from sayso.faces.workbench.server import serve as run
    from sayso.faces.workbench.serving import Serving, checked, secret_from

    file = password_file or token_file
    secret = None if file is None else secret_from(file)
    names = tuple(name or ())
    checked(Serving(host, port, secret, names, by))
    with existing(ledger, profile) as opened:
        # A ledger that cannot be read is said now, not on the first page.
        opened.counts()
        at = listening(Serving(host, port, secret, names, by))
        serving = Serving(host, at.getsockname()[1], secret, names, by)
        _tell(serving, opened.path)
        run(opened, serving, at, ready=(lambda: _open(_address(serving))) if open_ else None)


def register(app: typer.Typer) -> None:
    """Hang the command into the application."""
    app.command(rich_help_panel=PANEL)(serve)


def _address(serving: Serving) -> str:
    host = "127.0.0.1" if serving.host in ("0.0.0.0", "::") else serving.host.strip("[]")  # noqa: S104 - compared
    return f"http://{f'[{host}]' if ':' in host else host}:{serving.port}/"


def _tell(serving: Serving, path: Path) -> None:
    """Say where the pages are, and who can reach what."""
    say(_address(serving))
    if serving.local:
        tell("Only this machine can reach it, anybody who is logged in here included. Ctrl-C ends it.")
        return
    tell(f"Whoever reaches {serving.host} and has the secret can read all of {path} and judge in it:")
    tell("articles with their stored captures, statements, judgements and names of who made them.")
    tell("The connection is not encrypted: put a proxy with TLS before it where others share the network.")


def _open(address: str) -> None:
    # Beside the server: a browser that takes its time must not keep it from answering.
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
