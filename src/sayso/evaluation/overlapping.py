"""Questions across articles of the project's own corpus, weighed conflict by conflict.

The corpus is a program of its own (`python -m sayso_corpus`), run as one: it writes the statements and
questions of a conflict as a reference reading.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import fmean

from sayso.evaluation.gold import rows_in
from sayso.evaluation.interface import Measured
from sayso.evaluation.statements import measure_weighing
from sayso.model.errors import InputError, NotFound

LIMIT = 300
"""Seconds after which an export that does not come back is given up."""

_COUNTED = ("status.right", "status.of", "bcubed.statements", "bcubed.of")


def measure_corpus_weighing(folder: Path, shared: Path) -> Measured:
    """Weigh the labelled statements of each conflict that has questions in ``folder/questions``.

    Scores stand under the conflict's name, and as means (counts as sums) without one.

    Raises:
        NotFound: the folder holds no questions.
        InputError: the corpus could not be exported; the text is its own.
    """
    if not shared.is_dir():
        raise NotFound(f"the reference data of 'weighing-corpus' is not there: no scorer in {shared}")
    asked = sorted((folder / "questions").glob("*.jsonl"))
    if not asked:
        raise NotFound(f"no questions across articles in {folder / 'questions'}")
    found = {path.stem: _measured(folder, path.stem, shared) for path in asked}
    scores = {f"{key}.{name}": value for key, one in found.items() for name, value in one.scores.items()}
    size = sum(len(rows_in(path)) for path in asked)
    errors = tuple(f"{key}: {error}" for key, one in found.items() for error in one.errors)
    return Measured(_together([one.scores for one in found.values()]) | scores, f"{size} questions", errors)


def _together(found: Sequence[Mapping[str, float]]) -> dict[str, float]:
    return {name: (sum if name in _COUNTED else fmean)([one[name] for one in found]) for name in found[0]}


def _measured(folder: Path, conflict: str, shared: Path) -> Measured:
    with tempfile.TemporaryDirectory(prefix="sayso-evaluate-") as place:
        out = Path(place)
        _exported(folder, conflict, out)
        _one_name(out / "gold.jsonl")
        return measure_weighing(out, shared)


def _exported(folder: Path, conflict: str, out: Path) -> None:
    command = ("-m", "sayso_corpus", "export", "gold", str(out), "--conflict", conflict)
    done = subprocess.run(  # noqa: S603 - the running interpreter and the project's own corpus
        [sys.executable, *command], cwd=folder,
        capture_output=True, text=True, encoding="utf-8", timeout=LIMIT, check=False,
    )  # fmt: skip
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()
        raise InputError(f"the corpus stopped: {last[-1] if last else 'without a word'}")


def _one_name(path: Path) -> None:
    """Write several names of one field as one name, as a field of the export contract holds one."""
    rows = [
        {
            key: " and ".join(value) if isinstance(value, list) and key != "via" else value
            for key, value in row.items()
        }
        for row in rows_in(path)
    ]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
