"""Splits are by conflict, about 70 / 10 / 20, and each has both a written and a real part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sayso_corpus.checks.fault import Fault
from sayso_corpus.library import SPLITS, Corpus, is_written

SHARES = {"train": (0.60, 0.80), "dev": (0.05, 0.15), "test": (0.13, 0.27)}
"""Split → what share of the statements it may hold; asked for are about 70, 10 and 20 in a hundred."""


def wrong_splits(corpus: Corpus) -> Iterator[Fault]:
    """Give conflicts that nobody listed or used, and splits of the wrong size."""
    used = {document.conflict for document in corpus.documents}
    for key in sorted(used - corpus.conflicts.keys()):
        yield Fault("conflicts.toml", f"conflict {key!r} is not listed")
    for key, conflict in sorted(corpus.conflicts.items()):
        if key not in used:
            yield Fault("conflicts.toml", f"conflict {key!r} has no document")
        if conflict.split not in SPLITS:
            yield Fault("conflicts.toml", f"{key}: split {conflict.split!r} is none of {', '.join(SPLITS)}")
    if used <= corpus.conflicts.keys():
        yield from _sizes(corpus)


def _sizes(corpus: Corpus) -> Iterator[Fault]:
    statements: Counter[str] = Counter()
    parts = set()
    for document in corpus.documents:
        statements[corpus.split(document)] += len(document.statements)
        parts.add((corpus.split(document), is_written(document)))
    whole = sum(statements.values()) or 1
    for split, (low, high) in SHARES.items():
        share = statements[split] / whole
        if not low <= share <= high:
            yield Fault(
                "splits", f"{split} holds {share:.0%} of the statements; {low:.0%} to {high:.0%} is right"
            )
        for written in (True, False):
            if (split, written) not in parts:
                yield Fault("splits", f"{split} has no {'written' if written else 'real'} text")
