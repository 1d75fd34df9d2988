"""Long work on a terminal and off it."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from faces.running import MAIN, READER, environment, write_stories
from sayso.api import Progress
from sayso.faces.cli.progress import following


def test_nothing_is_shown_off_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with following() as follow:
        follow(Progress("reading", "a.txt", 3))
    assert capsys.readouterr() == ("", "")


def on_a_terminal(code: str, *words: str, folder: Path) -> str:
    """Run Python code with its standard error on a terminal; return what the terminal got."""
    terminal, end = pty.openpty()
    command = [sys.executable, "-c", code, *words]
    work = subprocess.Popen(
        command,
        cwd=folder,
        env=environment(TERM="xterm", COLUMNS="100"),
        stdout=subprocess.DEVNULL,
        stderr=end,
    )
    os.close(end)
    seen = b""
    try:
        while piece := os.read(terminal, 4096):
            seen += piece
    except OSError:  # how Linux says that the other end of a terminal was closed
        pass
    os.close(terminal)
    assert work.wait(60) == 0
    return seen.decode()


def test_the_article_in_hand_and_the_count_are_shown(tmp_path: Path) -> None:
    write_stories(tmp_path / "in", "a.txt", "b.txt")
    slow = READER + "import time\nread = Reader.read\n"
    slow += "Reader.read = lambda self, article: (time.sleep(0.3), read(self, article))[1]\n"
    seen = on_a_terminal(slow + MAIN, "read", "in", folder=tmp_path)
    assert "reading b.txt" in seen
    assert "1 done" in seen


def test_of_a_long_name_the_end_is_shown_and_nothing_in_it_is_obeyed(tmp_path: Path) -> None:
    follow = "from sayso.api import Progress\nfrom sayso.faces.cli.progress import following\n"
    follow += (
        "with following() as f: f(Progress('reading', '[red]' + 'x' * 99 + '[/]\\x1b]0;own\\x07.txt', 7))\n"
    )
    seen = on_a_terminal(follow, folder=tmp_path)
    assert "…xxxx" in seen
    assert "xx[/] ]0;own .txt" in seen
    assert "\x1b]0;" not in seen
