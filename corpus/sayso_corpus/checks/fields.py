"""Every field has a legal value, ids are unique, and references lead somewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sayso_corpus.checks.fault import Fault
from sayso_corpus.library import Corpus
from sayso_corpus.records import (
    ENTITY_KINDS,
    EPISTEMIC,
    KINDS,
    MODALITIES,
    NAMED,
    POLARITIES,
    REGIONS,
    ROLES,
    SUBJECTS,
    TYPES,
    VERIFICATIONS,
    Document,
    Quantity,
    Statement,
)

_DAY = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_DATE = re.compile(rf"{_DAY}(?:/(?:{_DAY})?)?|/{_DAY}")


def wrong_fields(corpus: Corpus) -> Iterator[Fault]:
    """Give what is illegal in the fields of the documents and of their second labels."""
    for document in corpus.documents:
        yield from (Fault(document.id, what) for what in _of_document(document))
    for prefix, labels in (("first", corpus.first), ("second", corpus.second)):
        for document in labels:
            yield from (Fault(f"twice/{prefix}/{document.id}", what) for what in _of_document(document))
    for key, times in Counter(document.id for document in corpus.documents).items():
        if times > 1:
            yield Fault(key, "the id stands twice")


def _of_document(document: Document) -> Iterator[str]:
    yield from _legal("subject", document.subject, SUBJECTS)
    yield from _dates("published", document.published)
    for kind, items in (
        ("entity", document.entities),
        ("attribution", document.attributions),
        ("statement", document.statements),
    ):
        for key, times in Counter(item.id for item in items).items():
            if times > 1:
                yield f"{kind} {key} stands twice"
    for region in document.regions:
        yield from _legal("region", region.kind, REGIONS)
    yield from _entities(document)
    yield from _attributions(document)
    if document.subject == "none" and document.statements:
        yield "a text without a conflict holds no statement"
    for statement in document.statements:
        yield from (f"{statement.id}: {what}" for what in _of_statement(document, statement))


def _entities(document: Document) -> Iterator[str]:
    keys = {item.id for item in document.entities}
    for item in document.entities:
        yield from _legal(f"{item.id}: kind", item.kind, ENTITY_KINDS)
        yield from _known(f"{item.id}: side", [item.side] if item.side else [], keys)
        if not item.name.strip():
            yield f"{item.id}: no name"
    sides = {item.id: item.side for item in document.entities}
    for key in sides:
        seen, at = {key}, sides[key]
        while at and at not in seen:
            seen.add(at)
            at = sides.get(at)
        if at:
            yield f"{key}: its side leads in a circle"


def _attributions(document: Document) -> Iterator[str]:
    keys = {item.id for item in document.entities}
    ids = {item.id for item in document.attributions}
    for item in document.attributions:
        yield from _legal(f"{item.id}: kind", item.kind, KINDS[:3])
        yield from _known(f"{item.id}: claimer", [item.claimer] if item.claimer else [], keys)
        yield from _known(f"{item.id}: via", item.via, keys)
        yield from _known(f"{item.id}: within", [item.within] if item.within else [], ids - {item.id})
        yield from _dates(f"{item.id}: said_on", item.said_on)
        if not item.content and not item.cue:
            yield f"{item.id}: neither a cue nor anything reported"


def _of_statement(document: Document, item: Statement) -> Iterator[str]:
    keys = {entity.id for entity in document.entities}
    ids = {attribution.id for attribution in document.attributions}
    yield from _legal("type", item.type, TYPES)
    yield from _legal("epistemic", item.epistemic, EPISTEMIC)
    yield from _legal("modality", item.modality, MODALITIES)
    yield from _legal("polarity", item.polarity, POLARITIES)
    yield from _legal("verification", item.verification or VERIFICATIONS[0], VERIFICATIONS)
    yield from _known("attribution", [item.attribution] if item.attribution else [], ids)
    yield from _known("claimer_for", [item.claimer_for] if item.claimer_for else [], keys)
    yield from _dates("said_on", item.said_on)
    yield from _dates("when", item.when)
    for role in item.names.keys() - set(NAMED):
        yield f"names {role!r}, which is no field of a name"
    for role in item.spans.keys() - set(ROLES):
        yield f"marks words as {role!r}, which is no role"
    if item.verified_by and not item.verification:
        yield "verified_by without a verification"
    if item.type == "other" and item.attribution is None:
        yield "the outlet's own voice has no `other`"
    if item.quantity:
        yield from _bounds(item.quantity)


def _bounds(quantity: Quantity) -> Iterator[str]:
    given = [x for x in (quantity.low, quantity.value, quantity.high) if x is not None]
    if not given:
        yield "a quantity without a figure"
    if given != sorted(given):
        yield f"bounds out of order: {given}"
    if quantity.unit == "share" and any(not 0 <= x <= 1 for x in given):
        yield f"a share lies between 0 and 1: {given}"


def _legal(field: str, value: str, legal: Iterable[str]) -> Iterator[str]:
    if value not in legal:
        yield f"{field} {value!r} is not legal"


def _known(field: str, keys: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    held = set(known)
    for key in keys:
        if key not in held:
            yield f"{field} {key!r} leads nowhere"


def _dates(field: str, value: str | None) -> Iterator[str]:
    if value is not None and not _DATE.fullmatch(value):
        yield f"{field} {value!r} is no date, month, year or interval"
