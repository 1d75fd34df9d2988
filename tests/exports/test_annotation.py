"""Web Annotations, by the MUSTs of the W3C Recommendation."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import unquote

from jsonschema import Draft202012Validator

from sayso.exports.writing import urn
from sayso.ledger.interface import LedgerView

SELECTOR = {
    "oneOf": [
        {
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
            },
            "required": ["type", "start", "end"],
            "additionalProperties": False,
        },
        {
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string"},
                "prefix": {"type": "string"},
                "suffix": {"type": "string"},
            },
            "required": ["type", "exact"],
            "additionalProperties": False,
        },
    ]
}
IRI = {"type": "string", "pattern": '^(https?|urn):[^\\s<>"{}|\\\\^`]+$'}
PAGE = {
    "type": "object",
    "properties": {
        "@context": {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
        "id": IRI,
        "type": {"const": "AnnotationPage"},
        "items": {
            "items": {
                "properties": {
                    "id": IRI,
                    "type": {"const": "Annotation"},
                    "motivation": {"enum": ["describing"]},
                    "target": {
                        "properties": {
                            "source": {"properties": {"id": IRI}, "required": ["id"]},
                            "selector": {"items": SELECTOR, "minItems": 1},
                        },
                        "required": ["source", "selector"],
                    },
                },
                "required": ["id", "type", "target"],
            }
        },
    },
    "required": ["@context", "id", "type", "items"],
}


def test_it_is_valid(exported: Callable[..., str]) -> None:
    Draft202012Validator(PAGE).validate(json.loads(exported("annotation")))


def test_both_selectors_find_the_evidence_in_the_article(
    exported: Callable[..., str], ledger: LedgerView
) -> None:
    items = {item["id"]: item for item in json.loads(exported("annotation"))["items"]}
    for statement in ledger.statements():
        text = ledger.article(statement.article).text
        position, quote = items[urn(statement.id)]["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"] == statement.evidence
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_an_article_of_the_web_is_named_by_its_address(exported: Callable[..., str]) -> None:
    sources = {item["target"]["source"]["id"] for item in json.loads(exported("annotation"))["items"]}
    (address,) = [source for source in sources if source.startswith("http")]
    assert unquote(address).startswith("https://valley.example/a b?q=")
