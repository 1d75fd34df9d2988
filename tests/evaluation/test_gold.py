"""Reference readings are found in each layout that is promised."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.conftest import row, write_rows
from sayso.evaluation.gold import gold_set, rows_in
from sayso.model.errors import InputError, NotFound


def test_the_reference_folder(shared: Path) -> None:
    found = gold_set(shared / "gold")
    assert [path.name for path in found.articles] == ["note.txt"]
    assert found.statements.name == "seeds.jsonl"
    assert found.questions is not None
    assert found.profile is None


def test_a_guide_beside_the_statements_is_no_article(shared: Path) -> None:
    (shared / "gold" / "GUIDE.md").write_text("# Guide", encoding="utf-8")
    assert [path.name for path in gold_set(shared / "gold").articles] == ["note.txt"]


def test_articles_beside_the_statements(tmp_path: Path) -> None:
    write_rows(tmp_path / "gold.jsonl", [row(1, article="b.txt")])
    for name in ("b.txt", "a.html", "notes.csv", "profile.toml", "questions.jsonl"):
        (tmp_path / name).write_text("", encoding="utf-8")
    found = gold_set(tmp_path)
    assert [path.name for path in found.articles] == ["a.html", "b.txt"]
    assert found.profile == tmp_path / "profile.toml"
    assert found.questions == tmp_path / "questions.jsonl"


def test_articles_in_a_folder_of_their_own(tmp_path: Path) -> None:
    write_rows(tmp_path / "gold.jsonl", [row(1, article="rows.jsonl")])
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "rows.jsonl").write_text("", encoding="utf-8")
    assert [path.name for path in gold_set(tmp_path).articles] == ["rows.jsonl"]


@pytest.mark.parametrize("present", [(), ("gold.jsonl",), ("a.txt",)])
def test_half_a_reading_is_none(tmp_path: Path, present: tuple[str, ...]) -> None:
    for name in present:
        (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(NotFound):
        gold_set(tmp_path)


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": 1}\n\n{broken\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl, line 3"):
        rows_in(path)
