"""Judged articles as files of the corpus, so that readers learn from people's corrections."""

from __future__ import annotations

from sayso.exports.corpus.labels import labels_of

__all__ = ["labels_of"]
