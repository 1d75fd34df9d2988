"""Readers that worker processes can make, too."""

from __future__ import annotations

import os
from pathlib import Path

from sayso.model.analysis import Analysis
from sayso.model.article import Article
from sayso.model.profile import Profile
from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.reading.reader import Reading


class FirstWords:
    """Makes one statement of every article: its first ten characters."""

    name = "first-words"
    version = "1"
    languages = frozenset({"en"})

    def read(self, article: Article) -> Reading:
        statement = Statement(
            "", article.id, article.text[:10], Span(0, 10), "indirect", "true-certain", "actual",
            Proposition("takeover", actor="Rebels", place="Mill"), claimer="Commander",
        )  # fmt: skip
        return Reading(Analysis(article.id, None), (statement.identified(),))


class Fragile(FirstWords):
    """Ends its process: always at an article with "fatal" in its name, once at one with "shaky"."""

    def __init__(self, marks: Path) -> None:
        self.marks = marks

    def read(self, article: Article) -> Reading:
        mark = self.marks / f"{article.name}.mark"
        if "fatal" in article.name or ("shaky" in article.name and not mark.exists()):
            mark.touch()
            os._exit(9)
        return super().read(article)


def first_words(profile: Profile) -> FirstWords:
    """Make a reader."""
    del profile
    return FirstWords()


def fragile(profile: Profile) -> Fragile:
    """Make a reader that keeps its marks in the folder that the profile is named by."""
    return Fragile(Path(profile.name))
