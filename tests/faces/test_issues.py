"""Issues of a run, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.faces.cli.issues import counted, tell_issues
from sayso.model.issue import Issue

LEDGER = Path("hills.db")


def told(*issues: Issue, capsys: pytest.CaptureFixture[str]) -> list[str]:
    tell_issues(issues, LEDGER)
    out, err = capsys.readouterr()
    assert out == ""
    return [line.rstrip() for line in err.splitlines()]


def test_file_place_and_sentence_the_worst_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(
        Issue("articles", "date-open", "Not dated.", "a.txt", "note"),
        Issue("articles", "broken-json", "This is no JSON.", "rows.jsonl", line=3, offset=120),
        Issue("articles", "cut", "It is cut.", "b.txt", "warning", offset=5),
        capsys=capsys,
    ) == [
        "error   rows.jsonl, line 3, offset 120: This is no JSON.",
        "warning b.txt, offset 5: It is cut.",
        "note    a.txt: Not dated.",
    ]


def test_many_of_one_kind_do_not_hide_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [Issue("articles", "no-text", f"Row {n}.", f"rows.jsonl#{n}", line=n) for n in range(1, 300)]
    lines = told(*rows, Issue("sources", "missing", "Gone.", "z.txt"), capsys=capsys)
    assert lines[3] == "error   z.txt: Gone."
    assert lines[4:] == ["… and 296 more; all of them: sayso export issues --ledger hills.db"]


def test_notes_of_one_kind_are_not_repeated_for_every_file(capsys: pytest.CaptureFixture[str]) -> None:
    notes = [Issue("sources", "unknown-ending", "Left out.", f"{n}.py", "note") for n in range(20)]
    assert len(told(*notes, capsys=capsys)) == 4


def test_what_can_be_done_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(
        Issue("sources", "fetch-refused", "The page was not fetched.", "http://a.example"),
        Issue("sources", "fetch-refused", "The page was not fetched.", "http://b.example"),
        capsys=capsys,
    )
    assert "\n".join(lines).count("A refused page can be saved") == 1


def test_hostile_sources_and_messages_come_out_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = told(Issue("sources", "x", "[/] \x1b[2J\nyes", "[red]\x07.txt"), capsys=capsys)
    assert line == "error   [red] .txt: [/] [2J yes"


def test_counts_by_severity() -> None:
    note = Issue("articles", "x", "", "a", "note")
    error = Issue("articles", "x", "", "a")
    assert counted([note, error, note]) == "1 error, 2 notes"
    assert counted([]) == ""
