"""Articles compared with those that they meet, one by one as they come or all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from sayso.model.article import Article
from sayso.weighing.lineage.apart import Sheet, sheet_of
from sayso.weighing.lineage.keys import Meeting, day_of, keys_of
from sayso.weighing.lineage.ties import ties_of
from sayso.weighing.links import Link

HELD = 2_000
"""Articles taken apart that are kept at hand where they can be fetched again."""


class Meets(Protocol):
    """Tells which articles so far an article with some keys meets; `keys.Meeting` does so in memory."""

    def of(self, keys: Iterable[str], day: int | None) -> list[str]:
        """Return the ids of those articles, sorted; `day` is the ordinal of the article's day."""
        ...

    def add(self, article: str, keys: Iterable[str], day: int | None) -> None:
        """Add an article."""
        ...


class Comparison:
    """Articles that came so far, and what ties them.

    The ties between two articles are those two articles' alone.  So the order of arrival makes no difference,
    and an article that comes later is compared with those only that it meets.

    `meets` and `article_of` stand for articles that came before, in another run: those that a new one meets
    are fetched when it comes, and no others.
    """

    def __init__(
        self, meets: Meets | None = None, article_of: Callable[[str], Article] | None = None
    ) -> None:
        self._sheets: dict[str, Sheet] = {}
        self._known: set[str] = set()
        self._meets = Meeting() if meets is None else meets
        self._article_of = article_of
        self.compared = 0
        """How many pairs of articles were looked at in full."""

    def add(self, article: Article) -> list[Link]:
        """Take in an article and return what ties it to those before; nothing for a stub or one known."""
        if not article.text or article.id in self._known:
            return []
        sheet = sheet_of(article)
        keys, day = sorted(keys_of(sheet)), day_of(article.published)
        near = [self._sheet(key) for key in self._meets.of(keys, day) if key != article.id]
        self._known.add(sheet.id)
        self._keep(sheet)
        self._meets.add(sheet.id, keys, day)
        self.compared += len(near)
        found = []
        for other in near:
            left, right = sorted((sheet, other), key=lambda one: one.id)
            found += ties_of(left, right)
        return found

    def _sheet(self, key: str) -> Sheet:
        if key not in self._sheets:
            if self._article_of is None:
                raise KeyError(f"article {key} is met, and nothing fetches it")
            self._keep(sheet_of(self._article_of(key)))
        return self._sheets[key]

    def _keep(self, sheet: Sheet) -> None:
        if self._article_of is not None and len(self._sheets) >= HELD:
            del self._sheets[next(iter(self._sheets))]
        self._sheets[sheet.id] = sheet


def ties(articles: Iterable[Article]) -> list[Link]:
    """Return what ties articles two by two, sorted."""
    comparison = Comparison()
    return sorted(one for article in articles for one in comparison.add(article))
