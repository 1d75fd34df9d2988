"""Write a document as a label sheet, to look at and to correct; reading it again gives the same document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso_corpus.errors import SheetError
from sayso_corpus.records import (
    EPISTEMIC,
    MODALITIES,
    Attribution,
    Document,
    Entity,
    Quantity,
    Span,
    Statement,
)
from sayso_corpus.sheets.places import GAP, Text, occurrence_of, shared
from sayso_corpus.sheets.reading import HEAD, ROLES

_NAMED = {"actor": "actor", "target": "target", "place": "place", "from": "place_from", "to": "place_to"}
_LONG = 12
"""Stretches of more words are written by their first and last ones."""
_ENDS = (3, 5, 8, 12)


def write_sheet(document: Document, text: str) -> str:
    """Return the sheet of a document; raises SheetError where a span cannot be written as words."""
    return "\n".join(_lines(document, Text(text, document.sentences))) + "\n"


def _lines(document: Document, text: Text) -> Iterator[str]:
    for key in HEAD:
        value = getattr(document, key)
        if value:
            yield f"{key}: {value}"
    for region in document.regions:
        yield f"! {region.kind} {_words(text, region.span)}"
    for entity in document.entities:
        yield _entity(text, entity)
    for attribution in document.attributions:
        yield _attribution(text, attribution)
    by_id = {item.id: item for item in document.attributions}
    for statement in document.statements:
        yield _statement(text, document, statement, by_id.get(statement.attribution or ""))


def _entity(text: Text, entity: Entity) -> str:
    side = [f"side={entity.side}"] if entity.side else []
    return " | ".join([f"@{entity.id} {entity.kind}", entity.name, *side, *_all(text, entity.mentions)])


def _attribution(text: Text, item: Attribution) -> str:
    parts = [f"%{item.id[1:]} {item.kind} {item.claimer or '?'}"]
    parts += [f"via={'+'.join(item.via)}"] if item.via else []
    parts += [f"said={item.said_on}"] if item.said_on else []
    parts += [f"in=%{item.within[1:]}"] if item.within else []
    for name, spans in (("src", item.source), ("cue", item.cue), ("con", item.content)):
        parts += [f"{name} {words}" for words in _all(text, spans)]
    return " | ".join(parts)


def _statement(text: Text, document: Document, item: Statement, attribution: Attribution | None) -> str:
    parts = [f"$ {item.type} %{item.attribution[1:]}" if item.attribution else f"$ {item.type} -"]
    parts.append(f"ev {_words(text, item.evidence)}")
    written: set[str] = set()
    for short, value in _values(document, item, attribution):
        role = ROLES.get(short, "")
        spans = item.spans.get(role, ()) if role not in written else ()
        written.add(role)
        marks = _marks(text, spans)
        parts.append(f"{short}={value}{marks}" if value else short + marks)
    inherited = shared(attribution.content, item.evidence) if attribution else ()
    for short in ("hedge", "mod", "con", "said", "when", "qty", *_NAMED):
        role = ROLES[short]
        spans = item.spans.get(role, ())
        if spans and role not in written and not (role == "content" and spans == inherited):
            written.add(role)
            parts.append(short + _marks(text, spans))
    return " | ".join(parts)


def _values(
    document: Document, item: Statement, attribution: Attribution | None
) -> Iterator[tuple[str, str]]:
    """Give the fields that have a value, by their name in a sheet."""
    for short, role in _NAMED.items():
        if role in item.names:
            yield short, _keys(document, item.names[role])
    yield from _figures(item, attribution)
    yield from ((short, value) for short, value, usual in _verdicts(item) if value != usual)
    if item.polarity == "negative":
        yield "neg", ""
    if item.verification:
        by = _keys(document, item.verified_by)
        yield "ver", item.verification + (f" by={by}" if by else "")


def _figures(item: Statement, attribution: Attribution | None) -> Iterator[tuple[str, str]]:
    if item.quantity:
        yield "qty", _quantity(item.quantity)
    if item.when:
        yield "when", item.when
    if item.said_on and item.said_on != (attribution.said_on if attribution else None):
        yield "said", item.said_on


def _verdicts(item: Statement) -> Iterator[tuple[str, str, str]]:
    yield "for", item.claimer_for or "", ""
    yield "ep", item.epistemic, EPISTEMIC[0]
    yield "mod", item.modality, MODALITIES[0]


def _keys(document: Document, keys: Iterable[str]) -> str:
    return "+".join(key if document.entity(key) else f'"{key}"' for key in keys)


def _quantity(quantity: Quantity) -> str:
    figures = {"v": quantity.value, "low": quantity.low, "high": quantity.high}
    parts = [f"{key}={value:.15g}" for key, value in figures.items() if value is not None]
    return " ".join([*parts, f"unit={quantity.unit}", *([f"of={quantity.of}"] if quantity.of else [])])


def _all(text: Text, spans: Iterable[Span]) -> list[str]:
    return [_words(text, span) for span in spans]


def _marks(text: Text, spans: Iterable[Span]) -> str:
    """Return spans as marks, whole sentences as words too: a bare number would be taken for a word."""
    return "".join(f" ~{_words(text, span, bare=False)}" for span in spans)


def _words(text: Text, span: Span, *, bare: bool = True) -> str:
    """Return the place of a span: number of its sentence (or sentences), and words, cut where long."""
    numbers = [n for n, s in enumerate(text.sentences, 1) if s.start < span.end and span.start < s.end]
    if not numbers:
        raise SheetError(f"no sentence holds {span.start}–{span.end}")
    first, last = text.sentences[numbers[0] - 1], text.sentences[numbers[-1] - 1]
    place = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}..{numbers[-1]}"
    stretch = Span(first.start, last.end)
    if bare and span == stretch:
        return place
    words = text.text[span.start : span.end].split()
    for size in _ENDS if len(words) > _LONG else ():
        short = " ".join(words[:size]) + GAP + " ".join(words[-size:])
        nth = occurrence_of(text.text, " ".join(words[:size]), stretch, span.start)
        if nth and text.locate(short, stretch, nth) == span:
            return f"{place}{f'#{nth}' if nth > 1 else ''}:{short}"
    nth = occurrence_of(text.text, " ".join(words), stretch, span.start)
    if not nth:
        raise SheetError(f"{' '.join(words)[:60]!r} does not stand at the border of words")
    return f"{place}{f'#{nth}' if nth > 1 else ''}:{' '.join(words)}"
