"""Words of a text with their offsets, for the forms that need them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso_corpus.records import Document, Span

_TOKEN = re.compile(r"\w+(?:[.'’-]\w+)*|[^\w\s]")


def tokens(text: str, sentence: Span) -> list[Span]:
    """Return the words and marks of a sentence."""
    found = _TOKEN.finditer(text, sentence.start, sentence.end)
    return [Span(match.start(), match.end()) for match in found]


def tags(words: Sequence[Span], marked: Iterable[tuple[str, Span]]) -> list[str]:
    """Return one BIO tag a word; where two marks overlap, the longer one loses the shared words."""
    found = ["O"] * len(words)
    for label, span in sorted(marked, key=lambda item: (item[1].start - item[1].end, item[1].start)):
        first = True
        for number, word in enumerate(words):
            if span.start < word.end and word.start < span.end:
                found[number] = ("B-" if first else "I-") + label
                first = False
    return found


def attribution_marks(document: Document) -> dict[str, list[tuple[str, Span]]]:
    """Return the marked words of attributions, a layer a role."""
    layers: dict[str, list[tuple[str, Span]]] = {"source": [], "cue": [], "content": []}
    for item in document.attributions:
        layers["source"] += [("SOURCE", span) for span in item.source]
        layers["cue"] += [("CUE", span) for span in item.cue]
        layers["content"] += [("CONTENT", span) for span in item.content]
    return layers


def mention_marks(document: Document) -> list[tuple[str, Span]]:
    """Return the mentions, labelled with the kind of their entity."""
    return [(entity.kind.upper(), span) for entity in document.entities for span in entity.mentions]
