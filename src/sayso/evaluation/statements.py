"""Whole readings against reference readings: statements, questions, and weighing on its own.

Articles are read (or reference statements imported) into a ledger in a temporary folder, exported as
people would export them, and scored by the project's scorer in a process of its own.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.evaluation.gold import GoldSet, gold_set, rows_in
from sayso.evaluation.interface import Measured
from sayso.evaluation.mistakes import mistakes_of, question_mistakes
from sayso.evaluation.scorer import flat, pairs, score, scorer_in
from sayso.exports import export
from sayso.ledger import open_writer
from sayso.ledger.interface import LedgerWriter
from sayso.model.errors import NotFound
from sayso.model.profile import Profile
from sayso.pipeline.bring import import_into
from sayso.pipeline.engines.inline import InlineEngine
from sayso.pipeline.open import DEFAULT_READER, ready_reader
from sayso.pipeline.read import read_into
from sayso.profiles import load
from sayso.sources import FetchOptions
from sayso.views.contract import rows_of

NO_CLAIM = "0309-padrivel-ledger-football.txt"
"""The article of the demo that speaks of sieges and attacks, and holds no statement: it is about football."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What a ledger said, as files of the export contract."""

    statements: Path
    questions: Path
    unread: tuple[str, ...] = ()
    """What stopped the reading of an article as a whole, in words."""


def measure_statements(folder: Path, shared: Path, reader: str = DEFAULT_READER) -> Measured:
    """Read the articles of a reference reading and score the statements found; raises NotFound."""
    gold = gold_set(folder)
    with reading_of(gold, reader) as ours:
        return _statements(gold, ours, scorer_in(shared))


def measure_demo(folder: Path, shared: Path, reader: str = DEFAULT_READER) -> Measured:
    """Score the demo, and count what is read into its article that claims nothing; raises NotFound."""
    gold = gold_set(folder)
    with reading_of(gold, reader) as ours:
        measured = _statements(gold, ours, scorer_in(shared))
        invented = sum(row["article"] == NO_CLAIM for row in rows_in(ours.statements))
    scores = {**measured.scores, "football.statements": float(invented)}
    return Measured(scores, f"{measured.size}, and one article without any", measured.errors)


def measure_questions(folder: Path, shared: Path) -> Measured:
    """Read the articles, weigh, and score the questions, reading errors included; raises NotFound."""
    gold = gold_set(folder)
    with reading_of(gold) as ours:
        return _questions(gold, ours, scorer_in(shared))


def measure_weighing(folder: Path, shared: Path) -> Measured:
    """Import the reference statements, weigh, and score the questions: weighing alone; raises NotFound."""
    gold = gold_set(folder)
    with _ledger() as (ledger, place):
        import_into(ledger, gold.statements, _profile(gold))
        return _questions(gold, _exported(ledger, place), scorer_in(shared))


@contextmanager
def reading_of(gold: GoldSet, reader: str = DEFAULT_READER) -> Iterator[Exported]:
    """Give what one of Sayso's readers reads in the articles of a reference reading, as exported files."""
    profile = _profile(gold)
    with _ledger() as (ledger, place):
        targets = [str(path) for path in gold.articles]
        engine = InlineEngine(ready_reader(profile, name=reader), profile)
        report = read_into(ledger, targets, engine, profile, FetchOptions())
        unread = tuple(issue.message for issue in report.issues if issue.severity == "error")
        yield replace(_exported(ledger, place), unread=unread)


@contextmanager
def _ledger() -> Iterator[tuple[LedgerWriter, Path]]:
    with (
        tempfile.TemporaryDirectory(prefix="sayso-evaluate-") as place,
        open_writer(Path(place) / "measured.db") as ledger,
    ):
        yield ledger, Path(place)


def _exported(ledger: LedgerWriter, place: Path) -> Exported:
    ours = Exported(place / "statements.jsonl", place / "questions.jsonl")
    for kind, path in (("statements", ours.statements), ("questions", ours.questions)):
        path.write_text("".join(export(rows_of(ledger, kind), "jsonl")), encoding="utf-8")
    return ours


def _profile(gold: GoldSet) -> Profile:
    return load(gold.profile) if gold.profile else Profile()


def _statements(gold: GoldSet, ours: Exported, scorer: Path) -> Measured:
    scores = flat(score(scorer, gold.statements, ours.statements))
    matched = pairs(scorer, gold.statements, ours.statements)
    rows, read = rows_in(gold.statements), rows_in(ours.statements)
    size = f"{len({row['article'] for row in rows})} articles, {len(rows)} statements"
    return Measured(scores, size, (*_failures(ours), *mistakes_of(rows, read, matched)))


def _failures(ours: Exported) -> tuple[str, ...]:
    return (f"{len(ours.unread)} inputs gave nothing at all.",) if ours.unread else ()


def _questions(gold: GoldSet, ours: Exported, scorer: Path) -> Measured:
    if gold.questions is None:
        raise NotFound(f"no reference questions beside {gold.statements.name}")
    result = score(scorer, gold.statements, ours.statements, (gold.questions, ours.questions))["questions"]
    asked = rows_in(gold.questions)
    size = f"{len(asked)} questions over {result['bcubed']['of']} statements"
    errors = question_mistakes(result, asked, rows_in(ours.questions))
    return Measured(flat(result), size, (*_failures(ours), *errors))
