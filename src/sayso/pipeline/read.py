"""Bytes to ledger: the steps put in order, one article one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.articles import articles_of
from sayso.ledger.interface import LedgerWriter, Record
from sayso.model.article import Article
from sayso.model.capture import Fetched
from sayso.model.errors import InputError, NotFound
from sayso.model.issue import Issue
from sayso.model.profile import Profile
from sayso.pipeline.progress import Progress, Report, silent
from sayso.pipeline.weigh import weigh_ledger
from sayso.reading.reader import Metered, Reader, Usage
from sayso.sources import FetchOptions, collect


@dataclass(slots=True)
class ReadReport:
    """What a run did: articles read, stored unread (no reader for their language), known already."""

    read: int = 0
    stored: int = 0
    known: int = 0
    statements: int = 0
    issues: list[Issue] = field(default_factory=list)
    interrupted: bool = False
    usage: Usage | None = None
    """What asking a server has used up; None of a reader that asks none."""

    @property
    def articles(self) -> int:
        """How many articles came in, new or known."""
        return self.read + self.stored + self.known


def read_into(
    ledger: LedgerWriter,
    targets: Sequence[str],
    reader: Reader,
    profile: Profile,
    fetching: FetchOptions,
    progress: Report = silent,
) -> ReadReport:
    """Read every target into the ledger, then weigh it; a broken input becomes an issue, the rest goes on.

    Ctrl-C ends the run after the article in hand was dropped whole: what came before is in the ledger
    and weighed, and the report says `interrupted`.
    """
    report = ReadReport()
    try:
        for found in _inputs(targets, profile, fetching):
            if isinstance(found, Issue):
                report.issues.append(found)
                ledger.note([found])
            else:
                progress(Progress("reading", found[1].name, report.articles))
                _add(ledger, found, reader, report)
    except KeyboardInterrupt:
        report.interrupted = True
    if isinstance(reader, Metered):
        report.usage = reader.usage
    progress(Progress("weighing", "", report.articles, report.articles))
    weigh_ledger(ledger, profile)
    return report


def _inputs(
    targets: Sequence[str], profile: Profile, fetching: FetchOptions
) -> Iterator[tuple[Fetched, Article] | Issue]:
    for fetched in collect(targets, fetching):
        if isinstance(fetched, Issue):
            yield fetched
            continue
        for article in articles_of(fetched, known=profile.sources):
            yield article if isinstance(article, Issue) else (fetched, article)


def _add(ledger: LedgerWriter, found: tuple[Fetched, Article], reader: Reader, report: ReadReport) -> None:
    if _known(ledger, found[1].id):
        # Handed over all the same, unread: bytes that the ledger has lost are put back.
        ledger.add(Record(found[1], "stored", "", found[0]))
        report.known += 1
        return
    record = _record(*found, reader)
    if isinstance(record, tuple):
        report.issues.extend(record)
        ledger.note(record)
        return
    try:
        new = ledger.add(record)
    except InputError as error:
        # The ledger takes no record whose spans do not hold: a fault of ours, and no reason to lose the rest.
        issue = Issue("ledger", "refused", str(error), found[1].name)
        report.issues.append(issue)
        ledger.note([issue])
        return
    if not new:
        report.known += 1
        return
    if record.status == "read":
        report.read += 1
    else:
        report.stored += 1
    report.statements += len(record.statements)
    report.issues.extend(record.issues)


def _known(ledger: LedgerWriter, article_id: str) -> bool:
    """Tell whether the article is there already: then it need not be read, which costs most."""
    try:
        return ledger.status(article_id) != "stub"
    except NotFound:
        return False


def _record(fetched: Fetched, article: Article, reader: Reader) -> Record | tuple[Issue, ...]:
    """Return what the ledger is to keep of an article; only the issues where it is to be read again."""
    if article.language not in reader.languages:
        issue = Issue(
            "reading",
            "no-reader",
            f"no reader for language {article.language or 'unknown'}: the article is stored, not read",
            article.name,
            "warning",
        )
        return Record(article, "stored", "", fetched, issues=(issue,))
    reading = reader.read(article)
    if reading.again:
        return reading.issues
    return Record(
        article,
        "read",
        f"{reader.name}/{reader.version}",
        fetched,
        statements=reading.statements,
        entities=reading.analysis.entities,
        issues=reading.issues,
    )
