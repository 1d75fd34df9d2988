"""A tiny reference reading and a scorer that stands in for the project's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

STAND_IN = """
import json, sys
SLOTS = ("claimer", "place")
def load(path):
    return [json.loads(line) for line in open(path, encoding="utf-8")]
def load_names(path): pass
def right(slot, gold, read):
    return gold.get(slot) == read.get(slot)
def score_statements(gold, read):
    typed = [(g, p) for g in gold for p in read if (g["evidence"], g["type"]) == (p["evidence"], p["type"])]
    return typed, {"found": {"p": 0.5, "r": 1.0}, "gold": len(gold)}
if __name__ == "__main__":
    gold, read = load(sys.argv[1]), load(sys.argv[2])
    result = score_statements(gold, read)[1]
    if "--questions" in sys.argv:
        asked = load(sys.argv[sys.argv.index("--questions") + 1])
        one = {"p": 0.5, "r": 0.25, "f1": 0.3333}
        grouped = one | {"statements": 1, "of": 2}
        relations = {"refutes": one, "supports": one}
        status = {"right": 0, "of": len(asked)}
        result["questions"] = {"bcubed": grouped, "relations": relations, "status": status}
    print(json.dumps(result))
"""


def row(number: int, **fields: Any) -> dict[str, Any]:
    """Return a statement row with the fields that every row needs."""
    base = {
        "id": f"g{number}",
        "article": "note.txt",
        "evidence": f"Sentence {number} of the note.",
        "type": "control",
        "epistemic": "true-certain",
        "attribution": "indirect",
    }
    return base | fields


def write_rows(path: Path, rows: list[dict[str, Any]]) -> Path:
    """Write rows as JSON lines."""
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return path


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A shared folder with the stand-in scorer and a reference reading of one article."""
    folder = tmp_path / "shared"
    (folder / "gold").mkdir(parents=True)
    (folder / "seeds").mkdir()
    (folder / "gold" / "score.py").write_text(STAND_IN, encoding="utf-8")
    (folder / "seeds" / "note.txt").write_text("Sentence 1 of the note.", encoding="utf-8")
    write_rows(folder / "gold" / "seeds.jsonl", [row(1, claimer="Ada Quill", place="Fenmoor"), row(2)])
    question = {
        "question": "Who holds Fenmoor?",
        "answers": [{"statements": ["g1"]}, {"statements": ["g2"]}],
        "relations": [[0, "refutes", 1]],
        "status": "contested",
    }
    write_rows(folder / "gold" / "seeds.questions.jsonl", [question])
    return folder
