"""One article with its statements as a file of the corpus (its format 1: records by position in the text)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from sayso.exports.corpus.cast import Cast, Row, cast_of
from sayso.exports.corpus.cutting import sentences, trimmed
from sayso.model.analysis import Entity
from sayso.model.article import Article
from sayso.model.contract import to_row
from sayso.model.span import Span
from sayso.model.statement import Statement

_REGIONS = frozenset({"title", "standfirst", "date", "byline", "credit", "boilerplate", "caption"})
_NAMES = ("actor", "target", "place", "place_from", "place_to")
_WORDS = frozenset({*_NAMES, "quantity", "when", "hedge", "negation", "modality"})
"""Fields whose words the corpus marks, as statements and it both call them."""
_EDGES = " \t\n,;:.–—-\"'“”‘’"


def labels_of(
    article: Article, statements: Sequence[Statement], entities: Iterable[Entity], key: str, manner: str
) -> str:
    """Return the article's labels as the JSON of a corpus file.

    `key` is the document's id there ("written/CONFLICT/NAME"), `manner` what sort of text it is.
    Of the outlet's own voice what the corpus has no place for (`other`) is left out.
    """
    kept = [
        s
        for s in statements
        if s.span and not (s.attribution == "narrator" and s.proposition.type == "other")
    ]
    kept.sort(key=lambda s: (s.span.start if s.span else 0, s.id))
    cast = cast_of(article.text, kept, entities, article.voice)
    attributions: dict[str, Row] = {}
    rows = [_statement(article.text, s, f"s{n}", cast, attributions) for n, s in enumerate(kept, 1)]
    head = {
        "format": 1, "id": key, "conflict": key.split("/")[1], "subject": "conflict", "manner": manner,
        "outlet": article.outlet, "published": article.published,
        "sha256": hashlib.sha256(article.text.encode()).hexdigest(),
        "sentences": _pairs(sentences(article.text)),
    }  # fmt: skip
    lists = {
        "regions": [
            {"kind": block.kind, "span": [span.start, span.end]}
            for block in article.blocks
            if block.kind in _REGIONS
            for span in trimmed(article.text, block.span)
        ],
        "entities": cast.rows(),
        "attributions": list(attributions.values()),
        "statements": rows,
    }
    lines = [f' "{name}": {_dumped(value)}' for name, value in head.items() if value is not None]
    lines += [f' "{name}": {_listed(items)}' for name, items in lists.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _statement(text: str, one: Statement, key: str, cast: Cast, attributions: dict[str, Row]) -> Row:
    p, row = one.proposition, to_row(one, "")
    span = one.span or Span(0, 0)
    words: dict[str, list[Span]] = {}
    for slot in one.slots:
        if slot.slot in _WORDS and slot.span.start >= span.start and slot.span.end <= span.end:
            words.setdefault(slot.slot, []).extend(trimmed(text, slot.span))
    content = _content(text, one)
    spoken = None if one.attribution == "narrator" else _attribution(text, one, cast, content, attributions)
    if spoken is not None:
        words["content"] = [content]
    made = {
        "id": key, "attribution": spoken, "type": p.type, "evidence": _pairs(trimmed(text, span))[0],
        "claimer_for": cast.key(one.claimer_for) if one.claimer_for else None,
        "said_on": one.said_on, "epistemic": one.epistemic, "modality": one.modality, "polarity": p.polarity,
        "verification": one.verification,
        "verified_by": [cast.key(one.verified_by)] if one.verified_by and one.verification else [],
        "names": {name: [cast.key(value)] for name in _NAMES if (value := getattr(p, name))},
        "quantity": row.get("quantity"), "when": p.when,
        "spans": {role: _pairs(sorted(set(spans))) for role, spans in words.items() if spans},
    }  # fmt: skip
    return _filled(made)


def _attribution(text: str, one: Statement, cast: Cast, content: Span, attributions: dict[str, Row]) -> str:
    """Return the key of the report that a statement stands in: same speaker, words, relays and day."""
    slots = {
        name: _pairs([s for slot in one.slots if slot.slot == name for s in trimmed(text, slot.span)])
        for name in ("claimer", "cue")
    }
    row: Row = {
        "kind": one.attribution, "claimer": cast.key(one.claimer) if one.claimer else None,
        "via": [cast.key(name) for name in one.via], "said_on": one.said_on,
        "source": slots["claimer"], "cue": slots["cue"],
    }  # fmt: skip
    # Without words of speaking two reports are told apart by what they report.
    same = _dumped([row, None if slots["cue"] else [content.start, content.end]])
    if same not in attributions:
        attributions[same] = _filled({"id": f"a{len(attributions) + 1}", **row, "content": []})
    held = attributions[same].setdefault("content", [])
    if [content.start, content.end] not in held:
        held.append([content.start, content.end])
        held.sort()
    return str(attributions[same]["id"])


def _content(text: str, one: Statement) -> Span:
    """Return what is reported: the longest stretch of the evidence without source and cue."""
    span = one.span or Span(0, 0)
    cuts = sorted(slot.span for slot in one.slots if slot.slot in ("claimer", "cue"))
    pieces, start = [], span.start
    for cut in cuts:
        if span.start <= cut.start and cut.end <= span.end:
            pieces.append(Span(start, max(start, cut.start)))
            start = max(start, cut.end)
    pieces.append(Span(start, span.end))
    longest = max(pieces, key=lambda piece: (piece.end - piece.start, -piece.start))
    words = longest.of(text)
    bare = Span(
        longest.start + len(words) - len(words.lstrip(_EDGES)), longest.start + len(words.rstrip(_EDGES))
    )
    return bare if bare.start < bare.end else trimmed(text, span)[0]


def _filled(row: Row) -> Row:
    return {key: value for key, value in row.items() if value not in (None, "", [], {})}


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _dumped(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _listed(items: Sequence[Row]) -> str:
    return "[\n" + ",\n".join("  " + _dumped(item) for item in items) + "\n ]" if items else "[]"
