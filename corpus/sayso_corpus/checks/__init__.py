"""What must hold in the corpus: one rule a file, each giving the faults that it found."""

from __future__ import annotations

from collections.abc import Iterator

from sayso_corpus.checks.counts import too_few
from sayso_corpus.checks.fault import Fault
from sayso_corpus.checks.fields import wrong_fields
from sayso_corpus.checks.spans import wrong_spans
from sayso_corpus.checks.splits import wrong_splits
from sayso_corpus.checks.wording import wrong_wording
from sayso_corpus.library import Corpus

RULES = (wrong_fields, wrong_spans, wrong_splits, wrong_wording, too_few)

__all__ = ["RULES", "Fault", "faults"]


def faults(corpus: Corpus) -> Iterator[Fault]:
    """Give everything that is wrong with a corpus; texts of others are looked at where they are at hand."""
    for rule in RULES:
        yield from rule(corpus)
