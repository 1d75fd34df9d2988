"""`sayso export`."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from faces.running import Run

KINDS = ("statements", "questions", "claims", "articles", "issues")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_in_both_formats(sayso: Run, kind: str) -> None:
    rows = [json.loads(line) for line in sayso("export", kind).out.splitlines()]
    sheet = list(csv.DictReader(sayso("export", kind, "-f", "csv").out.splitlines()))
    assert {row["id"] for row in rows if "id" in row} == {row["id"] for row in sheet if "id" in row}
    assert bool(rows) == (kind != "issues")


def test_a_file_is_written_whole(sayso: Run, here: Path) -> None:
    ran = sayso("export", "statements", "-f", "csv", "-o", "out.csv")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "wrote out.csv\n"
    assert (here / "out.csv").read_bytes().count(b"\r\n") == 7
    assert [path.name for path in here.glob("out*")] == ["out.csv"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["-o", "no/such/folder.csv"],
            "sayso: no/such/folder.csv cannot be written: No such file or directory",
        ),
        (["-o", "."], "sayso: . cannot be written"),
        (["-f", "xml"], "sayso: there is no export format 'xml': there are acled, aif, annotation"),
    ],
)
def test_what_cannot_be_written(sayso: Run, words: list[str], said: str) -> None:
    ran = sayso("export", "claims", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(said)


def test_an_unknown_kind(sayso: Run) -> None:
    ran = sayso("export", "lies")
    assert (ran.code, ran.out) == (2, "")
    assert "statements" in ran.err


def test_what_goes_out_comes_in_again(sayso: Run) -> None:
    sayso("export", "statements", "-o", "out.jsonl")
    assert sayso("import", "statements", "out.jsonl", "-l", "copy.db").code == 0
    first, second = (sayso("export", "statements", *more).out for more in ([], ["-l", "copy.db"]))
    ids = [{json.loads(line)["id"] for line in text.splitlines()} for text in (first, second)]
    assert ids[0] == ids[1]
