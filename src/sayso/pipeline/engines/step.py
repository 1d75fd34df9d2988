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
from sayso.reading.reader import Reader

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

    def outcomes(self, captures: Iterable[Fetched | Issue], known: Known) -> Iterator[Outcome | Issue]:
        """Yield what each capture brings, in the captures' order; issues pass through at their place."""
        ...


def outcomes_of(
    fetched: Fetched, reader: Reader, profile: Profile, known: Known
) -> Iterator[Outcome | Issue]:
    """Yield what one capture brings."""
    for article in articles_of(fetched, known=profile.sources):
        yield article if isinstance(article, Issue) else outcome_of(fetched, article, reader, known)


def outcome_of(fetched: Fetched, article: Article, reader: Reader, known: Known) -> Outcome:
    """Return what one article brings."""
    return Outcome(fetched, article, None if known(article) else _record(fetched, article, reader))


def _record(fetched: Fetched, article: Article, reader: Reader) -> Record:
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
    return Record(
        article,
        "read",
        f"{reader.name}/{reader.version}",
        fetched,
        statements=reading.statements,
        entities=reading.analysis.entities,
        issues=reading.issues,
    )
