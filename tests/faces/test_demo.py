"""`sayso demo` with a reader that reads nothing (the real one reads it in `make demo`)."""

from __future__ import annotations

import shutil
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from faces.running import Run, write_stories
from faces.test_read import Reader
from sayso.api import demo_folder
from sayso.pipeline import open as opening


def test_the_demo_reads_and_shows_its_board(sayso: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_stories(here / "few", "a.txt", "b.txt")
    with demo_folder() as whole:
        for path in whole.glob("*.toml"):
            shutil.copy(path, here)
    (here / "few").rename(here / "articles")
    monkeypatch.setattr("sayso.faces.cli.demo.demo_folder", lambda: nullcontext(here))
    seen: list[Any] = []
    monkeypatch.setattr(opening, "ready_reader", lambda profile, *_: seen.append(profile) or Reader())
    ran = sayso("demo", "--folder", "try it")
    assert ran.code == 0, ran.err
    assert "An invented conflict: 2 articles" in ran.out
    assert "sayso verify --ledger 'try it/demo.db'" in ran.out
    assert seen[0].parties
    assert (here / "try it" / "demo.db").is_file()


def test_a_folder_that_cannot_be_made(sayso: Run, here: Path) -> None:
    (here / "file").write_bytes(b"")
    ran = sayso("demo", "--folder", "file/demo")
    assert ran.code == 2
    assert ran.err.startswith("sayso: the folder file/demo cannot be made")
