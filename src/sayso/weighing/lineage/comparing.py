"""Articles compared with those that they meet, one by one as they come or all at once."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model.article import Article
from sayso.weighing.lineage.apart import Sheet, sheet_of
from sayso.weighing.lineage.keys import Meeting, keys_of
from sayso.weighing.lineage.ties import ties_of
from sayso.weighing.links import Link


class Comparison:
    """Articles that came so far, and what ties them.

    The ties between two articles are those two articles' alone.  So the order of arrival makes no
    difference, and an article that comes later is compared with those only that it meets.
    """

    def __init__(self) -> None:
        self._sheets: dict[str, Sheet] = {}
        self._meeting = Meeting()
        self.compared = 0
        """How many pairs of articles were looked at in full."""

    def add(self, article: Article) -> list[Link]:
        """Take in an article and return what ties it to those before; nothing for a stub or one that is
        there.
        """
        if not article.text or article.id in self._sheets:
            return []
        sheet = sheet_of(article)
        keys = sorted(keys_of(sheet))
        near = [self._sheets[key] for key in self._meeting.of(keys)]
        self._sheets[sheet.id] = sheet
        self._meeting.add(sheet.id, keys)
        self.compared += len(near)
        found = []
        for other in near:
            left, right = sorted((sheet, other), key=lambda one: one.id)
            found += ties_of(left, right)
        return found


def ties(articles: Iterable[Article]) -> list[Link]:
    """Return what ties articles two by two, sorted."""
    comparison = Comparison()
    return sorted(one for article in articles for one in comparison.add(article))
