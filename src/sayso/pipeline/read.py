"""Bytes to ledger: the steps put in order, one article one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.ledger.interface import LedgerWriter, Record
from sayso.model.article import Article
from sayso.model.capture import Fetched
from sayso.model.errors import InputError, NotFound
from sayso.model.issue import Issue
from sayso.model.profile import Profile
from sayso.pipeline.engines.step import Engine, Outcome
from sayso.pipeline.progress import Progress, Report, silent
from sayso.pipeline.weigh import weigh_ledger
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

    @property
    def articles(self) -> int:
        """How many articles came in, new or known."""
        return self.read + self.stored + self.known


def read_into(
    ledger: LedgerWriter,
    targets: Sequence[str],
    engine: Engine,
    profile: Profile,
    fetching: FetchOptions,
    progress: Report = silent,
) -> ReadReport:
    """Read every target into the ledger, then weigh it; a broken input becomes an issue, the rest goes on.

    Ctrl-C ends the run after the article in hand was dropped whole: what came before is in the ledger
    and weighed, and the report says `interrupted`.
    """
    return take_in(ledger, collect(targets, fetching), engine, profile, progress)


def take_in(
    ledger: LedgerWriter,
    captures: Iterable[Fetched | Issue],
    engine: Engine,
    profile: Profile,
    progress: Report = silent,
) -> ReadReport:
    """Read captures into the ledger, then weigh it; promises what `read_into` promises."""
    report = ReadReport()
    in_hand = ""

    def known(article: Article) -> bool:
        # Asked just before an article is read in this process: so this is the one in hand.
        nonlocal in_hand
        in_hand = article.id
        progress(Progress("reading", article.name, report.articles))
        return _known(ledger, article.id)

    try:
        for found in engine.outcomes(captures, known):
            if isinstance(found, Issue):
                report.issues.append(found)
                ledger.note([found])
            else:
                if found.article.id != in_hand:
                    progress(Progress("reading", found.article.name, report.articles))
                _add(ledger, found, report)
    except KeyboardInterrupt:
        report.interrupted = True
    progress(Progress("weighing", "", report.articles, report.articles))
    weigh_ledger(ledger, profile)
    return report


def _add(ledger: LedgerWriter, found: Outcome, report: ReadReport) -> None:
    record = found.record
    if record is None:
        # Handed over all the same, unread: bytes that the ledger has lost are put back.
        ledger.add(Record(found.article, "stored", "", found.fetched))
        report.known += 1
        return
    try:
        new = ledger.add(record)
    except InputError as error:
        # The ledger takes no record whose spans do not hold: a fault of ours, and no reason to lose the rest.
        issue = Issue("ledger", "refused", str(error), found.article.name)
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
