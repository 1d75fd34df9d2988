"""The door of reading: what every reader promises, whether by rule or learned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol, runtime_checkable

from sayso.model.analysis import Analysis
from sayso.model.article import Article
from sayso.model.issue import Issue
from sayso.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one article: the analysis, the statements in text order, the issues.

    `again` is True where the reader never came to read it, for a cause outside the article (a server that
    did not answer): then it is not to be kept as read.
    """

    analysis: Analysis
    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """What a reader that asks a server has used up: answers, tries after the first, failures, tokens.

    `uncounted` answers did not say how many tokens they took.  Prices are for a million tokens.
    """

    answers: int = 0
    retries: int = 0
    failures: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    uncounted: int = 0
    price_in: float | None = None
    price_out: float | None = None

    def plus(self, tokens_in: int | None, tokens_out: int | None, retries: int) -> Usage:
        """Return the sums with one more answer."""
        return replace(
            self,
            answers=self.answers + 1,
            retries=self.retries + retries,
            tokens_in=self.tokens_in + (tokens_in or 0),
            tokens_out=self.tokens_out + (tokens_out or 0),
            uncounted=self.uncounted + (tokens_in is None or tokens_out is None),
        )

    def failed(self) -> Usage:
        """Return the sums with one more request that got no answer."""
        return replace(self, failures=self.failures + 1)

    @property
    def cost(self) -> float | None:
        """Return what the tokens cost, in the prices' currency; None where nobody gave both prices."""
        if self.price_in is None or self.price_out is None:
            return None
        return (self.tokens_in * self.price_in + self.tokens_out * self.price_out) / 1_000_000


@runtime_checkable
class Metered(Protocol):
    """A reader that costs something to ask."""

    usage: Usage


FAULTS = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What a stage may stumble over in a text that nobody foresaw."""


def unreadable(article: Article, error: Exception) -> Reading:
    """Return the empty reading of an article that a stage stumbled over, with the issue that says so."""
    message = (
        f"the article could not be read ({type(error).__name__}: {error}); no statement was taken from it"
    )
    issue = Issue("reading", "unreadable", message, article.name)
    return Reading(Analysis(article.id, None), (), (issue,))


def beside(article: Article, analysis: Analysis) -> Reading:
    """Return the empty reading of an article that tells of no conflict, with the note that says so."""
    message = (
        "the article names no party to a conflict and hardly a word of one; no statement was taken from it"
    )
    return Reading(analysis, (), (Issue("reading", "no-conflict", message, article.name, "note"),))


class Reader(Protocol):
    """Reads an article in one of its languages.

    A reader is pure: the same article, profile and gazetteer give the same reading in any process.  One that
    asks a server of others cannot promise that; its name then says whom it asked.
    """

    name: str
    version: str
    languages: frozenset[str]

    def read(self, article: Article) -> Reading:
        """Return the reading of `article`; what cannot be read becomes an issue, never an exception."""
        ...
