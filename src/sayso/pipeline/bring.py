"""A hand-made file of statements to the ledger: people bring their spreadsheets."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from sayso.imports import Imported, read_statements
from sayso.ledger.interface import LedgerWriter, Record
from sayso.model.article import Article
from sayso.model.errors import NotFound
from sayso.model.issue import Issue
from sayso.model.profile import Profile
from sayso.pipeline.weigh import weigh_ledger

READER = "import"


@dataclass(slots=True)
class ImportReport:
    """What an import did: statements new and known, articles that came in as stubs, faulty rows."""

    statements: int = 0
    known: int = 0
    stubs: int = 0
    issues: list[Issue] = field(default_factory=list)


def import_into(ledger: LedgerWriter, path: Path, profile: Profile) -> ImportReport:
    """Add the statements of a JSONL or CSV file; rows that do not hold become issues, the rest goes on.

    Statements of articles that are in the ledger are tied to their text where their evidence stands
    there; articles that are not become stubs (no text, evidence kept as quoted).

    Raises:
        InputError: the file as a whole cannot be used.
        UsageError: nothing reads such a file.
    """
    report = ImportReport()

    def article_of(name: str) -> Article | None:
        try:
            return ledger.article(name)
        except NotFound:
            return None

    for found in read_statements(path, article_of):
        if isinstance(found, Issue):
            report.issues.append(found)
        else:
            _add(ledger, found, report)
    if report.issues:
        ledger.note(report.issues)
    weigh_ledger(ledger, profile)
    return report


def _add(ledger: LedgerWriter, found: Imported, report: ImportReport) -> None:
    if not found.known:
        ledger.add(Record(found.article, "stub", READER))
        report.stubs += 1
    new = ledger.statements_into(found.article.id, found.statements, READER)
    report.statements += new
    report.known += len(found.statements) - new
