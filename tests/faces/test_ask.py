"""`sayso board` and `sayso show` on the ledger of the Hills."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from faces.running import Run
from sayso.ledger import open_writer
from views.hills import BRIDGE


def board(sayso: Run, *words: str) -> list[dict[str, Any]]:
    ran = sayso("board", "--json", *words)
    assert (ran.code, ran.err) == (0, "")
    points: list[dict[str, Any]] = json.loads(ran.out)
    return points


def test_the_board_as_it_is_printed(sayso: Run) -> None:
    ran = sayso("board", "--type", "control", "--place", "Alder Bridge", columns=80)
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[0] == "1. Who holds Alder Bridge?"
    assert lines[1].startswith("   CONTESTED: ")
    assert lines[3].startswith("   a  ")
    assert any(line.startswith("      said by ") and line.endswith("1 origin") for line in lines)
    assert any("≠" in line and "holds it" in line for line in lines)
    assert "      - Ilo Marsh (for Reds) claims: “Ilo Marsh, who speaks for the Reds, said" in lines
    assert "        on Tuesday that the Reds had taken Alder Bridge.”" in lines
    assert any(line.endswith("bridge.txt · about 3 Mar 2031 · said 3 Mar 2031") for line in lines)
    assert any("Una Holt (for Blues), via Dale Radio, claims" in line for line in lines)
    assert lines[-2] == "1 of 1 question (type control, place Alder Bridge); 6 statements in 2 articles."
    assert lines[-1] == "One in full: sayso show ID"


@pytest.mark.parametrize("columns", [80, 160])
def test_no_line_is_wider_than_the_terminal(sayso: Run, columns: int) -> None:
    for words in (["board", "--full"], ["place", "Birch Mill"], ["who", "Blues"], ["search", "the"]):
        ran = sayso(*words, columns=columns)
        assert max(map(len, ran.out.splitlines())) <= columns


def test_no_colour_and_no_wrapping_off_a_terminal(sayso: Run) -> None:
    ran = sayso("board", "--full")
    assert "\x1b" not in ran.out
    assert BRIDGE.split("\n\n")[0] in ran.out
    assert not any(line.endswith(" ") for line in ran.out.splitlines())


def test_filters(sayso: Run) -> None:
    assert {point["place"] for point in board(sayso)} == {"Alder Bridge", "Birch Mill", "Hills"}
    assert {point["place"] for point in board(sayso, "--type", "casualties")} == {"Birch Mill"}
    assert {point["place"] for point in board(sayso, "--status", "contested")} == {
        "Alder Bridge",
        "Birch Mill",
    }
    assert {point["place"] for point in board(sayso, "--place", "birch")} == {"Birch Mill"}
    assert len(board(sayso, "--limit", "1")) == 1
    assert board(sayso, "--status", "conceded") == []


@pytest.mark.parametrize(
    "words", [["--status", "open"], ["--type", "war"], ["--limit", "0"], ["--limit", "x"], ["--colour"]]
)
def test_wrong_filters_are_refused_with_what_there_is(sayso: Run, words: list[str]) -> None:
    ran = sayso("board", *words)
    assert (ran.code, ran.out) == (2, "")
    if words[0] == "--status":
        assert "contested, conceded, corroborated, uncontested" in " ".join(ran.err.replace("│", "").split())


def test_nothing_fits(sayso: Run) -> None:
    ran = sayso("board", "--status", "conceded", "--type", "talks")
    assert ran.code == 0
    assert ran.out == "No question fits (status conceded, type talks). There are 3 in all: sayso board\n"


def test_an_empty_ledger_says_what_to_do(sayso: Run, here: Path) -> None:
    with open_writer(here / "new.db"):
        pass
    ran = sayso("board", "-l", "new.db")
    assert ran.code == 0
    assert ran.out == "This ledger is empty. Put articles into it: sayso read FOLDER --ledger new.db\n"
    assert json.loads(sayso("board", "-l", "new.db", "--json").out) == []
    assert json.loads(sayso("search", "x", "-l", "new.db", "--json").out) == []


def test_many_answers_are_cut_to_those_that_decide(sayso: Run, here: Path) -> None:
    rows = [
        {
            "article": f"{n}.txt", "evidence": f"{n} killed", "type": "casualties",
            "epistemic": "true-certain", "claimer": f"Clerk {n}", "place": "Quarry",
            "quantity": {"value": n, "unit": "killed"},
        }
        for n in (10, 11, 12, 13, 14, 900)
    ]  # fmt: skip
    Path("many.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    sayso("import", "statements", "many.jsonl", "-l", "many.db")
    (point,) = json.loads(sayso("board", "-l", "many.db", "--json").out)
    cut, full = (sayso("board", "-l", "many.db", *more).out for more in ([], ["--full"]))
    assert full.count("said by") == len(point["answers"])
    for relation in point["relations"]:
        if relation["kind"] == "refutes":
            assert relation["left"] in cut
            assert relation["right"] in cut
    assert cut.count("said by") <= full.count("said by")


def test_show_a_statement(sayso: Run) -> None:
    (line,) = [
        line
        for point in board(sayso)
        for a in point["answers"]
        for line in a["lines"]
        if line["says"] == "denies"
    ]
    for key in (line["id"], line["id"][:11], line["id"][3:11]):
        ran = sayso("show", key, columns=100)
        assert ran.code == 0
        assert ran.out.startswith(f"{line['id']}  Una Holt (for Blues) denies:\n")
    flat = " ".join(ran.out.split())
    assert "[[Una Holt of the Blues denied that Alder Bridge was lost.]] She said that 12" in flat
    assert "epistemic false-certain: the claimer denies it" in flat
    assert "published 4 Mar 2031 (from its first line)" in flat
    assert "Answers: Who holds Alder Bridge? qu-" in flat
    shown = json.loads(sayso("show", line["id"], "--json").out)
    assert shown["before"] + shown["evidence"] + shown["after"] == BRIDGE.split("\n\n")[1]


def test_show_what_is_open(sayso: Run) -> None:
    keys = [line["id"] for point in board(sayso) for a in point["answers"] for line in a["lines"]]
    assert any("left open      when: no day is given" in sayso("show", key).out for key in keys)


def test_show_a_question(sayso: Run) -> None:
    point = board(sayso)[0]
    ran = sayso("show", point["id"][:11])
    assert ran.code == 0
    assert ran.out.startswith(f"1. {point['question']}\n")
    assert "more statement" not in ran.out
    assert json.loads(sayso("show", point["id"], "--json").out) == point


def test_show_an_article(sayso: Run) -> None:
    ran = sayso("show", "bridge.txt")
    assert ran.code == 0
    assert ran.out.startswith("Bridge taken  art-")
    assert "standing       read: statements were looked for" in ran.out
    assert "\n4 statements:\n" in ran.out
    assert json.loads(sayso("show", "bridge.txt", "--json").out)["outlet"] == "Hill Post"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("st-", "'st-' fits several ids; give more"),
        ("zz", "nothing in this ledger has the id 'zz'"),
        ("", "nothing"),
    ],
)
def test_show_what_is_not_there(sayso: Run, key: str, words: str) -> None:
    ran = sayso("show", key)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"sayso: {words}")


@pytest.mark.parametrize(
    "command",
    [
        ["board"],
        ["show", "x"],
        ["place", "x"],
        ["who", "x"],
        ["search", "x"],
        ["export", "claims"],
        ["verify"],
    ],
)
def test_no_ledger_says_how_to_make_one(sayso: Run, command: list[str]) -> None:
    ran = sayso(*command, "-l", "not here.db")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == (
        "sayso: there is no ledger at not here.db. Name yours with --ledger, or make one: "
        "sayso read FOLDER --ledger 'not here.db'\n"
    )


@pytest.mark.parametrize("content", [b"", b"hello\n", b"SQLite format 3\0" + b"\0" * 200])
def test_what_is_no_ledger(sayso: Run, here: Path, content: bytes) -> None:
    (here / "text.db").write_bytes(content)
    ran = sayso("board", "-l", "text.db")
    assert (ran.code, ran.out) == (5, "")
    assert ran.err.startswith("sayso: ")
    assert "text.db" in ran.err
    assert "Traceback" not in ran.err
