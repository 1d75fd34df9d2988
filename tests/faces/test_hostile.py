"""Articles and spreadsheets of people who wish to own the terminal of their reader."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from faces.running import Run
from views.hills import HOSTILE, LONG, hostile_rows

OBEYED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ue000]")


@pytest.fixture
def bad(sayso: Run, here: Path) -> Run:
    hostile_rows(here / "bad.jsonl")
    ran = sayso("import", "statements", "bad.jsonl", "-l", "bad.db")
    assert ran.code == 0, ran.err
    return sayso


def statement(bad: Run) -> str:
    key: str = json.loads(bad("export", "statements", "-l", "bad.db").out)["id"]
    return key


@pytest.mark.parametrize("columns", [None, 80])
def test_nothing_is_obeyed(bad: Run, columns: int | None) -> None:
    key = statement(bad)
    asked = (
        ["board"],
        ["board", "--full"],
        ["place", "Hill"],
        ["who", LONG],
        ["search", "Evil"],
        ["show", key],
        ["diff", "--since", "2001"],
        ["record", LONG],
        ["place", "Hill", "--as-of", "2031-03-07", "--full"],
    )
    for words in asked:
        ran = bad(*words, "-l", "bad.db", columns=columns)
        assert ran.code == 0, ran.err
        assert not OBEYED.search(ran.out + ran.err)
        assert "[bold]Evil[/bold] [/] :smile:" in " ".join(ran.out.split()).replace("[Evil]", "Evil")
        assert columns is None or max(map(cell_len, ran.out.splitlines())) <= columns
        ran = bad(*words, "-l", "bad.db", "--json")
        assert not OBEYED.search(ran.out + ran.err)
        json.loads(ran.out)


def test_json_keeps_what_was_there(bad: Run) -> None:
    (point,) = json.loads(bad("board", "-l", "bad.db", "--json").out)
    (line,) = point["answers"][0]["lines"]
    assert line["evidence"] == f"{HOSTILE} {LONG}"


def test_what_is_asked_for_comes_back_harmless(bad: Run) -> None:
    for words in (["show", HOSTILE], ["place", HOSTILE], ["search", HOSTILE], ["who", HOSTILE]):
        ran = bad(*words)
        assert not OBEYED.search(ran.out + ran.err)


def test_a_name_of_a_file_is_not_obeyed(bad: Run, here: Path) -> None:
    ran = bad("read", "\x1b]0;own\x07[/].txt", "-l", "new.db")
    assert ran.code == 4
    assert not OBEYED.search(ran.out + ran.err)
    ran = bad("board", "-l", "\x1b[31m[/].db")
    assert ran.code == 3
    assert not OBEYED.search(ran.err)
