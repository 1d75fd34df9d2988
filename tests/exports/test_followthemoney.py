"""FollowTheMoney statements: by the terms of its model, and, where it is installed, read by it."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest

from sayso.ledger.interface import LedgerView

MODEL = {
    "Article": {"fileName", "title", "author", "publisher", "publishedAt", "language", "sourceUrl"},
    "Note": {"description", "summary", "keywords", "notes", "entity"},
    "Documentation": {"document", "entity", "role", "date"},
    "Person": {"name"}, "Organization": {"name"}, "PublicBody": {"name"}, "LegalEntity": {"name"},
}  # fmt: skip
"""The schemata and properties used, as FollowTheMoney 4 has them."""
ENTITY_PROPERTIES = {"document", "entity"}


@pytest.fixture
def lines(exported: Callable[..., str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported("followthemoney").splitlines()]


def test_only_the_models_terms_are_used(lines: list[dict[str, Any]]) -> None:
    assert {line["schema"] for line in lines} <= set(MODEL)
    assert all(line["prop"] in MODEL[line["schema"]] for line in lines)
    assert len({line["id"] for line in lines}) == len(lines)


def test_what_is_referred_to_is_there_and_was_told_before(lines: list[dict[str, Any]]) -> None:
    seen: set[str] = set()
    for line in lines:
        seen.add(line["entity_id"])
        if line["prop"] in ENTITY_PROPERTIES:
            assert line["value"] in seen


def test_every_statement_is_a_note_with_its_words_and_span(
    lines: list[dict[str, Any]], ledger: LedgerView
) -> None:
    notes: dict[str, dict[str, list[str]]] = {}
    for line in lines:
        if line["schema"] == "Note":
            notes.setdefault(line["entity_id"], {}).setdefault(line["prop"], []).append(line["value"])
    told = {note["notes"][0]: (note["description"], note["notes"][1]) for note in notes.values()}
    assert told == {
        f"sayso id: {s.id}": ([s.evidence], f"characters {s.span.start}-{s.span.end} of {s.article}")
        for s in ledger.statements()
        if s.span
    }


def test_the_library_reads_it(exported: Callable[..., str]) -> None:
    """Its own reader takes all lines, finds the properties, and gives the ids that the export gives."""
    pytest.importorskip("followthemoney", reason="FollowTheMoney needs ICU's headers to install")
    from followthemoney import model
    from followthemoney.statement.serialize import read_json_statements

    text = exported("followthemoney").encode()
    read = list(read_json_statements(BytesIO(text)))
    assert len(read) == len(text.splitlines())
    for statement in read:
        schema = model.get(statement.schema)
        assert schema is not None
        prop = schema.get(statement.prop)
        assert prop is not None
        assert prop.type.name == statement.prop_type
        assert statement.id == statement.generate_key()
        if prop.type.name in ("entity", "date", "language"):
            assert prop.type.clean(statement.value) == statement.value
