"""W3C Web Annotation (JSON-LD): every statement as an annotation on the words that show it.

The target has a TextPositionSelector (code points, as the Recommendation wants them, and as the ledger
counts them) and a TextQuoteSelector with the words before and after, by which the spot can be found again
in another copy of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.exports.interface import Format, Material
from sayso.exports.writing import address, listed, urn
from sayso.model.article import Article
from sayso.model.contract import to_row
from sayso.model.rowcheck import MACHINE
from sayso.model.statement import Statement

_AROUND = 32
"""Characters of prefix and suffix, as annotation clients use them to find a quotation again."""

_HEAD = {
    "@context": ["http://www.w3.org/ns/anno.jsonld", {"sayso": "urn:sayso:field:"}],
    "id": "urn:sayso:annotations",
    "type": "AnnotationPage",
}


def write(material: Material) -> Iterator[str]:
    """Yield an AnnotationPage, one annotation a line."""
    return listed(_HEAD, "items", (_annotation(*told) for told in material.retold()))


def _annotation(statement: Statement, article: Article, was: dict[str, Any]) -> dict[str, Any]:
    row = to_row(statement, article.name)
    fields = {f"sayso:{name}": row[name] for name in row if name not in ("id", "article", "evidence")}
    if was:
        fields[f"sayso:{MACHINE}"] = {f"sayso:{name}": value for name, value in was.items()}
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": "tagging", "value": statement.proposition.type},
        {"type": "sayso:Statement", "purpose": "describing", **fields},
    ]
    return {
        "id": urn(statement.id),
        "type": "Annotation",
        "motivation": "describing",
        **({"generator": {"type": "Software", "name": statement.reader}} if statement.reader else {}),
        "body": bodies,
        "target": {"source": _source(article), "selector": _selectors(statement, article)},
    }


def _source(article: Article) -> dict[str, Any]:
    about: dict[str, Any] = {
        "id": address(article) or urn(article.id),
        "type": "Text",
        "sayso:name": article.name,
    }
    return about | ({"language": article.language} if article.language else {})


def _selectors(statement: Statement, article: Article) -> list[dict[str, Any]]:
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": statement.evidence}
    span = statement.span
    if span is None:
        return [quote]
    quote["prefix"] = article.text[max(0, span.start - _AROUND) : span.start]
    quote["suffix"] = article.text[span.end : span.end + _AROUND]
    return [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quote]


FORMAT = Format(
    name="annotation",
    suffix=".jsonld",
    media='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    lacks="Questions, claims and origins; a position holds in the ledger's clean text, not in the web page.",
    write=write,
    kinds=("statements",),
)
