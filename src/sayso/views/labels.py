"""The names of articles by id."""

from __future__ import annotations

from sayso.ledger.interface import LedgerView
from sayso.views.line import ArticleLabel


def labels_of(ledger: LedgerView) -> dict[str, ArticleLabel]:
    """Return name and voice of every article, by article id."""
    return {article.id: ArticleLabel(article.name, article.voice) for article in ledger.articles()}
