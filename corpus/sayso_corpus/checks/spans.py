"""Every span is an exact stretch of the text, and a statement's words lie inside its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from sayso_corpus.checks.fault import Fault
from sayso_corpus.errors import TextMissing
from sayso_corpus.library import Corpus, is_written
from sayso_corpus.records import OUTSIDE, Document, Span


def wrong_spans(corpus: Corpus) -> Iterator[Fault]:
    """Give the spans that are no stretch of their text; others' texts are skipped if not at hand."""
    labels = {"": corpus.documents, "twice/first/": corpus.first, "twice/second/": corpus.second}
    for prefix, documents in labels.items():
        for document in documents:
            yield from (Fault(prefix + document.id, what) for what in _of_document(corpus, document))


def _of_document(corpus: Corpus, document: Document) -> Iterator[str]:
    try:
        text = corpus.text(document) if is_written(document) or corpus.data else None
    except TextMissing as fault:
        yield str(fault)
        return
    for where, span in _spans(document):
        if not 0 <= span.start < span.end or (text is not None and span.end > len(text)):
            yield f"{where}: {span.start}–{span.end} is no stretch of the text"
        elif text is not None and text[span.start : span.end] != text[span.start : span.end].strip():
            yield f"{where}: {span.start}–{span.end} begins or ends with white space"
    for statement in document.statements:
        for role, spans in statement.spans.items():
            for span in spans if role not in OUTSIDE else ():
                if not (statement.evidence.start <= span.start and span.end <= statement.evidence.end):
                    yield f"{statement.id}: words of its {role} lie outside its evidence"


def _spans(document: Document) -> Iterator[tuple[str, Span]]:
    for number, span in enumerate(document.sentences, 1):
        yield f"sentence {number}", span
    for region in document.regions:
        yield f"region {region.kind}", region.span
    for entity in document.entities:
        yield from ((f"{entity.id}: mention", span) for span in entity.mentions)
    for item in document.attributions:
        for role, spans in (("source", item.source), ("cue", item.cue), ("content", item.content)):
            yield from ((f"{item.id}: {role}", span) for span in spans)
    for statement in document.statements:
        yield f"{statement.id}: evidence", statement.evidence
        for role, spans in statement.spans.items():
            yield from ((f"{statement.id}: {role}", span) for span in spans)
