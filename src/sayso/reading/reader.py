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
