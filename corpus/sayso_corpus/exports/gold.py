"""Statements as the annotation guide has them, so that its scorer reads them.

`gold.jsonl` holds a statement a line, `gold.names.json` the names that mean the same and the organs of each
side, `gold.questions.jsonl` the questions across articles where the conflicts have some, and `articles/` the
texts under the names that the statements give.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sayso_corpus.library import Corpus
from sayso_corpus.records import Document, Entity, Quantity, Statement

_LEADING = frozenset("the a an its their his her our my your this that these those".split())  # noqa: SIM905
_PRONOUNS = frozenset(
    "i me my mine we us our ours you your yours he him his himself she her hers herself it its itself".split()  # noqa: SIM905
    + "they them their theirs themselves who whom whose which that this these those here there where".split()  # noqa: SIM905
    + "one ones both".split()  # noqa: SIM905
)


def gold_files(
    corpus: Corpus, documents: tuple[Document, ...], *, phrases: bool = True
) -> Iterator[tuple[str, str]]:
    """Give the statements, the names and the articles of the documents.

    With `phrases` a reader that calls an entity by a phrase of the text ("the Front") has named it.
    """
    rows: list[dict[str, Any]] = []
    names: dict[str, list[list[str]]] = {"aliases": [], "sides": []}
    for document in documents:
        text = corpus.text(document)
        rows += gold_rows(document, text)
        _add_names(names, document, text if phrases else None)
        yield f"articles/{article_name(document)}", text
    yield "gold.jsonl", "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    yield "gold.names.json", json.dumps(names, ensure_ascii=False, indent=1) + "\n"
    asked = [corpus.questions(key) or "" for key in sorted({document.conflict for document in documents})]
    if any(asked):
        yield "gold.questions.jsonl", "".join(asked)


def article_name(document: Document) -> str:
    """Return the file name of the document's text in exports."""
    return document.id.replace("/", "-") + ".txt"


def gold_rows(document: Document, text: str) -> list[dict[str, Any]]:
    """Return the statements of a document in the fields of the annotation guide."""
    return [_row(document, text, statement) for statement in document.statements]


def side_of(document: Document, key: str) -> str | None:
    """Return the id of the outermost entity that one belongs to; itself if it is a party or state."""
    at = document.entity(key)
    seen: set[str] = set()
    while at is not None and at.side and at.id not in seen:
        seen.add(at.id)
        at = document.entity(at.side)
    return at.id if at is not None and (at.id != key or at.kind in ("party", "state")) else None


def _row(document: Document, text: str, item: Statement) -> dict[str, Any]:
    attribution = next((x for x in document.attributions if x.id == item.attribution), None)
    row: dict[str, Any] = {
        "id": f"{document.id}/{item.id}",
        "article": article_name(document),
        "evidence": text[item.evidence.start : item.evidence.end],
    }
    if attribution is None:
        row |= {"claimer": document.outlet, "attribution": "narrator"}
        side = item.claimer_for
    else:
        claimer = attribution.claimer
        row["claimer"] = document.name(claimer) if claimer else None
        row["via"] = [document.name(key) for key in attribution.via]
        row["attribution"] = attribution.kind
        side = item.claimer_for or (side_of(document, claimer) if claimer else None)
    row["claimer_for"] = document.name(side) if side else None
    row |= {"said_on": item.said_on, "epistemic": item.epistemic, "modality": item.modality}
    row |= {"verification": item.verification, "type": item.type}
    row["verified_by"] = _names(document, item.verified_by)
    for role, keys in item.names.items():
        row[role] = _names(document, keys)
    row["quantity"] = _quantity(item.quantity) if item.quantity else None
    row["when"] = item.when
    row["polarity"] = item.polarity if item.polarity == "negative" else None
    return {key: value for key, value in row.items() if value not in (None, [], "")}


def _names(document: Document, keys: tuple[str, ...]) -> str | list[str] | None:
    names = [document.name(key) for key in keys]
    return names[0] if len(names) == 1 else names or None


def _quantity(quantity: Quantity) -> dict[str, Any]:
    row = {"value": quantity.value, "low": quantity.low, "high": quantity.high}
    return {
        key: value
        for key, value in (row | {"unit": quantity.unit, "of": quantity.of}).items()
        if value is not None
    }


def _add_names(names: dict[str, list[list[str]]], document: Document, text: str | None) -> None:
    """Add what means the same in a document: what one entity is called, and what one side's organs are."""
    groups: dict[str, set[str]] = {}
    for entity in document.entities:
        called = _called(entity, text)
        names["aliases"] += [sorted(called)] if len(called) > 1 else []
        side = side_of(document, entity.id)
        if side and entity.kind in ("party", "state", "organisation", "unit"):
            groups.setdefault(side, set()).update(called, {document.name(side)})
    names["sides"] += [sorted(group) for _, group in sorted(groups.items()) if len(group) > 1]


def _called(entity: Entity, text: str | None) -> set[str]:
    """Return what an entity is called: its full name and, given the text, phrases that are no pronouns."""
    phrases = [_bare(text[span.start : span.end]) for span in entity.mentions] if text else []
    return {entity.name, *(phrase for phrase in phrases if phrase.lower() not in _PRONOUNS)}


def _bare(phrase: str) -> str:
    words = " ".join(phrase.split())
    first, _, rest = words.partition(" ")
    return rest if rest and first.lower() in _LEADING else words
