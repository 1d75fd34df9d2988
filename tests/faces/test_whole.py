"""From three articles of the demo to the board, with the real reader."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from faces.running import MAIN, Run, program
from sayso.api import demo_folder

ARTICLES = (
    "0304-norrel-vantorr-bridge.txt",
    "0305-immerholt-chronicle-vantorr.txt",
    "0307-bsta-flag-vantorr.txt",
)


def test_three_articles_become_a_board(sayso: Run, here: Path) -> None:
    (here / "in").mkdir()
    with demo_folder() as demo:
        for name in ARTICLES:
            shutil.copy(demo / "articles" / name, here / "in")
        profile = str(demo / "profile.toml")
        read = program(MAIN, "read", "in", "--ledger", "new.db", "--profile", profile, folder=here)
    assert read.code == 0, read.err
    assert read.out.startswith("3 articles read into new.db: ")
    board = sayso("board", "-l", "new.db", "--place", "Vantorr Bridge", "--profile", profile)
    assert board.code == 0, board.err
    assert "Who holds Vantorr Bridge?" in board.out
    hesk = sayso("who", "hesk", "-l", "new.db", "--json")
    assert hesk.code == 0, hesk.err
    line = json.loads(hesk.out)["groups"][0]["lines"][0]
    shown = sayso("show", line["id"][:11], "-l", "new.db")
    assert shown.code == 0, shown.err
    assert line["id"] in shown.out
    assert sayso("verify", "-l", "new.db").code == 0
