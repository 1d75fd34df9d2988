"""The written part says things in ever new words, and its splits share none of them.

Words are letters and figures in lower case. Grams do not reach over the end of a sentence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso_corpus.checks.fault import Fault
from sayso_corpus.library import Corpus, is_written
from sayso_corpus.sentences import sentences

DISTINCT = 0.80
"""Share of all 4-grams of the written part that must be distinct ones."""
STOCK = frozenset(
    {
        "could not be independently verified by",
    }
)
"""Phrases of the trade that texts may share; a gram of eight words that holds one of them is none of ours."""


def wrong_wording(corpus: Corpus) -> Iterator[Fault]:
    """Give runs of eight words that splits share or that stand in a reference article, and dull wording."""
    by_split: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for document in filter(is_written, corpus.documents):
        for gram in set(_grams(corpus.text(document), 8)):
            by_split[corpus.split(document)].setdefault(gram, document.id)
    names = sorted(by_split)
    for number, left in enumerate(names):
        for right in names[number + 1 :]:
            for gram in sorted(by_split[left].keys() & by_split[right].keys()):
                yield Fault(by_split[left][gram], f"shares “{' '.join(gram)}” with {by_split[right][gram]}")
    yield from _copied(by_split, _reference_texts(corpus.data))
    share = distinct(corpus.text(document) for document in corpus.documents if is_written(document))
    if share < DISTINCT:
        yield Fault("written", f"{share:.1%} of the 4-grams are distinct; {DISTINCT:.0%} is the least")


def distinct(texts: Iterable[str]) -> float:
    """Return the share of distinct 4-grams among all 4-grams of the texts; 1.0 where there are none."""
    counts = Counter(gram for text in texts for gram in _grams(text, 4))
    return len(counts) / sum(counts.values()) if counts else 1.0


def _copied(by_split: dict[str, dict[tuple[str, ...], str]], references: Iterable[str]) -> Iterator[Fault]:
    held = {gram for text in references for gram in _grams(text, 8)}
    for grams in by_split.values():
        for gram in sorted(grams.keys() & held):
            yield Fault(grams[gram], f"“{' '.join(gram)}” stands in a reference article")


def _reference_texts(data: Path | None) -> list[str]:
    folder = data.parent / "seeds" if data else None
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))] if folder else []


def _grams(text: str, size: int) -> Iterator[tuple[str, ...]]:
    for span in sentences(text):
        words = re.findall(r"[^\W_]+", text[span.start : span.end].lower())
        for start in range(len(words) - size + 1):
            gram = tuple(words[start : start + size])
            if size < 8 or not any(phrase in " ".join(gram) for phrase in STOCK):
                yield gram
