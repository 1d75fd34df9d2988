"""The options that several commands share, and how commands get at a ledger and at files."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated

import typer

from sayso.api import Ledger, open_ledger
from sayso.model.errors import NotFound, UsageError

LedgerOption = Annotated[
    Path,
    typer.Option("--ledger", "-l", envvar="SAYSO_LEDGER", help="The ledger file.", show_default=True),
]
ProfileOption = Annotated[
    Path | None,
    typer.Option(
        "--profile",
        "-p",
        envvar="SAYSO_PROFILE",
        help="A conflict profile (TOML). A ledger does not keep its profile: give it each time.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
FullOption = Annotated[bool, typer.Option("--full", help="Leave nothing out.")]

AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="How it was said to be by the end of this day."),
]
KnownOnOption = Annotated[
    str | None,
    typer.Option(
        "--known-on", metavar="DATE", help="What the ledger had been told by the end of this day (or moment)."
    ),
]

DEFAULT_LEDGER = Path("sayso.db")
"""Where a ledger lives when nobody says where."""


def existing(
    ledger: Path, profile: Path | None = None, as_of: str | None = None, known_on: str | None = None
) -> Ledger:
    """Return the ledger to be asked, by the two clocks.

    Raises:
        NotFound: there is none; the text says how to make one.
        UsageError: a clock is set to what is no day.
    """
    if not ledger.exists():
        raise NotFound(
            f"there is no ledger at {ledger}. Name yours with --ledger, or make one: "
            f"sayso read FOLDER --ledger {shlex.quote(str(ledger))}"
        )
    return open_ledger(ledger, profile).at(as_of, known_on)


def asking(words: str, ledger: Path) -> str:
    """Return a command to type next, with the ledger that is being asked."""
    chosen = "" if ledger == DEFAULT_LEDGER else f" --ledger {shlex.quote(str(ledger))}"
    return f"sayso {words}{chosen}"


def one_of(choices: Iterable[str]) -> Callable[[str | None], str | None]:
    """Return a check that an option's value is one of `choices`."""
    legal = tuple(choices)

    def check(value: str | None) -> str | None:
        if value is not None and value not in legal:
            raise typer.BadParameter(f"{value!r} is none of {', '.join(legal)}")
        return value

    return check


def write_file(path: Path, pieces: Iterable[str] | Iterable[bytes]) -> None:
    """Write text (in UTF-8) or bytes to a file, whole or not at all: aside first, then renamed.

    Raises:
        UsageError: the file cannot be written there; the text says why.
    """
    if path.is_dir():
        raise UsageError(f"{path} cannot be written: it is a folder")
    aside = path.with_name(path.name + ".part")
    try:
        try:
            with aside.open("wb") as handle:
                handle.writelines(piece if isinstance(piece, bytes) else piece.encode() for piece in pieces)
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror or error}") from None
