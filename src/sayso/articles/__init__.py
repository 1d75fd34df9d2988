"""Captures to articles: one file a format (text, HTML, Markdown, rows, PDF)."""

from __future__ import annotations

from sayso.articles.opening import articles_of

__all__ = ["articles_of"]
