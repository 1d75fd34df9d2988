"""How much the corpus holds of each thing, beside what it must hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso_corpus.checks.fault import Fault
from sayso_corpus.errors import TextMissing
from sayso_corpus.library import Corpus, is_written
from sayso_corpus.records import EPISTEMIC, MODALITIES, TYPES, Attribution, Document, Statement

_CAPITAL = re.compile(r"\b[^\W\d_a-zß-ÿ]\w{2,}")


@dataclass(frozen=True, slots=True)
class Count:
    """One figure of the corpus with the least that is asked for; 0 where nothing is asked."""

    what: str
    has: int
    least: int = 0


def too_few(corpus: Corpus) -> Iterator[Fault]:
    """Give every figure that is below what is asked for."""
    for count in counts(corpus):
        if count.has < count.least:
            yield Fault("counts", f"{count.what}: {count.has}, at least {count.least} are asked for")


def counts(corpus: Corpus) -> Iterator[Count]:
    """Give the figures of the corpus, those of the data card."""
    documents = corpus.documents
    written = [document for document in documents if is_written(document)]
    statements = [statement for document in documents for statement in document.statements]
    yield Count("articles", len(documents), 300)
    yield Count("articles, written", len(written))
    yield Count("articles, real", len(documents) - len(written))
    yield Count("sentences", sum(len(document.sentences) for document in documents), 4500)
    yield Count("sentences, written", sum(len(document.sentences) for document in written))
    yield Count("statements", len(statements), 4500)
    yield Count("statements, written", sum(len(document.statements) for document in written))
    yield Count("attributions", sum(len(document.attributions) for document in documents))
    yield Count("entities", sum(len(document.entities) for document in documents))
    yield Count(
        "mentions", sum(len(entity.mentions) for document in documents for entity in document.entities)
    )
    yield Count("conflicts, written", len({document.conflict for document in written}), 25)
    empty = sum(document.subject == "none" for document in documents)
    yield Count("articles without a conflict (hard negatives)", empty, len(documents) // 10)
    yield Count("articles labelled twice", len(corpus.second), 40)
    for kind in TYPES:
        yield Count(f"type {kind}", sum(item.type == kind for item in statements), 120)
    yield from _fields(statements)
    yield from _phenomena(documents)
    yield Count("claimers named two and more sentences away", _far(corpus, documents), 100)
    yield Count("disclaimers, wordings in the written part", len(_disclaimers(corpus, written)), 60)


def _fields(statements: list[Statement]) -> Iterator[Count]:
    for value in EPISTEMIC:
        yield Count(f"epistemic {value}", sum(item.epistemic == value for item in statements), 30)
    for value in MODALITIES:
        yield Count(f"modality {value}", sum(item.modality == value for item in statements), 60)
    yield Count("polarity negative", sum(item.polarity == "negative" for item in statements), 100)
    for value in ("unverified", "disputed", "confirmed"):
        yield Count(f"verification {value}", sum(item.verification == value for item in statements), 30)
    yield Count("quantities", sum(item.quantity is not None for item in statements), 500)
    shares = [item for item in statements if item.quantity and item.quantity.unit == "share"]
    yield Count("quantities, shares", len(shares), 50)
    bounded = [item for item in statements if item.quantity and item.quantity.value is None]
    yield Count("quantities, only bounds (floors, ceilings, ranges)", len(bounded), 150)


def _phenomena(documents: tuple[Document, ...]) -> Iterator[Count]:
    reports = [(document, item) for document in documents for item in document.attributions]
    yield Count("attributions with a relay", sum(bool(item.via) for _, item in reports), 150)
    yield Count("attributions inside attributions", sum(item.within is not None for _, item in reports), 60)
    yield Count(
        "relays two deep", sum(len(item.via) > 1 or bool(item.via and item.within) for _, item in reports), 30
    )


def _far(corpus: Corpus, documents: Iterable[Document]) -> int:
    """Count the reports whose claimer is named two and more sentences away."""
    found = 0
    for document in documents:
        text = _text(corpus, document)
        found += sum(claimer_distance(document, item, text) >= 2 for item in document.attributions)
    return found


def claimer_distance(document: Document, item: Attribution, text: str) -> int:
    """Return how many sentences a report begins after its claimer was last named.

    0 where the name stands in the report's first sentence or after it, or nowhere. A mention is taken for the
    name if it shares a word of more than two letters that begins with a capital with the entity's full name.
    """
    claimer = document.entity(item.claimer or "")
    spans = (*item.source, *item.cue, *item.content)
    if claimer is None or not spans:
        return 0
    name = set(_CAPITAL.findall(claimer.name))
    first = min(span.start for span in spans)
    end = next(sentence.end for sentence in document.sentences if sentence.end > first)
    named = [
        m for m in claimer.mentions if m.start < end and name & set(_CAPITAL.findall(text[m.start : m.end]))
    ]
    if not named:
        return 0
    # The name's own sentence ends before the report, and so does every one between.
    return sum(named[-1].start < sentence.end <= first for sentence in document.sentences)


def _text(corpus: Corpus, document: Document) -> str:
    try:
        return corpus.text(document)
    except TextMissing:
        return ""


def _disclaimers(corpus: Corpus, documents: Iterable[Document]) -> set[str]:
    """Return the disclaimers' wordings, in lower case."""
    found = set()
    for document in documents:
        text = _text(corpus, document)
        for statement in document.statements:
            spans = statement.spans.get("disclaimer", ()) if statement.verification else ()
            found |= {" ".join(text[span.start : span.end].lower().split()) for span in spans}
    return found - {""}
