"""What people judged shows in every view: rejected statements, corrected fields."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.api import Ledger, open_ledger
from sayso.model.rowcheck import faults, tidy
from views.hills import PROFILE


@pytest.fixture
def judged(hills_file: Path, tmp_path: Path) -> Iterator[Ledger]:
    """The Hills, where somebody rejected what the Blues say of the mill and corrected a claimer."""
    copy = tmp_path / "judged.db"
    shutil.copy(hills_file, copy)
    with open_ledger(copy, PROFILE) as ledger:
        rows = {row["evidence"]: row["id"] for row in ledger.stream("statements")}
        twelve = next(key for words, key in rows.items() if "12 people" in words)
        thirty = next(key for words, key in rows.items() if "30 people" in words)
        ledger.judge("reject", twelve, by="Ann", reason="another mill")
        ledger.judge("correct", thirty, by="Ann", reason="a slip", field="claimer", value="Ole Fenn")
        yield ledger


def _row(ledger: Ledger) -> dict[str, object]:
    return next(row for row in ledger.stream("statements") if "30 people" in row["evidence"])


def test_rows_leave_out_what_was_rejected_and_keep_what_was_read(judged: Ledger) -> None:
    assert not any("12 people" in row["evidence"] for row in judged.stream("statements"))
    row = _row(judged)
    assert (row["claimer"], row["machine"]) == ("Ole Fenn", {"claimer": "Ilo Marsh"})
    assert "machine" not in next(r for r in judged.stream("statements") if r["id"] != row["id"])
    assert faults(tidy(row)) == []


@pytest.mark.parametrize(
    "form", ["jsonl", "csv", "geojson", "annotation", "acled", "aif", "prov", "followthemoney"]
)
def test_no_export_holds_what_was_rejected(judged: Ledger, form: str) -> None:
    text = "".join(judged.export("statements", form))
    assert "Birch Mill" in text or form == "prov"
    assert judged.judgements()[0].record not in text
    assert "Ole Fenn" in text or form == "acled"


def test_exports_keep_the_machines_value_where_they_can(judged: Ledger) -> None:
    features = json.loads("".join(judged.export("statements", "geojson")))["features"]
    assert [f["properties"]["machine"] for f in features if "machine" in f["properties"]] == [
        {"claimer": "Ilo Marsh"}
    ]
    assert "sayso:machine" in "".join(judged.export("statements", "annotation"))
    header = next(csv.reader(io.StringIO("".join(judged.export("statements", "csv")))))
    assert "machine" not in header
    assert "Ole Fenn" in "".join(judged.export("claims", "claimreview"))


def test_a_search_says_what_people_judged(judged: Ledger) -> None:
    found = {hit.id: hit for hit in judged.found("people") if hit.kind == "statement"}
    marks = {words for hit in found.values() for words in hit.judged}
    assert marks == {"rejected by Ann: another mill", "claimer corrected to “Ole Fenn” by Ann: a slip"}
    assert {hit.who for hit in found.values()} == {"Una Holt (for Blues)", "Ole Fenn (for Reds)"}


def test_colours_go_by_what_was_corrected(judged: Ledger) -> None:
    assert "Ole Fenn" in judged.colours()


def test_a_brief_counts_what_was_rejected_and_tells_what_was_corrected(judged: Ledger) -> None:
    brief = judged.brief("2031-03-04", "2031-03-05")
    assert brief.rejected == 1
    told = {note.line.evidence: note.line for note in brief.notes}
    assert not any("12 people" in words for words in told)
    line = next(line for words, line in told.items() if "30 people" in words)
    assert (line.claimer, line.judged) == ("Ole Fenn", ("claimer corrected to “Ole Fenn” by Ann: a slip",))
