"""The names of articles by id."""

from __future__ import annotations

from collections.abc import Collection

from sayso.ledger.interface import LedgerView
from sayso.model.article import Article
from sayso.views.line import ArticleLabel


def label_of(article: Article) -> ArticleLabel:
    """Return name, voice and date of one article."""
    return ArticleLabel(article.name, article.voice, article.published)


def labels_of(ledger: LedgerView, ids: Collection[str] | None = None) -> dict[str, ArticleLabel]:
    """Return name, voice and date of every article, or of those with these ids, by article id."""
    return {article.id: label_of(article) for article in ledger.articles(ids)}
