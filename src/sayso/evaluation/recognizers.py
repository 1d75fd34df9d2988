"""Numbers, percentages, ranges, dates, periods and measures against Microsoft's Recognizers-Text specs.

The specs were made for assistants ("I'll go back two sundays from now"); Sayso reads news.  What does not
apply is left out by a reason that looks at the case alone, never at our result, and is counted.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from sayso.evaluation import recognizer_cases as cases
from sayso.evaluation.recognizer_cases import Hit
from sayso.model.errors import NotFound

_KEPT = {"date-time": {"datetimeV2.date", "datetimeV2.daterange"}, "dimension": {"dimension"}}
"""The kinds of results that a suite of mixed cases is measured on."""


@dataclass(frozen=True, slots=True)
class FileScore:
    """One spec file: how many cases applied, why others did not, and shares right among those that did.

    `spans` asks for the same stretches of text, `values` for the same number of things with the same
    values, in order.
    """

    name: str
    cases: int
    left_out: tuple[tuple[str, int], ...]
    spans: float
    values: float


@dataclass(frozen=True, slots=True)
class _Suite:
    name: str
    file: str
    reasons: tuple[str, ...]
    read: Callable[[Mapping[str, Any]], list[Hit]]
    want: Callable[[Mapping[str, Any]], list[Hit]]
    same: Callable[[Any, Any], bool]


def score_recognizers(folder: Path) -> dict[str, float]:
    """Return ``name.values``, ``name.spans`` (0 to 1) and ``name.cases`` of each suite; raises NotFound."""
    scores: dict[str, float] = {}
    for score in measure(folder):
        scores[f"{score.name}.values"] = round(score.values, 4)
        if score.name != "dimension":  # their spans take in the unit, ours do not
            scores[f"{score.name}.spans"] = round(score.spans, 4)
        scores[f"{score.name}.cases"] = score.cases
    return scores


def left_out(folder: Path) -> tuple[str, ...]:
    """Return, a sentence a suite, what was left out and why; raises NotFound."""
    return tuple(
        f"{score.name}: {sum(n for _, n in score.left_out)} cases left out: "
        + ", ".join(f"{reason} {n}" for reason, n in score.left_out)
        for score in measure(folder)
    )


def measure(folder: Path) -> tuple[FileScore, ...]:
    """Return the score of each suite.

    Raises:
        NotFound: the folder does not hold the specs.
    """
    return tuple(_measure(suite, _cases(folder / suite.file)) for suite in _SUITES)


def mistakes(folder: Path, name: str) -> list[tuple[str, list[Hit], list[Hit]]]:
    """Return input, expected and found of the cases of a suite that do not come out right."""
    suite = next(s for s in _SUITES if s.name == name)
    found = []
    for case in _cases(folder / suite.file):
        if _reason(suite, case) is None:
            want, got = suite.want(case), suite.read(case)
            if not _right(suite, want, got):
                found.append((case["Input"], want, got))
    return found


def _cases(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        raise NotFound(f"there is no {path.name} in {path.parent}")
    return list(json.loads(path.read_text(encoding="utf-8-sig")))


def _measure(suite: _Suite, rows: Iterable[Mapping[str, Any]]) -> FileScore:
    why: Counter[str] = Counter()
    total = spans = values = 0
    for case in rows:
        reason = _reason(suite, case)
        if reason is not None:
            why[reason] += 1
            continue
        want, got = suite.want(case), suite.read(case)
        total += 1
        spans += [w[:2] for w in want] == [g[:2] for g in got]
        values += _right(suite, want, got)
    rates = (spans / total, values / total) if total else (0.0, 0.0)
    return FileScore(suite.name, total, tuple(sorted(why.items(), key=lambda w: (-w[1], w[0]))), *rates)


def _right(suite: _Suite, want: list[Hit], got: list[Hit]) -> bool:
    return len(want) == len(got) and all(suite.same(w[2], g[2]) for w, g in zip(want, got, strict=True))


def _reason(suite: _Suite, case: Mapping[str, Any]) -> str | None:
    if suite.name in {"date-time", "dimension"}:
        kinds = _kinds(case)
        if kinds - _KEPT[suite.name]:
            return "other kinds of results"
    for reason, pattern in _reasons(suite.reasons):
        if pattern.search(case["Input"]):
            return reason
    return None


@cache
def _reasons(names: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = resources.files(__package__).joinpath("recognizers.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)
    return tuple((row["reason"], re.compile(row["pattern"])) for name in names for row in rows[name])


def _kinds(case: Mapping[str, Any]) -> set[str]:
    return {r.get("TypeName") or "" for r in case["Results"]}


_SUITES = (
    _Suite(
        "number",
        "Number-NumberModel.json",
        ("number",),
        cases.read_numbers,
        cases.want_numbers,
        cases.same_number,
    ),
    _Suite(
        "percent",
        "Number-PercentModel.json",
        ("percent",),
        cases.read_percentages,
        cases.want_numbers,
        cases.same_number,
    ),
    _Suite(
        "range", "Number-NumberRangeModel.json", ("range",), cases.read_ranges, cases.want_ranges, cases.equal
    ),
    _Suite("date", "DateTime-DateParser.json", ("date",), cases.read_days, cases.want_days, cases.same_days),
    _Suite(
        "period",
        "DateTime-DatePeriodParser.json",
        ("date", "period"),
        cases.read_days,
        cases.want_days,
        cases.same_days,
    ),
    _Suite(
        "date-time",
        "DateTime-DateTimeModel.json",
        ("date", "period"),
        cases.read_days,
        cases.want_days,
        cases.same_days,
    ),
    _Suite(
        "dimension",
        "NumberWithUnit-DimensionModel.json",
        ("dimension",),
        cases.read_measures,
        cases.want_measures,
        cases.equal,
    ),
)
