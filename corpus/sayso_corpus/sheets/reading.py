"""Read a label sheet into a document: every quoted word is looked up in the text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from sayso_corpus.errors import SheetError
from sayso_corpus.records import (
    ENTITY_KINDS,
    EPISTEMIC,
    KINDS,
    MODALITIES,
    NAMED,
    REGIONS,
    SUBJECTS,
    TYPES,
    VERIFICATIONS,
    Attribution,
    Document,
    Entity,
    Region,
    Span,
    Statement,
)
from sayso_corpus.sentences import sentences
from sayso_corpus.sheets.fields import Fields, known, one_of
from sayso_corpus.sheets.places import Text, shared, whole

HEAD = ("conflict", "subject", "manner", "outlet", "published", "note")
"""What stands at the head of a sheet, a line each."""
ROLES = {
    "actor": "actor", "target": "target", "place": "place", "from": "place_from", "to": "place_to",
    "qty": "quantity", "when": "when", "said": "said_on", "con": "content", "ep": "hedge", "hedge": "hedge",
    "neg": "negation", "mod": "modality", "ver": "disclaimer",
}  # fmt: skip
"""Field of a sheet → role of the words behind it."""


@dataclass
class _Draft:
    """What has been read of a sheet so far."""

    text: Text
    keys: frozenset[str]
    head: dict[str, str] = field(default_factory=dict)
    regions: list[Region] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    attributions: dict[str, Attribution] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)


def read_sheet(sheet: str, text: str, document_id: str) -> Document:
    """Return the document that a sheet labels; raises SheetError naming every line that is wrong."""
    lines = [(number, line.strip()) for number, line in enumerate(sheet.splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line and not line.startswith("#")]
    keys = frozenset(line[1:].split()[0] for _, line in lines if line.startswith("@") and line[1:].strip())
    draft = _Draft(Text(text, sentences(text)), keys)
    faults: list[str] = []
    for number, line in lines:
        try:
            _line(draft, line)
        except SheetError as fault:
            faults.append(f"line {number}: {fault}")
    if faults:
        raise SheetError("\n".join(faults))
    return _document(draft, document_id)


def _line(draft: _Draft, line: str) -> None:
    reader = _READERS.get(line[0])
    if reader is not None:
        reader(draft, [part.strip() for part in line[1:].split("|")])
        return
    key, colon, value = line.partition(":")
    if not colon or key not in HEAD:
        raise SheetError(f"cannot be understood: {line[:60]!r}")
    draft.head[key] = value.strip()


def _region(draft: _Draft, parts: list[str]) -> None:
    kind, _, rest = parts[0].partition(" ")
    one_of(kind, REGIONS, "region")
    for place in [rest] if ":" in rest else rest.split():
        draft.regions += [Region(kind, span) for span in draft.text.places(place)]


def _entity(draft: _Draft, parts: list[str]) -> None:
    words = parts[0].split()
    if len(words) != 2 or len(parts) < 2:
        raise SheetError("an entity is `@key kind | full name | side=key | 3:words | …`")
    if any(entity.id == words[0] for entity in draft.entities):
        raise SheetError(f"entity {words[0]!r} stands twice")
    sides = [part[5:] for part in parts[2:] if part.startswith("side=")]
    mentions = [
        span
        for part in parts[2:]
        if part and not part.startswith("side=")
        for span in draft.text.places(part)
    ]
    draft.entities.append(
        Entity(
            id=words[0],
            kind=one_of(words[1], ENTITY_KINDS, "kind of entity"),
            name=parts[1],
            side=known(sides[0], draft.keys) if sides else None,
            mentions=tuple(sorted(set(mentions))),
        )
    )


def _attribution(draft: _Draft, parts: list[str]) -> None:
    words = parts[0].split()
    if len(words) != 3:
        raise SheetError(
            "an attribution is `%id kind claimer | src … | cue … | con …` (claimer `?` if unknown)"
        )
    given = Fields(draft.text, draft.keys, parts[1:])
    within = given.value("in")
    found = Attribution(
        id="a" + words[0],
        kind=one_of(words[1], KINDS[:3], "attribution"),
        claimer=None if words[2] == "?" else known(words[2], draft.keys),
        via=given.keys("via"),
        said_on=given.value("said"),
        within="a" + within.lstrip("%") if within else None,
        source=given.spans("src"),
        cue=given.spans("cue"),
        content=given.spans("con"),
    )
    given.done()
    if found.id in draft.attributions:
        raise SheetError(f"attribution %{words[0]} stands twice")
    draft.attributions[found.id] = found


def _statement(draft: _Draft, parts: list[str]) -> None:
    words = parts[0].split()
    if len(words) != 2 or not (words[1] == "-" or words[1].startswith("%")):
        raise SheetError("a statement is `$ type %attribution | ev …` or `$ type - | ev …`")
    attribution = draft.attributions.get("a" + words[1][1:])
    if words[1] != "-" and attribution is None:
        raise SheetError(f"no attribution {words[1]} above")
    places = [part[3:] for part in parts[1:] if part.startswith("ev ")]
    if len(places) != 1:
        raise SheetError("a statement has exactly one `ev`")
    evidence = whole(draft.text.places(places[0]))
    fields = [part for part in parts[1:] if not part.startswith("ev ")]
    given = Fields(draft.text, draft.keys, fields, evidence)
    statement_id = f"s{len(draft.statements) + 1}"
    draft.statements.append(
        _stated(statement_id, one_of(words[0], TYPES, "type"), attribution, evidence, given)
    )
    given.done()


def _stated(
    statement_id: str, kind: str, attribution: Attribution | None, evidence: Span, given: Fields
) -> Statement:
    spans: dict[str, tuple[Span, ...]] = {}
    for short, role in ROLES.items():
        spans[role] = (*spans.get(role, ()), *given.spans(short))
    if attribution is not None and not spans["content"]:
        spans["content"] = shared(attribution.content, evidence)
    verification = given.value("ver")
    side = given.keys("for")
    return Statement(
        id=statement_id,
        attribution=attribution.id if attribution else None,
        type=kind,
        evidence=evidence,
        claimer_for=side[0] if side else None,
        said_on=given.value("said") or (attribution.said_on if attribution else None),
        epistemic=one_of(given.value("ep") or EPISTEMIC[0], EPISTEMIC, "epistemic status"),
        modality=one_of(given.value("mod") or MODALITIES[0], MODALITIES, "modality"),
        polarity="negative" if given.has("neg") else "positive",
        verification=one_of(verification, VERIFICATIONS, "verification") if verification else None,
        verified_by=given.names("by"),
        names={
            role: given.names(short) for short, role in ROLES.items() if role in NAMED and given.names(short)
        },
        quantity=given.quantity("qty"),
        when=given.value("when"),
        spans={role: found for role, found in spans.items() if found},
    )


def _document(draft: _Draft, document_id: str) -> Document:
    missing = [key for key in ("conflict", "subject", "manner") if not draft.head.get(key)]
    if missing:
        raise SheetError(f"the head says no {', '.join(missing)}")
    return Document(
        id=document_id,
        conflict=draft.head["conflict"],
        subject=one_of(draft.head["subject"], SUBJECTS, "subject"),
        manner=draft.head["manner"],
        outlet=draft.head.get("outlet") or None,
        published=draft.head.get("published") or None,
        sha256=hashlib.sha256(draft.text.text.encode()).hexdigest(),
        sentences=draft.text.sentences,
        regions=tuple(draft.regions),
        entities=tuple(draft.entities),
        attributions=tuple(draft.attributions.values()),
        statements=tuple(draft.statements),
        note=draft.head.get("note", ""),
    )


_READERS: dict[str, Callable[[_Draft, list[str]], None]] = {
    "!": _region,
    "@": _entity,
    "%": _attribution,
    "$": _statement,
}
