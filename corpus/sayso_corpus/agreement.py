"""How far two people who labelled the same texts agree: by the guide's scorer, and word by word for spans."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sayso_corpus.exports.gold import gold_files
from sayso_corpus.exports.tokens import attribution_marks, mention_marks, tokens
from sayso_corpus.library import Corpus
from sayso_corpus.records import Document, Entity, Span


def span_agreement(corpus: Corpus, pairs: Iterable[tuple[Document, Document]]) -> dict[str, float]:
    """Return the token F1 of source, cue, content, the three together, and mentions, over pairs of labels.

    The F1 of two annotators is the same whichever is taken for the reference.
    """
    shared: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for first, second in pairs:
        text = corpus.text(first)
        words = [word for sentence in first.sentences for word in tokens(text, sentence)]
        ours, theirs = (_layers(document) for document in (first, second))
        for name in ours:
            left, right = (_covered(words, layer[name]) for layer in (ours, theirs))
            for counted in (name,) if name == "mention" else (name, "attribution"):
                shared[counted] += len(left & right)
                total[counted] += len(left) + len(right)
    return {name: 2 * shared[name] / total[name] for name in total if total[name]}


def statement_agreement(
    corpus: Corpus, pairs: Iterable[tuple[Document, Document]], scorer: Path
) -> Mapping[str, Any]:
    """Return what the guide's scorer says of the second labels, the first taken for the reference."""
    firsts, seconds = zip(*pairs, strict=True)
    with tempfile.TemporaryDirectory() as place:
        for name, documents in (("gold", firsts), ("second", seconds)):
            for file, content in gold_files(corpus, documents, phrases=False):
                if file.startswith("gold"):
                    Path(place, file.replace("gold", name)).write_text(content, encoding="utf-8")
        _join_names(Path(place), zip(firsts, seconds, strict=True))
        command = [sys.executable, str(scorer), f"{place}/gold.jsonl", f"{place}/second.jsonl", "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    scores: Mapping[str, Any] = json.loads(done.stdout)
    return scores


def pairs_of(corpus: Corpus) -> list[tuple[Document, Document]]:
    """Return first and second labels of the documents labelled twice, both as they were before settling."""
    seconds = {document.id: document for document in corpus.second}
    return [(document, seconds[document.id]) for document in corpus.first if document.id in seconds]


def _join_names(place: Path, pairs: Iterable[tuple[Document, Document]]) -> None:
    """Let names and sides of either labelling count for both, and two names of one referent for one."""
    joined: dict[str, list[list[str]]] = {}
    for path in (place / "gold.names.json", place / "second.names.json"):
        for kind, groups in json.loads(path.read_text(encoding="utf-8")).items():
            joined.setdefault(kind, []).extend(groups)
    for first, second in pairs:
        joined["aliases"] += [[ours.name, theirs.name] for ours, theirs in same_referents(first, second)]
    (place / "gold.names.json").write_text(json.dumps(joined), encoding="utf-8")


def same_referents(first: Document, second: Document) -> Iterator[tuple[Entity, Entity]]:
    """Give the entities of two labellings that share at least half of the mentions of the one with fewer."""
    for ours in first.entities:
        for theirs in second.entities:
            shared = len(set(ours.mentions) & set(theirs.mentions))
            if shared and 2 * shared >= min(len(ours.mentions), len(theirs.mentions)):
                yield ours, theirs


def _layers(document: Document) -> dict[str, list[tuple[str, Span]]]:
    return {**attribution_marks(document), "mention": mention_marks(document)}


def _covered(words: list[Span], layer: list[tuple[str, Span]]) -> set[int]:
    """Return the starts of the words that a layer's spans cover."""
    spans = [span for _, span in layer]
    return {word.start for word in words if any(s.start <= word.start and word.end <= s.end for s in spans)}
