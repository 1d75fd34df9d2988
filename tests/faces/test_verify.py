"""`sayso verify`."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from faces.running import Run


def test_all_holds_and_the_head_is_the_last_line(sayso: Run) -> None:
    ran = sayso("verify")
    assert ran.code == 0
    assert ran.out.startswith("All holds: records, spans, stored bytes and ")
    head = ran.out.splitlines()[-1].removeprefix("head ")
    assert sayso("verify", "--head", head).code == 0
    assert json.loads(sayso("verify", "--json").out) == {"broken": [], "entries": 3, "head": head}


def test_what_is_broken_is_said_with_its_own_code(sayso: Run, here: Path) -> None:
    with sqlite3.connect(here / "sayso.db") as file:
        file.execute("UPDATE articles SET text = replace(text, 'Reds', 'Rats')")
    file.close()
    ran = sayso("verify")
    assert ran.code == 6
    assert ran.out.startswith("broken  ")
    assert "broken, " in ran.out
    told = sayso("verify", "--json")
    assert told.code == 6
    assert json.loads(told.out)["broken"]


def test_another_head(sayso: Run) -> None:
    assert sayso("verify", "--head", "f" * 64).code == 6
