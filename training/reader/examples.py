"""Labelled documents as what the heads learn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer
from torch import Tensor

from reader.anchors import Trees, cue_anchor, statement_anchor
from reader.words import Words
from sayso.reading.learned.pairs import Spoken
from sayso.reading.learned.scheme import CUE, EPISTEMIC, KINDS, MODALITIES, ROLES, TYPES, VERDICTS
from sayso.reading.learned.spans import Range
from sayso.reading.learned.windows import Window, cut
from sayso_corpus.records import Document, Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """One word at which something hangs: its kind, the words of its roles, and what is said of it."""

    word: int
    kind: int
    roles: dict[int, list[Range]]
    verdicts: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention with the entity behind it, and the entity that this one belongs to or speaks for."""

    spoken: Spoken
    entity: str
    side: str | None


@dataclass(slots=True)
class Example:
    """A window with its labels, in words of the window."""

    window: Window
    anchors: list[Anchor]
    mentions: list[tuple[int, int, int]]
    """First word, word behind the last, kind."""
    states: Tensor | None = None
    """What the encoder makes of the pieces: (pieces, width), half precision."""


@dataclass(slots=True)
class Labelled:
    """A document as examples, and its mentions in words of the document."""

    id: str
    conflict: str
    examples: list[Example]
    mentions: list[Mention] = field(default_factory=list)


def labelled(document: Document, text: str, made: Tokenizer) -> Labelled:
    """Return a document as examples; each word is read in exactly one of them."""
    words = Words(text, document.sentences)
    forms = [words.form(number) for number in range(len(words))]
    anchors = _anchors(document, words)
    mentions = _mentions(document, words, forms)
    found = Labelled(document.id, document.conflict, [], mentions)
    for window in cut(words.tokens, words.sentences, lambda held: pieces_of(made, held)):
        inside = [
            _moved(item, window) for item in anchors if window.first + window.own <= item.word < window.last
        ]
        spans = [
            (item.spoken.first - window.first, item.spoken.last - window.first, item.spoken.kind)
            for item in mentions
            if window.first <= item.spoken.first and item.spoken.last <= window.last
        ]
        found.examples.append(Example(window, inside, spans))
    return found


def pieces_of(made: Tokenizer, words: Sequence[str]) -> list[list[int]]:
    """Return the word pieces of each word."""
    return [item.ids for item in made.encode_batch(list(words), add_special_tokens=False)]


def _anchors(document: Document, words: Words) -> list[Anchor]:
    trees = Trees(words)
    found: dict[tuple[int, int], Anchor] = {}
    for item in document.statements:
        roles = {
            r: _ranges(words, item.spans.get(name, ())) for r, name in enumerate(ROLES) if name != "content"
        }
        verdicts = (
            EPISTEMIC.index(item.epistemic),
            MODALITIES.index(item.modality),
            int(item.polarity == "negative"),
            VERDICTS["verification"].index(item.verification or "none"),
        )
        _add(found, Anchor(statement_anchor(words, trees, item), TYPES.index(item.type), roles, verdicts))
    for report in document.attributions:
        at = cue_anchor(words, trees, report)
        if at is not None:
            spans = {"source": report.source, "cue": report.cue, "content": report.content}
            _add(found, Anchor(at, CUE, {ROLES.index(k): _ranges(words, v) for k, v in spans.items()}, None))
    return list(found.values())


def _add(found: dict[tuple[int, int], Anchor], item: Anchor) -> None:
    """Add an anchor; what hangs at the same word with the same kind is one, with the roles of both."""
    key = (item.word, item.kind)
    old = found.get(key)
    if old is None:
        found[key] = item
        return
    roles = {r: sorted({*old.roles.get(r, ()), *item.roles.get(r, ())}) for r in {*old.roles, *item.roles}}
    found[key] = Anchor(old.word, old.kind, roles, old.verdicts)


def _mentions(document: Document, words: Words, forms: list[str]) -> list[Mention]:
    found = []
    for entity in document.entities:
        for span in entity.mentions:
            inside = words.inside(span)
            if inside:
                first, last = inside[0], inside[-1] + 1
                sentence = next(n for n, (a, b) in enumerate(words.sentences) if a <= first < b)
                spoken = Spoken(first, last, KINDS.index(entity.kind), sentence, tuple(forms[first:last]))
                found.append(Mention(spoken, entity.id, entity.side))
    return sorted(found, key=lambda item: (item.spoken.first, -item.spoken.last))


def _moved(item: Anchor, window: Window) -> Anchor:
    roles = {
        role: [(max(a, window.first) - window.first, min(b, window.last) - window.first) for a, b in spans
               if a < window.last and b > window.first]
        for role, spans in item.roles.items()
    }  # fmt: skip
    return Anchor(item.word - window.first, item.kind, roles, item.verdicts)


def _ranges(words: Words, spans: tuple[Span, ...]) -> list[Range]:
    inside = [words.inside(span) for span in spans]
    return [(held[0], held[-1] + 1) for held in inside if held]
