"""The step that every engine runs: a capture to the records that it brings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from sayso.articles import articles_of
from sayso.ledger.interface import Record
from sayso.model.article import Article
from sayso.model.capture import Fetched
from sayso.model.issue import Issue
from sayso.model.profile import Profile
from sayso.reading.reader import Reader, Usage

Known = Callable[[Article], bool]
"""Tells whether an article is in the ledger: then it need not be read, which costs most."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An article with its capture, and what it brings; `record` is None where it was known already."""

    fetched: Fetched
    article: Article
    record: Record | None


class Engine(Protocol):
    """Runs the step over captures.

    What comes out, and in which order, is the same for every engine and any number of workers.
    """

    @property
    def usage(self) -> Usage | None:
        """What asking a server has used up so far; None where none is asked."""
        ...

    def outcomes(self, captures: Iterable[Fetched | Issue], known: Known) -> Iterator[Outcome | Issue]:
        """Yield what each capture brings, in the captures' order; issues pass through at their place."""
        ...


def outcomes_of(
    fetched: Fetched, reader: Reader, profile: Profile, known: Known
) -> Iterator[Outcome | Issue]:
    """Yield what one capture brings."""
    for article in articles_of(fetched, known=profile.sources):
        if isinstance(article, Issue):
            yield article
        else:
            yield from outcomes_of_article(fetched, article, reader, known)


def outcomes_of_article(
    fetched: Fetched, article: Article, reader: Reader, known: Known
) -> Iterator[Outcome | Issue]:
    """Yield what one article brings; only issues where it is to be read again."""
    if known(article):
        yield Outcome(fetched, article, None)
        return
    record = _record(fetched, article, reader)
    if isinstance(record, Record):
        yield Outcome(fetched, article, record)
    else:
        yield from record


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
