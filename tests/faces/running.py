"""Running the command line: in this process, as its entry point does, and as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MAIN = "from sayso.faces.cli import main; main()"

READER = """
import os, signal, sys
from sayso.model.analysis import Analysis
from sayso.pipeline import open as opening
from sayso.reading.reader import Reading

class Reader:
    "Reads nothing in articles; at one called stop.txt it gets Ctrl-C."
    name, version, languages = "fake", "1", frozenset({"en"})

    def read(self, article):
        if article.name == "stop.txt":
            os.kill(os.getpid(), signal.SIGINT)
        return Reading(Analysis(article.id, None), ())

opening.ready_reader = lambda profile, *_: Reader()
"""
"""Puts a reader in the place of the real one, which is slow to make ready."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def environment(**more: str) -> dict[str, str]:
    """Return the environment without what would change the output."""
    hidden = ("COLUMNS", "SAYSO_LEDGER", "SAYSO_PROFILE", "NO_COLOR", "FORCE_COLOR", "PYTHONIOENCODING",
              "PYTHONDONTWRITEBYTECODE")  # fmt: skip
    # Bytecode somewhere else: most of the time of a short process is spent compiling where there is none.
    bytecode = {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "sayso-test-bytecode")}
    return {n: value for n, value in os.environ.items() if n not in hidden} | bytecode | more


def program(code: str, *words: str, folder: Path, **more: str) -> Ran:
    """Run Python code with words on its command line in a process of its own."""
    command = [sys.executable, "-c", code, *words]
    done = subprocess.run(
        command, cwd=folder, env=environment(**more), capture_output=True, timeout=120, check=False
    )
    return Ran(
        done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    )


STORY = (
    "Una Holt, who speaks for the Blues, said on Wednesday 5 March 2031 that their men held the bridge at "
    "{place}, and that the road to the sea was open again after two days of rain.\n"
)


def write_stories(folder: Path, *names: str) -> Path:
    """Write an article for each name and return their folder."""
    folder.mkdir()
    for name in names:
        (folder / name).write_text(STORY.format(place=name), encoding="utf-8")
    return folder
