"""The project's scorer, run as the program that it is: statements and questions against a reference."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.model.errors import InputError, NotFound

SCORER = Path("gold") / "score.py"
"""Where the scorer lies in the shared folder."""

LIMIT = 600
"""Seconds after which a scorer that does not come back is given up."""

# The scorer tells totals only.  This asks its own functions which statement it matched with which, and
# which fields of a matched pair are wrong.
_PAIRS = """
import json, sys
from pathlib import Path
folder, gold, predicted = sys.argv[1:]
sys.path.insert(0, folder)
sys.dont_write_bytecode = True
import score
score.load_names(Path(gold).with_suffix(".names.json"))
typed, _ = score.score_statements(score.load(gold), score.load(predicted))
print(json.dumps([[g["id"], p["id"], [s for s in score.SLOTS if s in g and not score.right(s, g, p)]]
                  for g, p in typed]))
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """A reference statement, the one read that matches it in place and type, and the fields that differ."""

    gold: str
    read: str
    wrong: tuple[str, ...]


def scorer_in(shared: Path) -> Path:
    """Return the scorer of the shared folder; raises NotFound where it is not there."""
    path = shared / SCORER
    if not path.is_file():
        raise NotFound(f"the scorer {SCORER} is not in {shared}")
    return path


def score(scorer: Path, gold: Path, read: Path, questions: tuple[Path, Path] | None = None) -> dict[str, Any]:
    """Return what the scorer says of the statements in `read` (and of questions: reference, ours).

    Raises:
        InputError: the scorer could not read one of the files; the text is its own.
    """
    asked = ("--questions", *map(str, questions)) if questions else ()
    return dict(json.loads(_run(str(scorer), str(gold), str(read), "--json", *asked)))


def pairs(scorer: Path, gold: Path, read: Path) -> tuple[Pair, ...]:
    """Return which statements the scorer matched, and which of their fields are wrong."""
    found = json.loads(_run("-c", _PAIRS, str(scorer.parent), str(gold), str(read)))
    return tuple(Pair(one, other, tuple(wrong)) for one, other, wrong in found)


def flat(result: Mapping[str, Any], prefix: str = "") -> dict[str, float]:
    """Return nested scores under dotted names: ``{"found": {"p": 1}}`` as ``{"found.p": 1.0}``."""
    scores: dict[str, float] = {}
    for name, value in result.items():
        if isinstance(value, Mapping):
            scores |= flat(value, f"{prefix}{name}.")
        else:
            scores[f"{prefix}{name}"] = float(value)
    return scores


def _run(*arguments: str) -> str:
    done = subprocess.run(  # noqa: S603 - the running interpreter and the project's own scorer
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LIMIT,
        check=False,
    )
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()
        raise InputError(f"the scorer stopped: {last[-1] if last else 'without a word'}")
    return done.stdout
