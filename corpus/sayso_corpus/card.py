"""The generated tables of the data card (`corpus/README.md`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sayso_corpus.checks.counts import counts
from sayso_corpus.checks.wording import distinct
from sayso_corpus.library import SPLITS, Corpus, is_written

_MARK = re.compile(r"(<!-- counts -->\n).*?(<!-- /counts -->)", re.S)
_AGREEMENT = re.compile(r"(<!-- agreement -->\n).*?(<!-- /agreement -->)", re.S)


def tables(corpus: Corpus) -> str:
    """Return the tables in Markdown: counts with what is asked for, splits, and conflicts."""
    return "\n".join([*_counts(corpus), "", *_splits(corpus), "", *_conflicts(corpus)]) + "\n"


def with_tables(card: str, corpus: Corpus) -> str:
    """Return the card with the tables between its marks made anew."""
    return _MARK.sub(lambda match: match.group(1) + tables(corpus) + match.group(2), card)


def with_agreement(card: str, lines: str) -> str:
    """Return the card with the figures of agreement between their marks."""
    return _AGREEMENT.sub(lambda match: f"{match.group(1)}```\n{lines}```\n{match.group(2)}", card)


def _counts(corpus: Corpus) -> Iterator[str]:
    yield "| what | has | at least |"
    yield "| --- | --- | --- |"
    for count in counts(corpus):
        yield f"| {count.what} | {count.has:,} | {f'{count.least:,}' if count.least else ''} |"
    share = distinct(corpus.text(document) for document in corpus.documents if is_written(document))
    yield f"| distinct 4-grams of all 4-grams, written part | {share:.1%} | 80.0% |"


def _splits(corpus: Corpus) -> Iterator[str]:
    yield "| split | part | conflicts and topics | articles | sentences | statements | share of statements |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    whole = sum(len(document.statements) for document in corpus.documents) or 1
    for split in SPLITS:
        for part, written in (("written", True), ("real", False)):
            held = [item for item in corpus.of_split(split) if is_written(item) is written]
            conflicts = len({item.conflict for item in held})
            sentences = sum(len(item.sentences) for item in held)
            statements = sum(len(item.statements) for item in held)
            figures = f"{conflicts} | {len(held)} | {sentences:,} | {statements:,} | {statements / whole:.1%}"
            yield f"| {split} | {part} | {figures} |"


def _conflicts(corpus: Corpus) -> Iterator[str]:
    articles = Counter(document.conflict for document in corpus.documents)
    yield "| conflict or topic | kind | world | split | articles |"
    yield "| --- | --- | --- | --- | --- |"
    for key, conflict in sorted(corpus.conflicts.items()):
        known = f"{conflict.kind} | {conflict.world} | {conflict.split}"
        yield f"| {conflict.title} (`{key}`) | {known} | {articles[key]} |"
