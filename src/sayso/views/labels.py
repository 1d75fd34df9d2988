"""The names of articles by id."""

from __future__ import annotations

from sayso.ledger.interface import LedgerView
from sayso.model.article import Article
from sayso.views.line import ArticleLabel


def label_of(article: Article) -> ArticleLabel:
    """Return name, voice and date of one article."""
    return ArticleLabel(article.name, article.voice, article.published)


def labels_of(ledger: LedgerView) -> dict[str, ArticleLabel]:
    """Return name, voice and date of every article, by article id."""
    return {article.id: label_of(article) for article in ledger.articles()}
