from __future__ import annotations

import sys
from pathlib import Path

import pytest

from corpus.making import SHEET, TEXT, corpus_folder, labelled
from sayso_corpus.__main__ import main
from sayso_corpus.codec import from_json


def run(monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    monkeypatch.setattr(sys, "argv", ["sayso_corpus", *map(str, words)])
    return main()


def test_from_a_sheet_to_a_corpus_file_and_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "written" / "tessarin"
    place.mkdir(parents=True)
    (place / "01-norrel.txt").write_text(TEXT, encoding="utf-8")
    (place / "01-norrel.lab").write_text(SHEET, encoding="utf-8")
    root = corpus_folder(tmp_path / "corpus")
    assert run(monkeypatch, "sheet", place / "01-norrel.lab", "--into", root) == 0
    made = from_json((root / "written/tessarin/01-norrel.json").read_text(encoding="utf-8"))
    assert made == labelled()
    assert run(monkeypatch, "--root", root, "edit", tmp_path / "again", made.id) == 0
    assert (tmp_path / "again" / "written/tessarin/01-norrel.lab").is_file()


def test_a_wrong_sheet_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.lab").write_text("prose\n", encoding="utf-8")
    assert run(monkeypatch, "sheet", tmp_path / "a.lab") == 1
    assert "line 1: cannot be understood" in capsys.readouterr().err


def test_show_numbers_sentences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run(monkeypatch, "show", tmp_path / "a.txt") == 0
    assert "[4] His group holds half of it." in capsys.readouterr().out


def test_check_prints_figures_and_fails_on_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = corpus_folder(tmp_path)
    (root / "README.md").write_text("<!-- counts -->\n<!-- /counts -->\n", encoding="utf-8")
    assert run(monkeypatch, "--root", root, "check", "--write") == 1
    printed = capsys.readouterr()
    assert "| statements | 4 | 4,500 |" in printed.out
    assert "counts: statements: 4, at least 4500 are asked for" in printed.err
    assert "| statements | 4 | 4,500 |" in (root / "README.md").read_text(encoding="utf-8")


def test_sample_is_the_same_for_a_seed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = corpus_folder(tmp_path)
    run(monkeypatch, "--root", root, "sample", "--number", "2", "--seed", "5")
    first = capsys.readouterr().out
    run(monkeypatch, "--root", root, "sample", "--number", "2", "--seed", "5")
    assert capsys.readouterr().out == first
    assert first.count("== written/tessarin/01-norrel s") == 2


def test_export_writes_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = corpus_folder(tmp_path / "corpus")
    assert run(monkeypatch, "--root", root, "export", "gold", tmp_path / "out", "--split", "train") == 0
    assert (tmp_path / "out" / "articles" / "written-tessarin-01-norrel.txt").read_text("utf-8") == TEXT


def test_a_folder_of_data_that_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "--data", tmp_path / "none", "check") == 1
    assert "there is no folder" in capsys.readouterr().err
