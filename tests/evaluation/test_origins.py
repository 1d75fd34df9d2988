"""The measures of origins and stories, and the floors that they may not fall below."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from sayso.evaluation.origins import measure_origins
from sayso.evaluation.stories import bcubed, measure_stories
from sayso.model.errors import NotFound

SET = Path(__file__).parents[2] / "corpus" / "origins"


def test_copies_and_speeches_are_found_and_no_independent_reports_are_joined() -> None:
    scores = measure_origins(SET, SET).scores
    assert scores["texts"] >= 70
    assert scores["groups"] >= 12
    for split in ("tune", "unseen"):
        assert scores[f"{split}.copies.f1"] >= 0.95
        assert scores[f"{split}.speech.f1"] >= 0.90
        assert scores[f"{split}.independent.joined"] == 0


def test_every_text_of_the_set_is_in_its_gold_file_and_the_other_way_round() -> None:
    rows = [json.loads(line) for line in (SET / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    files = {p.relative_to(SET / "texts").with_suffix("").as_posix() for p in (SET / "texts").rglob("*.txt")}
    assert {row["id"] for row in rows} == files
    kinds = {row["kind"] for row in rows}
    assert kinds >= {
        "agency",
        "light",
        "cut-moved",
        "reword",
        "translated-back",
        "independent",
        "press",
        "topic",
    }
    by_group = {row["id"].split("/")[0]: row["split"] for row in rows}
    assert all(by_group[row["id"].split("/")[0]] == row["split"] for row in rows)


def test_bcubed_of_one_heap_and_of_single_texts() -> None:
    known = {"a": "x", "b": "x", "c": "y", "d": "y"}
    heap = bcubed(known, dict.fromkeys(known, "1"), list(known))
    assert (heap["bcubed.p"], heap["bcubed.r"]) == (0.5, 1.0)
    alone = bcubed(known, {key: key for key in known}, list(known))
    assert (alone["bcubed.p"], alone["bcubed.r"]) == (1.0, 0.5)


def test_stories_are_scored_on_a_set(tmp_path: Path) -> None:
    rows = [
        {
            "id": f"{n}-{m}",
            "story": f"{n}-set",
            "date": "",
            "title": f"Town {n}",
            "text": f"Norvik{n} fell to Berg{n}.",
        }
        for n in range(4)
        for m in range(2)
    ]
    with gzip.open(tmp_path / "ecbplus.jsonl.gz", "wt", encoding="utf-8") as handle:
        handle.writelines(json.dumps(row) + "\n" for row in rows)
    measured = measure_stories(tmp_path, tmp_path)
    assert measured.scores["bcubed.r"] == 1.0
    assert measured.size == "8 texts in 4 stories"
    with pytest.raises(NotFound):
        measure_stories(tmp_path / "nowhere", tmp_path)
