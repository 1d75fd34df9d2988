"""The only door for faces, as its own words and the documents show it."""

from __future__ import annotations

import doctest
import json
import sqlite3
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from faces.running import write_stories
from faces.test_read import Reader
from sayso import Frame, Ledger, api, open_ledger
from sayso.model.errors import InputError, LedgerError, NotFound, UsageError
from sayso.pipeline import open as opening
from sayso.pipeline.progress import Progress
from sayso.views import frame
from views.hills import PROFILE, make_ledger


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ledger(tmp_path_factory.mktemp("hills") / "hills.db")


@pytest.fixture
def hills(made: Path) -> Iterator[Ledger]:
    with open_ledger(made, PROFILE) as ledger:
        yield ledger


def test_the_example_of_the_module_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_stories(tmp_path / "articles", "a.txt")
    make_ledger(tmp_path / "conflict.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(opening, "ready_reader", lambda *_: Reader())
    text = api.__doc__ or ""
    example = text[text.index("    from sayso") : text.index("Every query")]
    exec(compile(textwrap.dedent(example), "api.py", "exec"), {})
    assert "Who holds Alder Bridge? contested" in capsys.readouterr().out


def test_the_examples_in_docstrings_hold() -> None:
    tried = doctest.testmod(frame)
    assert tried.attempted > 3
    assert tried.failed == 0


def test_what_the_package_offers() -> None:
    assert sayso.open_ledger is api.open_ledger
    assert {"Frame", "Ledger", "open_ledger"} <= set(sayso.__all__)
    with pytest.raises(AttributeError, match="no attribute 'close_ledger'"):
        _ = sayso.close_ledger


def test_opening_makes_nothing(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "new.db"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_asking_where_there_is_no_ledger(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "new.db") as ledger, pytest.raises(NotFound, match="there is no ledger at"):
        ledger.board()
    (tmp_path / "text.db").write_text("hello", encoding="utf-8")
    with open_ledger(tmp_path / "text.db") as ledger, pytest.raises(LedgerError):
        ledger.counts()


def test_a_profile_by_path(tmp_path: Path) -> None:
    path = tmp_path / "war.toml"
    path.write_text('name = "War in the Hills"\n', encoding="utf-8")
    assert open_ledger(tmp_path / "x.db", path).profile.name == "War in the Hills"
    assert open_ledger(tmp_path / "x.db", str(path)).profile.name == "War in the Hills"
    assert open_ledger(tmp_path / "x.db").profile.name == ""
    with pytest.raises(InputError, match=r"gone\.toml"):
        open_ledger(tmp_path / "x.db", tmp_path / "gone.toml")


def test_frames_are_plain_rows(hills: Ledger) -> None:
    frames = [
        hills.board(),
        hills.search("birch"),
        hills.statements(),
        hills.questions(),
        hills.rows("claims"),
    ]
    for found in frames:
        assert isinstance(found, Frame)
        assert len(found) == len(list(found)) > 0
        assert found.to_records() == list(found.rows)
        assert json.loads(json.dumps(found.to_records())) == found.to_records()
        assert isinstance(found[0], dict)
        assert found[:1].rows == found.rows[:1]
        assert repr(found).startswith(f"<Frame of {len(found)} rows: ")


def test_records_are_the_callers_own(hills: Ledger) -> None:
    statements = hills.statements()
    statements.to_records()[0]["claimer"] = "somebody else"
    assert statements[0]["claimer"] != "somebody else"


def test_any_database_takes_the_records(hills: Ledger) -> None:
    records = hills.statements().to_records()
    file = sqlite3.connect(":memory:")
    file.execute("CREATE TABLE statements AS SELECT value FROM json_each(?)", [json.dumps(records)])
    count = file.execute("SELECT count(*) FROM statements WHERE value ->> 'type' = 'casualties'").fetchone()
    file.close()
    assert count == (2,)


@pytest.mark.parametrize("library", ["pandas", "polars", "duckdb"])
def test_table_libraries_take_the_records(hills: Ledger, library: str) -> None:
    frames = pytest.importorskip("pandas" if library == "duckdb" else library)
    statements = frames.DataFrame(hills.statements().to_records())
    if library == "duckdb":
        duckdb = pytest.importorskip("duckdb")
        found = duckdb.sql("SELECT count(*) FROM statements WHERE type = 'casualties'").fetchall()
        assert found == [(2,)]
    assert len(statements) == 6


def test_filters_of_the_board(hills: Ledger) -> None:
    assert [row["place"] for row in hills.board(type="casualties")] == ["Birch Mill"]
    assert {row["status"] for row in hills.board(status="contested")} == {"contested"}
    assert [row["place"] for row in hills.board(place="alder")] == ["Alder Bridge"]
    assert len(hills.board(limit=1)) == 1
    with pytest.raises(NotFound):
        hills.board(place="Zzzz")


def test_one_thing_by_its_id(hills: Ledger) -> None:
    statement, question = hills.statements()[0]["id"], hills.questions()[0]["id"]
    assert hills.look_up(statement[:11]).id == statement
    assert hills.shown(statement).line.id == statement
    assert hills.point(question).id == question
    assert hills.sheet("mill.txt").outlet == "Valley Wire"


def test_places_and_claimers(hills: Ledger) -> None:
    assert hills.place("Birch Mill").name == "Birch Mill"
    assert hills.who("marsh").name == "Ilo Marsh"


def test_exports_by_name(hills: Ledger) -> None:
    assert "".join(hills.export("statements", "csv")).startswith("id,article,evidence")
    with pytest.raises(UsageError, match="there are acled, aif, annotation"):
        hills.export("statements", "xml")


def test_verify_and_draft(hills: Ledger) -> None:
    assert hills.verify() == []
    assert "[[parties]]" in hills.draft_profile()


def test_reading_tells_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "ready_reader", lambda *_: Reader())
    write_stories(tmp_path / "in", "a.txt", "b.txt")
    seen: list[Progress] = []
    with open_ledger(tmp_path / "new.db") as ledger:
        report = ledger.read([tmp_path / "in"], progress=seen.append)
        assert (report.read, ledger.counts().articles) == (2, 2)
    assert [(step.stage, step.item) for step in seen][:2] == [("reading", "a.txt"), ("reading", "b.txt")]
    assert seen[-1].stage == "weighing"


def test_what_is_written_is_seen_by_the_same_ledger(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    row = {"article": "a", "evidence": "x", "type": "control", "epistemic": "true-certain", "place": "Ford"}
    with open_ledger(make_ledger(tmp_path / "hills.db")) as ledger:
        before = len(ledger.statements())
        rows.write_text(json.dumps(row) + "\n", encoding="utf-8")
        assert ledger.import_statements(rows).statements == 1
        assert len(ledger.statements()) == before + 1
        assert ledger.place("Ford").name == "Ford"
