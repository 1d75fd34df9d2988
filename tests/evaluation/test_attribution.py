"""Scoring attributions against brat standoff."""

from __future__ import annotations

from pathlib import Path

from sayso.evaluation.attribution import score_attribution

TEXT = "The army said that Velm had fallen."
GOLD = "T1\tSource 0 8\tThe army\nT2\tCue 9 13\tsaid\nT3\tContent 14 34\tthat Velm had fallen\n"


def test_words_are_counted_by_role(tmp_path: Path) -> None:
    for folder, name, text in (("text", "one.txt", TEXT), ("attributions", "one_ab.ann", GOLD)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    scores = score_attribution(tmp_path)
    assert scores["source.f1"] == scores["cue.f1"] == scores["content.precision"] == 1
    assert scores["content.recall"] == 0.75


def test_no_article_no_score(tmp_path: Path) -> None:
    assert set(score_attribution(tmp_path).values()) == {0.0}
