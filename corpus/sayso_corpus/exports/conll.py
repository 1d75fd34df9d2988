"""A word a line, tab-separated: word, start, end, and BIO columns for mentions, source, cue and content.

Of overlapping mentions the shorter one is kept, so "its fighters" shows `its` and `fighters` apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso_corpus.exports.tokens import attribution_marks, mention_marks, tags, tokens
from sayso_corpus.library import Corpus
from sayso_corpus.records import Document


def conll_files(corpus: Corpus, documents: tuple[Document, ...]) -> Iterator[tuple[str, str]]:
    """Give one file a document."""
    for document in documents:
        yield document.id.replace("/", "-") + ".conll", _table(document, corpus.text(document))


def _table(document: Document, text: str) -> str:
    layers = [mention_marks(document), *attribution_marks(document).values()]
    lines = [f"# id = {document.id}", f"# conflict = {document.conflict}"]
    for sentence in document.sentences:
        words = tokens(text, sentence)
        columns = [tags(words, layer) for layer in layers]
        lines.append("")
        for number, word in enumerate(words):
            cells = [
                text[word.start : word.end],
                str(word.start),
                str(word.end),
                *(c[number] for c in columns),
            ]
            lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"
