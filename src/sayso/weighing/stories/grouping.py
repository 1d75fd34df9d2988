"""Articles to stories, one by one as they come or all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.ledger.kinship import Head, head_of
from sayso.model.article import Article
from sayso.model.ids import digest
from sayso.model.story import Story
from sayso.weighing.stories.clustering import Edges, averaged, components
from sayso.weighing.stories.comparing import Likening
from sayso.weighing.stories.likeness import ALIKE


class Stories:
    """Articles that came so far, and the stories that they make.

    How alike two articles are is those two articles' alone.  A new one is compared with those that it
    shares rare marks with, and only the stories are made anew that hang together with it; the order of
    arrival makes no difference.
    """

    def __init__(self) -> None:
        self._likening = Likening()
        self._heads: dict[str, Head] = {}
        self._edges: dict[str, dict[str, int]] = defaultdict(dict)
        self._strong: dict[str, set[str]] = defaultdict(set)
        self._made: dict[str, Story] = {}
        self._of: dict[str, str] = {}
        self._touched: set[str] = set()

    def add(self, article: Article) -> None:
        """Take in an article; nothing for a stub or one that is there."""
        if not article.text or article.id in self._heads:
            return
        for other, value in self._likening.add(article).items():
            self._edges[article.id][other] = self._edges[other][article.id] = value
            if value >= ALIKE:
                self._strong[article.id].add(other)
                self._strong[other].add(article.id)
        self._heads[article.id] = head_of(article)
        self._touched.add(article.id)

    def made(self) -> tuple[Story, ...]:
        """Return the stories, by id; only what hangs together with new articles is made anew."""
        for group in components(self._strong, self._touched):
            for key in group:
                self._made.pop(self._of.get(key, ""), None)
            for story in stories_in(group, self._edges, self._heads):
                self._made[story.id] = story
                self._of.update(dict.fromkeys(story.articles, story.id))
        self._touched.clear()
        return tuple(self._made[key] for key in sorted(self._made))


def stories_in(group: Iterable[str], edges: Edges, heads: Mapping[str, Head]) -> list[Story]:
    """Return the stories of articles that hang together."""
    return [_story(members, edges, heads) for members in averaged(group, edges, ALIKE)]


def _story(members: tuple[str, ...], edges: Edges, heads: Mapping[str, Head]) -> Story:
    own = set(members)
    total = {k: sum(v for o, v in edges.get(k, {}).items() if o in own) for k in members}
    middle = min(members, key=lambda key: (-total[key], key))
    days = sorted(day for key in members if (day := heads[key].day))
    return Story(
        digest("sto", list(members)), heads[middle].title, members,
        days[0] if days else None, days[-1] if days else None,
    )  # fmt: skip


def stories_of(articles: Iterable[Article]) -> tuple[Story, ...]:
    """Return the stories of articles, by id; stubs are in none."""
    stories = Stories()
    for article in articles:
        stories.add(article)
    return stories.made()
