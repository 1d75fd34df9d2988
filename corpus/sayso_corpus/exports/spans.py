"""JSON lines for spaCy, Hugging Face `datasets` and the like: a document a line, tokens and spans by offsets.

`tokens` holds `start` and `end`; `ents` the mentions (`label`, `start`, `end`, `id`); `spans` named groups of
labelled spans (`attributions`, `statements`) as spaCy's `doc.spans` has them; `relations` the links.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sayso_corpus.exports.gold import gold_rows
from sayso_corpus.exports.tokens import tokens
from sayso_corpus.library import Corpus
from sayso_corpus.records import Document, Span


def span_files(corpus: Corpus, documents: tuple[Document, ...]) -> Iterator[tuple[str, str]]:
    """Give one file a split."""
    rows: dict[str, list[str]] = {}
    for document in documents:
        row = _row(document, corpus.text(document))
        rows.setdefault(corpus.split(document), []).append(json.dumps(row, ensure_ascii=False))
    for split, lines in sorted(rows.items()):
        yield f"{split}.jsonl", "".join(f"{line}\n" for line in lines)


def _row(document: Document, text: str) -> dict[str, Any]:
    words = [word for sentence in document.sentences for word in tokens(text, sentence)]
    return {
        "id": document.id,
        "conflict": document.conflict,
        "text": text,
        "sents": [_pair(span) for span in document.sentences],
        "tokens": [_pair(word) for word in words],
        "ents": [
            {**_pair(span), "label": entity.kind, "id": entity.id, "name": entity.name}
            for entity in document.entities
            for span in entity.mentions
        ],
        "spans": {"attributions": _attributions(document), "statements": _statements(document)},
        "relations": [
            {"attribution": item.id, "claimer": item.claimer, "via": list(item.via), "within": item.within}
            for item in document.attributions
        ],
        "statements": gold_rows(document, text),
    }


def _attributions(document: Document) -> list[dict[str, Any]]:
    return [
        {**_pair(span), "label": role, "attribution": item.id}
        for item in document.attributions
        for role, spans in (("source", item.source), ("cue", item.cue), ("content", item.content))
        for span in spans
    ]


def _statements(document: Document) -> list[dict[str, Any]]:
    found = []
    for item in document.statements:
        found.append({**_pair(item.evidence), "label": item.type, "statement": item.id})
        for role, spans in item.spans.items():
            found += [{**_pair(span), "label": role, "statement": item.id} for span in spans]
    return found


def _pair(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
