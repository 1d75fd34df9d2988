"""Labelled documents as what the heads learn from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tokenizers import Tokenizer
from torch import Tensor

from reader.anchors import Trees, cue_anchor, other_anchors, statement_anchor
from reader.words import Words
from sayso.reading.learned.pairs import Spoken
from sayso.reading.learned.scheme import CUE, EPISTEMIC, KINDS, MODALITIES, ROLES, TYPES, VERDICTS
from sayso.reading.learned.spans import Range
from sayso.reading.learned.windows import LONGEST, Window, cut
from sayso_corpus.records import NAMED, Document, Span, Statement

SHORTER = 150
"""Most word pieces in the shorter windows."""
BACK = 90
"""So many words before a statement somebody may have been named whom it leaves unsaid."""


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
    forms: tuple[str, ...]
    """The words as printed."""
    doubtful: frozenset[tuple[int, int]]
    """Words and kinds of anchors that are neither right nor wrong: another field's words hang there."""
    states: Tensor | None = None
    """What the encoder makes of the pieces: (pieces, width), half precision."""


@dataclass(slots=True)
class Labelled:
    """A document as examples, and its mentions in words of the document."""

    id: str
    conflict: str
    examples: list[Example]
    shorter: list[Example]
    """The same cut into shorter windows: other sentences stand beside each other."""
    mentions: list[Mention] = field(default_factory=list)


def labelled(document: Document, text: str, made: Tokenizer) -> Labelled:
    """Return a document as examples; each word is read in exactly one of them."""
    words = Words(text, document.sentences)
    forms = [words.form(number) for number in range(len(words))]
    mentions = _mentions(document, words, forms)
    held = _Held(forms, *_anchors(document, words, mentions), mentions)
    whole, shorter = (_examples(words, made, held, longest) for longest in (LONGEST, SHORTER))
    return Labelled(document.id, document.conflict, whole, shorter, mentions)


@dataclass(frozen=True, slots=True)
class _Held:
    """What is labelled in a document, in words of the document."""

    forms: list[str]
    anchors: list[Anchor]
    doubtful: frozenset[tuple[int, int]]
    mentions: list[Mention]


def _examples(words: Words, made: Tokenizer, held: _Held, longest: int) -> list[Example]:
    found = []
    for window in cut(words.tokens, words.sentences, lambda forms: pieces_of(made, forms), longest):
        inside = [
            _moved(item, window)
            for item in held.anchors
            if window.first + window.own <= item.word < window.last
        ]
        spans = [
            (item.spoken.first - window.first, item.spoken.last - window.first, item.spoken.kind)
            for item in held.mentions
            if window.first <= item.spoken.first and item.spoken.last <= window.last
        ]
        unsure = frozenset(
            (word - window.first, kind) for word, kind in held.doubtful if window.first <= word < window.last
        )
        forms = tuple(held.forms[window.first : window.last])
        found.append(Example(window, inside, spans, forms, unsure))
    return found


def pieces_of(made: Tokenizer, words: Sequence[str]) -> list[list[int]]:
    """Return the word pieces of each word."""
    return [item.ids for item in made.encode_batch(list(words), add_special_tokens=False)]


def _anchors(
    document: Document, words: Words, mentions: Sequence[Mention]
) -> tuple[list[Anchor], frozenset[tuple[int, int]]]:
    """Return the anchors of a document, and the words at which they might as well hang."""
    trees = Trees(words)
    found: dict[tuple[int, int], Anchor] = {}
    doubtful: set[tuple[int, int]] = set()
    for item in document.statements:
        roles = {
            r: _ranges(words, item.spans.get(name, ())) for r, name in enumerate(ROLES) if name != "content"
        }
        at = statement_anchor(words, trees, item)
        roles |= _implied(item, words, mentions, roles)
        kind = TYPES.index(item.type)
        verdicts = (
            EPISTEMIC.index(item.epistemic),
            MODALITIES.index(item.modality),
            int(item.polarity == "negative"),
            VERDICTS["verification"].index(item.verification or "none"),
        )
        _add(found, Anchor(at, kind, roles, verdicts))
        doubtful |= {(word, kind) for word in other_anchors(words, trees, item)}
    for report in document.attributions:
        cue = cue_anchor(words, trees, report)
        if cue is not None:
            spans = {"source": report.source, "cue": report.cue, "content": report.content}
            _add(found, Anchor(cue, CUE, {ROLES.index(k): _ranges(words, v) for k, v in spans.items()}, None))
    return list(found.values()), frozenset(doubtful) - found.keys()


def _implied(
    item: Statement, words: Words, mentions: Sequence[Mention], roles: dict[int, list[Range]]
) -> dict[int, list[Range]]:
    """Return for fields that are named though no words of the statement name them the mention before it.

    A reader knows from what was said before who is meant, or where: the last mention that is no pronoun.
    """
    inside = words.inside(item.evidence)
    found: dict[int, list[Range]] = {}
    for role in NAMED if inside else ():
        number = ROLES.index(role)
        for entity in item.names.get(role, ()) if not roles[number] else ():
            near = [m.spoken for m in mentions if m.entity == entity and inside[0] - BACK < m.spoken.first]
            before = [m for m in near if m.last <= inside[-1] + 1]
            best = max(before, key=lambda m: (not m.pronoun, m.first), default=None)
            found.setdefault(number, []).extend([(best.first, best.last)] if best is not None else [])
    return {number: sorted(set(ranges)) for number, ranges in found.items()}


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
