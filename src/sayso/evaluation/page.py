"""The quality page: every stage with its set, its scores, its kinds of errors, and others' figures."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from sayso.evaluation.interface import Measured, Stage
from sayso.evaluation.stages import STAGES, measure
from sayso.model.errors import NotFound

STANDING_WORDS = {
    "tuned": "**Measured on the four articles that the rules were tuned against.** Expect less elsewhere.",
    "yardstick": "Its scores and kinds of errors were looked at while the rules were written; nothing was "
    "learnt from its texts.",
    "own": "We wrote these texts and their reference reading ourselves, so this shows what works, not how "
    "well it works on news.",
    "unseen": "**Nobody looked at these texts while rules were written, and no network learned from them: "
    "this is what to expect of new texts.**",
    "apart": "What is measured was trained on other parts of these sets; this part was only scored.",
}

STANDING_SHORT = {
    "tuned": "tuned against",
    "yardstick": "yardstick",
    "own": "our own",
    "apart": "trained on other parts",
    "unseen": "**not looked at**",
}

PARTS = {"p": "p ", "r": "r ", "f1": "f1 ", "precision": "p ", "recall": "r ", "right": ""}
"""Scores of one thing by the last part of their names, and how each is called in the thing's row."""

HEAD = """# Quality: how often Sayso errs

Written by `sayso evaluate` with version {version}; not edited by hand. Every figure comes from running the
code on the set that is named; the same code and set give the same figure. Scores go from 0 to 1. Sets
that are not part of the project were measured once; their figures stand at the end.

How to read it:

- *p* (precision): of what Sayso says, the share that is right. *r* (recall): of what is there, the share that
  Sayso says. *f1*: the two in one figure.
- *found*: a statement is seen at the right spot. *typed*: and its type is right. *full*: and claimer (or the
  side spoken for), actor, place and figure are all right. A ledger is used for its full statements.
- Standing says how far a set was known when the rules were written. Only **not looked at** tells what to
  expect of new texts.
"""


def page(shared: Path) -> str:
    """Return the quality page as Markdown; stages whose set is not in `shared` are named as not measured."""
    measured = {name: _measured(name, shared) for name in STAGES}
    parts = [HEAD.format(version=metadata.version("sayso")), _overview(measured)]
    parts += ["\n".join(_section(stage, measured[name])) for name, stage in STAGES.items()]
    parts.append("\n".join(_recorded()))
    return "\n".join(part for part in parts if part)


def _measured(name: str, shared: Path) -> Measured | None:
    try:
        return measure(name, None, shared)
    except NotFound:
        return None


def _overview(measured: Mapping[str, Measured | None]) -> str:
    lines = [
        "## At a glance",
        "",
        "| stage | set | size | standing | scores |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, stage in STAGES.items():
        result = measured[name]
        scores = (
            " · ".join(f"{n} {figure(v)}" for n, v in _headline(stage, result)) if result else "not measured"
        )
        size = result.size if result else ""
        lines.append(f"| {name} | {stage.data} | {size} | {STANDING_SHORT[stage.standing]} | {scores} |")
    for entry in _recorded_sets():
        scores = " · ".join(f"{name} {figure(value)}" for name, value in list(entry["scores"].items())[:9])
        lines.append(f"| statements | {entry['data']} | {entry['size']} | {entry['standing']} | {scores} |")
    return "\n".join([*lines, ""])


def _headline(stage: Stage, result: Measured) -> list[tuple[str, float]]:
    named = [(name, result.scores[name]) for name in stage.headline if name in result.scores]
    return named or list(result.scores.items())[:6]


def figure(value: float) -> str:
    """Return a score as text: shares with three places, counts as whole numbers."""
    return f"{value:.0f}" if float(value).is_integer() and value > 1 else f"{value:.3f}"


def _section(stage: Stage, result: Measured | None) -> Iterator[str]:
    yield f"## {stage.title}\n"
    yield f"{stage.measures} Set: {stage.data}. {STANDING_WORDS[stage.standing]}\n"
    if result is None:
        yield "Not measured: the set was not there when this page was written.\n"
    else:
        yield from _scores(result.scores)
        if result.errors:
            yield "Errors, and what was left out, by kind:\n"
            yield from (f"- {error}" for error in result.errors)
            yield ""
    others = _table("figures.toml").get(stage.name, [])
    if others:
        yield "Beside it:\n"
        yield from (f"- {other['says']} ({other['source']})" for other in others)
        yield ""
    yield f"Again: `sayso evaluate {stage.name}`\n"


def _recorded_sets() -> list[dict[str, Any]]:
    return list(_table("recorded.toml").get("sets", []))


def _recorded() -> Iterator[str]:
    sets = _recorded_sets()
    if not sets:
        return
    yield "## Sets that are not part of the project\n"
    yield (
        "These figures were measured once, by the command beside them, and written down "
        "(`src/sayso/evaluation/recorded.toml`).\n"
    )
    for entry in sets:
        yield f"### {entry['title']}\n"
        measured = f"Measured on {entry['on']}, with version {entry['version']}."
        yield f"{entry['size']}. {entry['about']} {measured}\n"
        yield from _scores(entry["scores"])
        yield f"Measured by: `{entry['command']}`\n"


def _scores(scores: Mapping[str, float]) -> Iterator[str]:
    """Give the table of scores; those that belong together stand in one row."""
    rows: dict[str, list[str]] = {}
    for name, value in scores.items():
        stem, _, part = name.rpartition(".")
        if part == "of":
            rows[stem].append(f"of {value:.0f}")
        elif part in PARTS:
            rows.setdefault(stem, []).append(f"{PARTS[part]}{figure(value)}")
        else:
            rows.setdefault(name, []).append(figure(value))
    yield "| score | value |\n| --- | --- |"
    yield from (f"| {name} | {' · '.join(values)} |" for name, values in rows.items())
    yield ""


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))
