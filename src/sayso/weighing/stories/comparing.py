"""Articles likened to those that they may share an event with, one by one as they come."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Protocol

from sayso.model.article import Article
from sayso.weighing.stories.likeness import FAINT, SHARED, Subject, likeness, meeting_keys, subject_of

HELD = 4_000
"""Subjects that are kept at hand where they can be fetched again."""


class Near(Protocol):
    """Tells which articles so far share rare marks with one, at about the same time."""

    def of(self, subject: Subject) -> list[str]:
        """Return the ids of those articles, sorted."""
        ...

    def add(self, subject: Subject) -> None:
        """Add an article."""
        ...


class Nearby:
    """Articles by their rare marks, in memory."""

    def __init__(self) -> None:
        self._by_key: dict[tuple[str, str], list[str]] = defaultdict(list)

    def of(self, subject: Subject) -> list[str]:
        """Return the ids of the articles so far that share `SHARED` marks with one, sorted."""
        met: Counter[str] = Counter()
        seen: dict[str, set[str]] = defaultdict(set)
        wanted = list(meeting_keys(subject))
        # Whoever has no day meets those that have one, and the other way round.
        wanted += [(name, "dated" if subject.day is None else "?") for name in subject.keys]
        for name, span in wanted:
            for other in self._by_key.get((name, span), ()):
                if name not in seen[other]:
                    seen[other].add(name)
                    met[other] += 1
        return sorted(other for other, count in met.items() if count >= SHARED)

    def add(self, subject: Subject) -> None:
        """Add an article."""
        for key in meeting_keys(subject):
            self._by_key[key].append(subject.article)
        if subject.day is not None:
            for name in subject.keys:
                self._by_key[name, "dated"].append(subject.article)


class Likening:
    """Articles that came so far, each likened to those before it that it is near.

    `near` and `article_of` stand for articles that came before, in another run.
    """

    def __init__(self, near: Near | None = None, article_of: Callable[[str], Article] | None = None) -> None:
        self._near = Nearby() if near is None else near
        self._article_of = article_of
        self._subjects: dict[str, Subject] = {}

    def add(self, article: Article) -> dict[str, int]:
        """Take in an article that is new and has a text; return those before it that are like it."""
        subject = subject_of(article)
        found = {}
        for key in self._near.of(subject):
            value = likeness(subject, self._subject(key)) if key != article.id else 0
            if value >= FAINT:
                found[key] = value
        self._near.add(subject)
        self._keep(subject)
        return found

    def _subject(self, key: str) -> Subject:
        if key not in self._subjects:
            if self._article_of is None:
                raise KeyError(f"article {key} is near, and nothing fetches it")
            self._keep(subject_of(self._article_of(key)))
        return self._subjects[key]

    def _keep(self, subject: Subject) -> None:
        if self._article_of is not None and len(self._subjects) >= HELD:
            del self._subjects[next(iter(self._subjects))]
        self._subjects[subject.article] = subject
