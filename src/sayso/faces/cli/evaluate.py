"""`sayso evaluate`: how good each stage is, measured."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.faces.cli.export import PANEL
from sayso.faces.cli.options import write_file
from sayso.faces.cli.screen import say, say_json
from sayso.model.errors import UsageError


def evaluate(
    stage: Annotated[str | None, typer.Argument(help="One stage; without it all, into a page.")] = None,
    folder: Annotated[Path | None, typer.Argument(help="Another folder of the stage's layout.")] = None,
    shared: Annotated[
        Path, typer.Option(envvar="SAYSO_SHARED", help="The folder with the reference data.")
    ] = Path("../shared"),
    output: Annotated[Path, typer.Option("--output", "-o", help="The page to write.")] = Path(
        "docs/quality.md"
    ),
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
) -> None:
    """Measure the stages of reading on their reference sets and write the quality page.

    Examples:

        sayso evaluate

        sayso evaluate attribution ../shared/data/polnear-dev --json
    """
    from sayso.api import evaluate_stage, quality_page

    if not shared.is_dir() and folder is None:
        raise UsageError(f"there is no folder {shared} with reference data: name it with --shared")
    if stage is None:
        write_file(output, [quality_page(shared)])
        say(f"wrote {output}")
        return
    scores = evaluate_stage(stage, folder, shared)
    if as_json:
        say_json(scores)
    else:
        for name, value in scores.items():
            say(f"{name:32} {value:.3f}")


def register(app: typer.Typer) -> None:
    """Hang the command into the application."""
    app.command(rich_help_panel=PANEL)(evaluate)
