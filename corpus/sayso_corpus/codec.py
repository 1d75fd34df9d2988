"""Documents as JSON, one record a line, and back; what does not fit is a `CorpusError` that says where."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from sayso_corpus.errors import CorpusError
from sayso_corpus.records import Attribution, Document, Entity, Quantity, Region, Span, Statement

FORMAT = 1
"""Number of the file format; a reader of another number refuses the file."""

T = TypeVar("T")
_LISTS = ("regions", "entities", "attributions", "statements")


def to_json(document: Document) -> str:
    """Return the document as JSON; the same document gives the same bytes."""
    head: dict[str, Any] = {"format": FORMAT}
    head |= _filled(
        id=document.id,
        conflict=document.conflict,
        subject=document.subject,
        manner=document.manner,
        outlet=document.outlet,
        published=document.published,
        sha256=document.sha256,
        note=document.note,
        sentences=_pairs(document.sentences),
    )
    rows: dict[str, list[dict[str, Any]]] = {
        "regions": [{"kind": item.kind, "span": _pair(item.span)} for item in document.regions],
        "entities": [_entity_row(item) for item in document.entities],
        "attributions": [_attribution_row(item) for item in document.attributions],
        "statements": [_statement_row(item) for item in document.statements],
    }
    lines = [f' "{key}": {_dumped(value)}' for key, value in head.items()]
    for key, items in rows.items():
        body = ",\n".join("  " + _dumped(item) for item in items)
        lines.append(f' "{key}": [\n{body}\n ]' if items else f' "{key}": []')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def from_json(text: str, name: str = "document") -> Document:
    """Return the document in the JSON; raises CorpusError naming the file and record that do not fit."""
    try:
        raw = json.loads(text)
    except ValueError as fault:
        raise CorpusError(f"{name}: no JSON: {fault}") from None
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise CorpusError(f"{name}: not a document of format {FORMAT}")
    known = {
        "format",
        "id",
        "conflict",
        "subject",
        "manner",
        "outlet",
        "published",
        "sha256",
        "note",
        "sentences",
    }
    unknown = raw.keys() - known - set(_LISTS)
    if unknown:
        raise CorpusError(f"{name}: unknown field {', '.join(sorted(unknown))}")
    return Document(
        **{key: _word(raw, key, name) for key in ("id", "conflict", "subject", "manner", "sha256")},
        outlet=raw.get("outlet"),
        published=raw.get("published"),
        note=raw.get("note", ""),
        sentences=_spans(raw.get("sentences", []), name),
        regions=_items(raw, "regions", name, _region),
        entities=_items(raw, "entities", name, _entity),
        attributions=_items(raw, "attributions", name, _attribution),
        statements=_items(raw, "statements", name, _statement),
    )


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _filled(**fields: Any) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in (None, "", (), [], {})}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [_pair(span) for span in spans]


def _entity_row(item: Entity) -> dict[str, Any]:
    row = _filled(id=item.id, kind=item.kind, name=item.name, side=item.side)
    return row | {"mentions": _pairs(item.mentions)}


def _attribution_row(item: Attribution) -> dict[str, Any]:
    return _filled(
        id=item.id,
        kind=item.kind,
        claimer=item.claimer,
        via=list(item.via),
        said_on=item.said_on,
        within=item.within,
        source=_pairs(item.source),
        cue=_pairs(item.cue),
        content=_pairs(item.content),
    )


def _statement_row(item: Statement) -> dict[str, Any]:
    quantity = item.quantity
    figures = _filled(unit=quantity.unit, of=quantity.of) if quantity else None
    if quantity and figures is not None:
        given = {"value": quantity.value, "low": quantity.low, "high": quantity.high}
        figures |= {key: _plain(value) for key, value in given.items() if value is not None}
    return _filled(
        id=item.id,
        attribution=item.attribution,
        type=item.type,
        evidence=_pair(item.evidence),
        claimer_for=item.claimer_for,
        said_on=item.said_on,
        epistemic=item.epistemic,
        modality=item.modality,
        polarity=item.polarity,
        verification=item.verification,
        verified_by=list(item.verified_by),
        names={role: list(keys) for role, keys in item.names.items()},
        quantity=figures,
        when=item.when,
        spans={role: _pairs(spans) for role, spans in item.spans.items()},
    )


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _items(raw: Mapping[str, Any], key: str, name: str, made: Callable[[dict[str, Any]], T]) -> tuple[T, ...]:
    found = []
    for number, row in enumerate(raw.get(key, []), 1):
        try:
            found.append(made(dict(row)))
        except (KeyError, TypeError, ValueError) as fault:
            raise CorpusError(f"{name}: {key} {number}: {type(fault).__name__}: {fault}") from None
    return tuple(found)


def _region(row: dict[str, Any]) -> Region:
    return Region(kind=row.pop("kind"), span=Span(*row.pop("span")), **row)


def _entity(row: dict[str, Any]) -> Entity:
    return Entity(
        id=row.pop("id"),
        kind=row.pop("kind"),
        name=row.pop("name"),
        side=row.pop("side", None),
        mentions=_made(row.pop("mentions")),
        **row,
    )


def _attribution(row: dict[str, Any]) -> Attribution:
    return Attribution(
        id=row.pop("id"),
        kind=row.pop("kind"),
        claimer=row.pop("claimer", None),
        via=tuple(row.pop("via", ())),
        said_on=row.pop("said_on", None),
        within=row.pop("within", None),
        source=_made(row.pop("source", ())),
        cue=_made(row.pop("cue", ())),
        content=_made(row.pop("content", ())),
        **row,
    )


def _statement(row: dict[str, Any]) -> Statement:
    figures = row.pop("quantity", None)
    return Statement(
        evidence=Span(*row.pop("evidence")),
        attribution=row.pop("attribution", None),
        verified_by=tuple(row.pop("verified_by", ())),
        names={role: tuple(keys) for role, keys in row.pop("names", {}).items()},
        quantity=Quantity(**figures) if figures else None,
        spans={role: _made(spans) for role, spans in row.pop("spans", {}).items()},
        **row,
    )


def _made(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in pairs)


def _spans(pairs: Any, name: str) -> tuple[Span, ...]:
    try:
        return _made(pairs)
    except TypeError as fault:
        raise CorpusError(f"{name}: sentences: {fault}") from None


def _word(raw: Mapping[str, Any], key: str, name: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not value:
        raise CorpusError(f"{name}: no {key}")
    return value
