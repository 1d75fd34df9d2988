"""The door of reading: what every reader promises, whether by rule or learned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from sayso.model.analysis import Analysis
from sayso.model.article import Article
from sayso.model.issue import Issue
from sayso.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one article: the analysis, the statements in text order, the issues."""

    analysis: Analysis
    statements: tuple[Statement, ...]
    issues: tuple[Issue, ...] = ()


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

    A reader is pure: the same article, profile and gazetteer give the same reading in any process.
    """

    name: str
    version: str
    languages: frozenset[str]

    def read(self, article: Article) -> Reading:
        """Return the reading of `article`; what cannot be read becomes an issue, never an exception."""
        ...
