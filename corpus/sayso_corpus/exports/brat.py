"""brat standoff: a `.txt` and an `.ann` a document: spans, links of attributions, statements."""

from __future__ import annotations

from collections.abc import Iterator

from sayso_corpus.library import Corpus
from sayso_corpus.records import Document, Span


def brat_files(corpus: Corpus, documents: tuple[Document, ...]) -> Iterator[tuple[str, str]]:
    """Give the text and the annotation of each document."""
    for document in documents:
        text = corpus.text(document)
        name = document.id.replace("/", "-")
        yield f"{name}.txt", text
        yield f"{name}.ann", "".join(f"{line}\n" for line in _Lines(document, text).all())


class _Lines:
    """The lines of one annotation file; spans are numbered as they come."""

    def __init__(self, document: Document, text: str) -> None:
        self._document, self._text = document, text
        self._count = 0

    def all(self) -> Iterator[str]:
        for entity in self._document.entities:
            for span in entity.mentions:
                yield self._span(entity.kind.capitalize(), [span])
        spans: dict[str, str] = {}
        for item in self._document.attributions:
            ids = {}
            for role, parts in (("Cue", item.cue), ("Source", item.source), ("Content", item.content)):
                if parts:
                    yield self._span(role, parts)
                    ids[role] = f"T{self._count}"
            trigger = ids.pop("Cue", None) or ids.get("Content")
            spans[item.id] = trigger or ""
            links = " ".join(f"{role}:{ids[role]}" for role in ids if ids[role] != trigger)
            yield f"E{item.id[1:]}\tCue:{trigger} {links}".rstrip()
        for number, statement in enumerate(self._document.statements, 1):
            yield self._span(statement.type.capitalize(), [statement.evidence])
            yield f"A{2 * number - 1}\tEpistemic T{self._count} {statement.epistemic}"
            yield f"A{2 * number}\tModality T{self._count} {statement.modality}"

    def _span(self, label: str, parts: tuple[Span, ...] | list[Span]) -> str:
        self._count += 1
        offsets = ";".join(f"{span.start} {span.end}" for span in parts)
        words = " ".join(self._text[span.start : span.end] for span in parts)
        return f"T{self._count}\t{label} {offsets}\t{' '.join(words.split())}"
