"""Run every measure and write ``bench/results.json``."""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from pathlib import Path

import bench
from bench.figures import Figure

RESULTS = Path(__file__).parent / "results.json"


def main() -> None:
    """Run the groups in the order of their names; ratios come first in the file."""
    figures: dict[str, Figure] = {}
    for module in sorted(pkgutil.iter_modules(bench.__path__), key=lambda m: m.name):
        measure = None if module.name.startswith("_") else _measure_of(module.name)
        if measure is not None:
            sys.stderr.write(f"{module.name} …\n")
            figures |= measure()
    ordered = dict(sorted(figures.items(), key=lambda item: (item[1].unit != "ratio", item[0])))
    records = {name: figure.to_record() for name, figure in ordered.items()}
    RESULTS.write_text(json.dumps(records, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for name, figure in ordered.items():
        sign = "≥" if figure.direction == "max" else "≤"
        verdict = "met" if figure.met else "NOT MET"
        sys.stdout.write(
            f"{name:28} {figure.value:9.3f} {figure.unit:14} goal {sign} {figure.goal:g}  {verdict}\n"
        )


def _measure_of(name: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a group has one, or is none
    return getattr(importlib.import_module(f"bench.{name}"), "measure", None)


if __name__ == "__main__":
    main()
