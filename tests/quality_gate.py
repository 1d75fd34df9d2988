"""The quality gate: no score falls below its floor without a decision that says so.

The floors stand in `quality_floors.toml`, each with what was measured when it was set. `make test` holds the
fast stages to them (tests/test_quality_gate.py), `make gate` all of them:

    python tests/quality_gate.py            # every stage, some minutes each
    python tests/quality_gate.py times demo # these only
    python tests/quality_gate.py --fast

A stage whose set is not there is named and passed over. The exit code is 1 where a score is below its floor.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation.interface import Measured
from sayso.evaluation.stages import measure
from sayso.model.errors import NotFound

HERE = Path(__file__).parent
FLOORS = HERE / "quality_floors.toml"
SHARED = Path(os.environ.get("SAYSO_SHARED") or HERE.parent.parent / "shared")


@dataclass(frozen=True, slots=True)
class Floor:
    """What one stage must not fall below: by score, the floor and what was measured when it was set."""

    stage: str
    fast: bool
    measured: Mapping[str, float]
    slack: float
    ceilings: frozenset[str]
    shared: bool = False

    def least(self, score: str) -> float:
        """Return the floor of a score (of a count that should be low: its ceiling)."""
        if score in self.ceilings:
            return self.measured[score]
        return round(self.measured[score] - self.slack, 4)

    def holds(self, score: str, value: float) -> bool:
        """Tell whether a score keeps to its floor, or a count to its ceiling."""
        return value <= self.least(score) if score in self.ceilings else value >= self.least(score)


def floors() -> dict[str, Floor]:
    """Return the floors by stage."""
    table = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return {
        name: Floor(
            name,
            bool(row.get("fast", False)),
            row["measured"],
            float(row.get("slack", table["slack"])),
            frozenset(row.get("ceilings", ())),
            bool(row.get("shared", False)),
        )
        for name, row in table["stage"].items()
    }


def measured(floor: Floor) -> Measured:
    """Measure a floor's stage on its whole set; raises NotFound where a part of it is not there."""
    if floor.shared and not (SHARED / "data").is_dir():
        raise NotFound(f"a part of its set lies in {SHARED}")
    return measure(floor.stage, None, SHARED)


def fallen(floor: Floor, scores: Mapping[str, float]) -> list[str]:
    """Return what is wrong with a stage's scores, a line each; none where all floors hold."""
    found = []
    for score in floor.measured:
        if score not in scores:
            found.append(f"{floor.stage}: {score} is measured no more")
        elif not floor.holds(score, scores[score]):
            found.append(
                f"{floor.stage}: {score} is {scores[score]:.4f}; its floor is {floor.least(score):.4f} "
                f"({floor.measured[score]:.4f} when it was set)"
            )
    return found


def main(words: Sequence[str]) -> int:
    """Hold the stages that are named (all, if none is) to their floors."""
    known = floors()
    wanted = [word for word in words if not word.startswith("-")]
    unknown = [word for word in wanted if word not in known]
    if unknown:
        print(f"no floors for {', '.join(unknown)}: there are {', '.join(known)}", file=sys.stderr)
        return 2
    wrong: list[str] = []
    for name in wanted or [n for n, floor in known.items() if floor.fast or "--fast" not in words]:
        try:
            scores = measured(known[name]).scores
        except NotFound as missing:
            print(f"{name:28} not measured: {missing}", flush=True)
            continue
        below = fallen(known[name], scores)
        shown = ", ".join(f"{s} {scores[s]:.3f}" for s in known[name].measured if s in scores)
        print(f"{name:28} {'BELOW ITS FLOOR' if below else 'holds'}: {shown}", flush=True)
        wrong += below
    print("\n".join(wrong) or "All floors hold.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
