"""Whole readings against the test part of the project's own corpus, written and real."""

from __future__ import annotations

from pathlib import Path

from sayso.evaluation.corpus import UNREAD, exported, parts_there
from sayso.evaluation.interface import Measured
from sayso.evaluation.statements import measure_statements

SHOWN = ("found", "typed", "full")
FIELDS = ("claimer", "actor", "place", "quantity", "when", "epistemic", "modality", "verification")


def measure_corpus_statements(folder: Path, shared: Path, reader: str) -> Measured:
    """Read the corpus's test part and score the statements, part by part; raises NotFound.

    The corpus is exported by its own reader, in the layout that `measure_statements` takes.
    """
    scores: dict[str, float] = {}
    sizes: list[str] = []
    errors: list[str] = []
    for part in parts_there(shared):
        with exported(folder, "gold", part, "test", shared) as place:
            measured = measure_statements(place, shared, reader)
        kept = {f"{name}.{rate}" for name in SHOWN for rate in ("p", "r", "f1")}
        kept |= {f"slots.{name}.{what}" for name in FIELDS for what in ("right", "of")}
        scores |= {f"{part}.{name}": value for name, value in measured.scores.items() if name in kept}
        sizes.append(f"{part}: {measured.size}")
        errors += [f"{part.capitalize()}: {error}" for error in measured.errors]
    missing = () if len(parts_there(shared)) > 1 else (UNREAD,)
    return Measured(scores, "; ".join(sizes), (*errors, *missing))
