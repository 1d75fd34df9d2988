"""The reader of the corpus of attributed conflict claims.

from sayso_corpus import Corpus
corpus = Corpus(data="../shared/data")
for document in corpus.of_split("train"): ...
"""

from __future__ import annotations

from sayso_corpus.errors import CorpusError, SheetError, TextMissing
from sayso_corpus.library import Conflict, Corpus
from sayso_corpus.records import Attribution, Document, Entity, Quantity, Region, Span, Statement

__all__ = [
    "Attribution", "Conflict", "Corpus", "CorpusError", "Document", "Entity", "Quantity", "Region",
    "SheetError", "Span", "Statement", "TextMissing",
]  # fmt: skip
