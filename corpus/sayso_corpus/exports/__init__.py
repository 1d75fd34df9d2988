"""The corpus in forms that other tools read: one form a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sayso_corpus.exports.brat import brat_files
from sayso_corpus.exports.conll import conll_files
from sayso_corpus.exports.gold import gold_files
from sayso_corpus.exports.spans import span_files
from sayso_corpus.library import Corpus
from sayso_corpus.records import Document

Export = Callable[[Corpus, tuple[Document, ...]], Iterator[tuple[str, str]]]
"""Gives names of files and what they hold; raises TextMissing where a text is not at hand."""

FORMS: dict[str, Export] = {
    "brat": brat_files,
    "conll": conll_files,
    "gold": gold_files,
    "spans": span_files,
}
