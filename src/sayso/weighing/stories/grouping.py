"""Articles to stories, one by one as they come or all at once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from sayso.model.article import Article
from sayso.model.ids import digest
from sayso.model.story import Story
from sayso.weighing.stories.clustering import averaged, components
from sayso.weighing.stories.likeness import (
    ALIKE,
    FAINT,
    SHARED,
    Subject,
    likeness,
    meeting_keys,
    subject_of,
)


class Stories:
    """Articles that came so far, and the stories that they make.

    How alike two articles are is those two articles' alone.  A new one is compared with those that it
    shares rare marks with, and only the stories are made anew that hang together with it; the order of
    arrival makes no difference.
    """

    def __init__(self) -> None:
        self._subjects: dict[str, Subject] = {}
        self._edges: dict[str, dict[str, int]] = defaultdict(dict)
        self._strong: dict[str, set[str]] = defaultdict(set)
        self._by_key: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._made: dict[str, Story] = {}
        self._of: dict[str, str] = {}
        self._touched: set[str] = set()

    def add(self, article: Article) -> None:
        """Take in an article; nothing for a stub or one that is there."""
        if not article.text or article.id in self._subjects:
            return
        subject = subject_of(article)
        keys = sorted(meeting_keys(subject))
        for other in self._met(subject, keys):
            value = likeness(subject, self._subjects[other])
            if value >= FAINT:
                self._edges[subject.article][other] = self._edges[other][subject.article] = value
            if value >= ALIKE:
                self._strong[subject.article].add(other)
                self._strong[other].add(subject.article)
        self._subjects[subject.article] = subject
        for key in keys:
            self._by_key[key].append(subject.article)
        if subject.day is not None:
            for name in subject.keys:
                self._by_key[name, "dated"].append(subject.article)
        self._touched.add(subject.article)

    def made(self) -> tuple[Story, ...]:
        """Return the stories, by id; only what hangs together with new articles is made anew."""
        for group in components(self._strong, self._touched):
            for key in group:
                self._made.pop(self._of.get(key, ""), None)
            for members in averaged(group, self._edges, ALIKE):
                story = self._story(members)
                self._made[story.id] = story
                self._of.update(dict.fromkeys(members, story.id))
        self._touched.clear()
        return tuple(self._made[key] for key in sorted(self._made))

    def _met(self, subject: Subject, keys: Iterable[tuple[str, str]]) -> list[str]:
        met: Counter[str] = Counter()
        seen: dict[str, set[str]] = defaultdict(set)
        wanted = list(keys)
        # Whoever has no day meets those that have one, and the other way round.
        wanted += [(name, "dated" if subject.day is None else "?") for name in subject.keys]
        for name, span in wanted:
            for other in self._by_key.get((name, span), ()):
                if name not in seen[other]:
                    seen[other].add(name)
                    met[other] += 1
        return sorted(other for other, count in met.items() if count >= SHARED)

    def _story(self, members: tuple[str, ...]) -> Story:
        own = set(members)
        total = {k: sum(v for o, v in self._edges.get(k, {}).items() if o in own) for k in members}
        middle = min(members, key=lambda key: (-total[key], key))
        days = sorted(day.isoformat() for key in members if (day := self._subjects[key].day))
        return Story(
            digest("sto", list(members)), self._subjects[middle].title, members,
            days[0] if days else None, days[-1] if days else None,
        )  # fmt: skip


def stories_of(articles: Iterable[Article]) -> tuple[Story, ...]:
    """Return the stories of articles, by id; stubs are in none."""
    stories = Stories()
    for article in articles:
        stories.add(article)
    return stories.made()
