"""What a ledger keeps of articles compared with each other, so that a new one is compared only with those
that it meets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from sayso.model.article import Article

UNDATED = 0
"""The day of what has none, or of what holds on any day."""

Key = tuple[int, int]
"""The digest (64 bits, signed) of something that articles meet by, and the day (an ordinal) it is of."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Why two articles (ids, the lesser first) are of one origin, whether or not it came to hold.

    The fields are those of a lineage, with a strength from 0 to 1000 and whom the tie goes through.
    """

    kind: str
    left: str
    right: str
    evidence: str
    strength: int
    through: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a story takes from an article: its title (or else its name) and its day (ISO) if known."""

    title: str
    day: str | None


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing new articles adds to what is kept.

    `keys` are those of the new articles; `likes` pairs of articles (the lesser id first) with their likeness
    in thousandths.  `groups` names the group of copies of each article that was looked at; None: it is in
    none.
    """

    keys: Mapping[str, tuple[Key, ...]] = field(default_factory=dict)
    ties: tuple[Tie, ...] = ()
    likes: tuple[tuple[str, str, int], ...] = ()
    groups: Mapping[str, str | None] = field(default_factory=dict)


NOTHING = Compared()
"""Nothing was compared."""


class Kept(Protocol):
    """Remembers, for the one that compares articles, how those weighed before were compared."""

    def article(self, key: str) -> Article:
        """Return the article with this id, weighed before or not; raises NotFound."""
        ...

    def heads(self, ids: Iterable[str]) -> dict[str, Head]:
        """Return title and day of those of these articles that the ledger holds, weighed before or not."""
        ...

    def met(self, keys: Iterable[int], days: tuple[int, int] | None = None) -> list[tuple[int, str]]:
        """Return each of these keys with the id of each article that has it.

        With `days` (first and last) only those of such a day, and those that are undated.
        """
        ...

    def ties(self, ids: Collection[str]) -> list[Tie]:
        """Return the ties with one of these articles, or both, at their ends."""
        ...

    def likes(self, ids: Collection[str]) -> dict[str, dict[str, int]]:
        """Return for each of these articles those that are like it, and how much."""
        ...

    def groups(self, ids: Collection[str]) -> dict[str, str]:
        """Return the names of the groups of copies that these articles are in; those in none are left out."""
        ...


class Shelf(Protocol):
    """Where articles are fetched from."""

    def article(self, key: str) -> Article:
        """Return the article with this id."""
        ...

    def heads(self, ids: Iterable[str]) -> dict[str, Head]:
        """Return title and day of those of these articles that are there."""
        ...


class Given:
    """A `Shelf` of articles in memory."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {article.id: article for article in articles}

    def article(self, key: str) -> Article:
        """Return the article with this id."""
        return self._articles[key]

    def heads(self, ids: Iterable[str]) -> dict[str, Head]:
        """Return title and day of those of these articles that are there."""
        return {key: head_of(self._articles[key]) for key in sorted(set(ids)) if key in self._articles}


class Anew:
    """A `Kept` that remembers nothing, as it is where all articles are compared anew."""

    def __init__(self, shelf: Shelf) -> None:
        self.article = shelf.article
        self.heads = shelf.heads

    def met(self, keys: Iterable[int], days: tuple[int, int] | None = None) -> list[tuple[int, str]]:  # noqa: ARG002
        """Return nothing."""
        return []

    def ties(self, ids: Collection[str]) -> list[Tie]:  # noqa: ARG002
        """Return nothing."""
        return []

    def likes(self, ids: Collection[str]) -> dict[str, dict[str, int]]:  # noqa: ARG002
        """Return nothing."""
        return {}

    def groups(self, ids: Collection[str]) -> dict[str, str]:  # noqa: ARG002
        """Return nothing."""
        return {}


def head_of(article: Article) -> Head:
    """Return what a story takes from an article; a month or a year alone is no day."""
    day = article.published
    return Head(article.title or article.name, day if day and len(day) == len("2031-01-01") else None)
