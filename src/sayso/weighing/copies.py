"""Articles that share so much text that one is a copy of the other, or both of a third."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Sequence

from sayso.model.article import Article
from sayso.weighing.links import Link, link
from sayso.weighing.names import fold

RUN = 5
"""Words in a run that is looked for in other articles."""

SAMPLE = 4
"""One run in four, chosen by its hash alone, stands for all; so two articles keep the same ones."""

SHARED = 0.2
"""Least share of the shorter article's runs.  Edited agency copies keep about 30 % of runs of three
words; two reports of one event share names and short quotes, a few in a hundred."""

LEAST = 6
"""Least number of shared runs in the sample (about 24 in the text): less may be one long quotation."""

_WORD = re.compile(r"[^\W_]+")
_SKIPPED = ("boilerplate", "caption", "byline", "credit", "date")


def copies(articles: Sequence[Article]) -> list[Link]:
    """Return links between articles that share text, each to the one before it (by id) in its chain.

    Each run is looked up once and leads to the last article that had it, so cost grows with the text.
    """
    last: dict[int, int] = {}
    ordered = sorted((a for a in articles if a.text), key=lambda a: a.id)
    sizes: list[int] = []
    found: list[Link] = []
    for here, article in enumerate(ordered):
        words = words_of(article)
        runs = _sampled(words)
        sizes.append(len(runs))
        shared = Counter(last[run] for run in runs if run in last)
        for there, count in sorted(shared.items()):
            least = min(sizes[here], sizes[there])
            if count >= max(LEAST, SHARED * least):
                sample = _passage(words, {run for run in runs if last.get(run) == there}, runs)
                evidence = f"{count} of {least} sampled runs of {RUN} words are shared, as “{sample}”"
                found.append(link("shared-text", article.id, ordered[there].id, evidence))
        last.update(dict.fromkeys(runs, here))
    return found


def words_of(article: Article) -> list[str]:
    """Return the words of the article's own text, folded, without what the page puts around it."""
    parts = [b.span.of(article.text) for b in article.blocks if b.kind not in _SKIPPED]
    return _WORD.findall(" ".join(parts or [article.text]).casefold())


def _sampled(words: Sequence[str]) -> dict[int, int]:
    """Return the sampled runs by hash, each with the position of its first word."""
    runs: dict[int, int] = {}
    for start in range(len(words) - RUN + 1):
        run = zlib.crc32(" ".join(words[start : start + RUN]).encode("utf-8", "surrogatepass"))
        if run % SAMPLE == 0:
            runs.setdefault(run, start)
    return runs


def _passage(words: Sequence[str], shared: set[int], runs: dict[int, int]) -> str:
    start = min(runs[run] for run in shared)
    return " ".join(words[start : start + RUN])


def triples_of(sentence: str) -> frozenset[tuple[str, ...]]:
    """Return the runs of three words of a sentence, folded."""
    words = fold(sentence).split()
    return frozenset(tuple(words[n : n + 3]) for n in range(len(words) - 2))


def near(shared: int, left: int, right: int) -> bool:
    """Tell whether sentences with so many triples in common, and in all, are one but for light edits."""
    least = min(left, right)
    return least >= 4 and shared >= 0.6 * least
