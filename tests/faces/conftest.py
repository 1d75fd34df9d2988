"""The command line on the ledger of the Hills."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from faces.running import Ran, Run
from sayso.faces.cli import main, screen
from views.hills import make_ledger


@pytest.fixture(scope="session")
def hills_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ledger(tmp_path_factory.mktemp("hills") / "hills.db")


@pytest.fixture
def here(tmp_path: Path, hills_made: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the ledger of the Hills under the name that commands take when nobody says one."""
    shutil.copy(hills_made, tmp_path / "sayso.db")
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "SAYSO_LEDGER", "SAYSO_PROFILE", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def sayso(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process through its real entry point."""

    def run(*words: str, columns: int | None = None) -> Ran:
        if columns is not None:
            monkeypatch.setenv("COLUMNS", str(columns))
        for name, to_err in (("out", False), ("err", True)):
            console = screen.Screen(
                stderr=to_err, width=columns, highlight=False, soft_wrap=True, emoji=False, markup=False
            )
            monkeypatch.setattr(screen, name, console)
        monkeypatch.setattr(sys, "argv", ["sayso", *words])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        code = ended.value.code
        return Ran(code if isinstance(code, int) else 0, out, err)

    return run
