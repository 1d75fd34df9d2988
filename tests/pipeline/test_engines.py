from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from pipeline.readers import FirstWords, first_words, fragile
from sayso.ledger import open_view, open_writer
from sayso.model.errors import UsageError
from sayso.model.profile import Profile
from sayso.pipeline.engines.inline import InlineEngine
from sayso.pipeline.engines.pool import PoolEngine
from sayso.pipeline.engines.step import Engine
from sayso.pipeline.engines.worker import Recipe
from sayso.pipeline.open import ready_engine
from sayso.pipeline.progress import silent
from sayso.pipeline.read import ReadReport, read_into
from sayso.sources import FetchOptions

STORY = (
    "Rebels seize the mill at {place}\n\nThe commander of the eastern brigade said on Monday that his men "
    "had taken the mill at {place} after a day of heavy fighting along the river.\n"
)


def write(folder: Path) -> None:
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(STORY.format(place=f"Ford {number}"))
    (folder / "2.txt").write_bytes(b"")
    rows = [{"url": f"https://a.example/{n}", "text": STORY.format(place=f"Gate {n}")} for n in range(3)]
    (folder / "rows.jsonl").write_text("\n".join(json.dumps(row) for row in [*rows, rows[0]]) + "\n{broken\n")
    (folder / "twin.txt").write_text(STORY.format(place="Ford 1"))


def run(ledger: Path, folder: Path, engine: Engine, profile: Profile | None = None) -> ReadReport:
    with open_writer(ledger) as writer:
        return read_into(writer, [str(folder)], engine, profile or Profile(), FetchOptions())


def pool(ledger: Path, workers: int = 2) -> PoolEngine:
    return PoolEngine(
        InlineEngine(FirstWords(), Profile()), Recipe(first_words, Profile(), ledger), workers, few=1
    )


def kept(ledger: Path) -> tuple[list[str], list[str], list[str]]:
    with open_view(ledger) as view:
        return (
            [article.id for article in view.articles()],
            [statement.id for statement in view.statements()],
            [f"{entry.kind} {entry.subject} {entry.body}" for entry in view.chain()],
        )


def test_any_number_of_workers_makes_one_ledger(tmp_path: Path) -> None:
    write(tmp_path / "in")
    one = run(tmp_path / "one.db", tmp_path / "in", InlineEngine(FirstWords(), Profile()))
    two = run(tmp_path / "two.db", tmp_path / "in", pool(tmp_path / "two.db"))
    assert kept(tmp_path / "one.db") == kept(tmp_path / "two.db")
    assert (one.read, one.known, one.statements) == (two.read, two.known, two.statements) == (9, 1, 9)
    assert one.issues == two.issues
    assert {issue.code for issue in one.issues} >= {"empty", "broken-json"}


def test_workers_know_what_the_ledger_knows(tmp_path: Path) -> None:
    write(tmp_path / "in")
    run(tmp_path / "l.db", tmp_path / "in", pool(tmp_path / "l.db"))
    again = run(tmp_path / "l.db", tmp_path / "in", pool(tmp_path / "l.db"))
    assert (again.read, again.known, again.statements) == (0, 10, 0)


def test_a_worker_that_dies_takes_nothing_along_but_what_kills_it(tmp_path: Path) -> None:
    folder, marks = tmp_path / "in", tmp_path / "marks"
    folder.mkdir()
    marks.mkdir()
    for name in ("a", "b", "c-shaky", "d", "e-fatal", "f", "g", "h-shaky", "i"):
        (folder / f"{name}.txt").write_text(STORY.format(place=name))
    profile = Profile(name=str(marks))
    recipe = Recipe(fragile, profile, tmp_path / "l.db")
    engine = PoolEngine(InlineEngine(FirstWords(), profile), recipe, 2, few=1)
    report = run(tmp_path / "l.db", folder, engine, profile)
    assert report.read == 8
    assert [(issue.code, issue.source) for issue in report.issues if issue.severity == "error"] == [
        ("worker-died", "e-fatal.txt")
    ]
    with open_view(tmp_path / "l.db") as view:
        assert [article.name[0] for article in view.articles()] == list("abcdfghi")


@pytest.mark.parametrize(
    ("name", "workers", "kind", "word"),
    [("oracle", 1, "pool", "oracle"), ("oracle", 2, "pool", "oracle"), ("rules", 0, "pool", "at least one"),
     ("rules", 2, "steam", "steam")],
)  # fmt: skip
def test_what_cannot_be_is_said_at_once(
    tmp_path: Path, name: str, workers: int, kind: str, word: str
) -> None:
    with pytest.raises(UsageError, match=word):
        ready_engine(Profile(), silent, name, tmp_path / "l.db", workers, kind)


@pytest.mark.filterwarnings("default")
def test_a_ray_cluster_makes_the_same_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("ray", reason="the extra 'cluster' is not installed")
    from sayso.pipeline.engines.ray import RayEngine

    # Its workers are programs of their own, which have to find the test's reader.
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    write(tmp_path / "in")
    run(tmp_path / "one.db", tmp_path / "in", InlineEngine(FirstWords(), Profile()))
    ray = RayEngine(Recipe(first_words, Profile(), tmp_path / "ray.db"), 2)
    run(tmp_path / "ray.db", tmp_path / "in", ray)
    assert kept(tmp_path / "one.db") == kept(tmp_path / "ray.db")
