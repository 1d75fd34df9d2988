"""FollowTheMoney statements (JSON lines): one value of one property of one entity a line.

An article is an Article, who claims or acts a Person, Organization, PublicBody or LegalEntity, a statement a
Note on them, joined to its article by a Documentation.  Lines are JSON and not CSV, for their values are
read by programs, and guarding them against spreadsheets would change them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.exports.interface import Format, Material
from sayso.exports.wording import worded
from sayso.exports.writing import address, dump
from sayso.ledger.interface import LedgerView
from sayso.model.article import Article
from sayso.model.ids import digest
from sayso.model.statement import Statement

DATASET = "sayso"

SCHEMA_OF = {
    "person": "Person", "party": "Organization", "organisation": "Organization", "outlet": "Organization",
    "state": "PublicBody",
}  # fmt: skip

_ENTITY_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")
_TYPES = {
    "entity": "entity", "document": "entity", "proof": "entity", "name": "name",
    "sourceUrl": "url", "language": "language",
    "publishedAt": "date", "date": "date", "description": "text", "notes": "text", "summary": "text",
}  # fmt: skip
_LANGUAGES = {
    "en": "eng",
    "ru": "rus",
    "uk": "ukr",
    "fa": "fas",
    "ps": "pus",
    "ar": "ara",
    "fr": "fra",
    "es": "spa",
    "de": "deu",
}


@dataclass(frozen=True, slots=True)
class _Lines:
    """Makes lines, each entity's once."""

    kinds: dict[str, str]
    seen: set[str] = field(default_factory=set)

    def article(self, article: Article) -> Iterator[str]:
        """Yield the lines of an article that was not told yet."""
        if article.id in self.seen:
            return
        self.seen.add(article.id)
        about = {
            "fileName": article.name, "title": article.title, "author": article.byline,
            "publisher": article.voice,
            "publishedAt": article.published, "language": _LANGUAGES.get(article.language or ""),
            "sourceUrl": address(article),
        }  # fmt: skip
        yield from _lines(article.id, "Article", about)

    def actor(self, name: str) -> Iterator[str]:
        """Yield the lines of somebody who was not told yet."""
        key = _actor_id(name)
        if key not in self.seen:
            self.seen.add(key)
            yield from _lines(key, self.kinds.get(name, "LegalEntity"), {"name": name})

    def statement(self, statement: Statement, article: Article) -> Iterator[str]:
        """Yield the lines of a statement, and of all that it names."""
        prop = statement.proposition
        names = [n for n in (statement.claimer, statement.claimer_for, prop.actor, prop.target) if n]
        for name in dict.fromkeys(names):
            yield from self.actor(name)
        note = _note_id(statement)
        about = [("description", statement.evidence), ("summary", worded(prop, statement))]
        about += [("keywords", words) for words in _keywords(statement)]
        about += [("notes", f"sayso id: {statement.id}")]
        if statement.span:
            about.append(("notes", f"characters {statement.span.start}-{statement.span.end} of {article.id}"))
        about += [("entity", _actor_id(name)) for name in dict.fromkeys(names)]
        for name, value in about:
            yield _line(note, "Note", name, value)
        link = {"document": article.id, "entity": note, "role": "evidence", "date": _day(statement.said_on)}
        yield from _lines(digest("doc", statement.id), "Documentation", link)


def write(material: Material) -> Iterator[str]:
    """Yield one line a value, entities before what refers to them."""
    lines = _Lines(_kinds(material.ledger))
    for statement, article in material.told():
        yield from lines.article(article)
        yield from lines.statement(statement, article)


def _kinds(ledger: LedgerView) -> dict[str, str]:
    """Return the schema of every name that all articles take for one kind of thing."""
    found: dict[str, set[str]] = {}
    for _, entity in ledger.entities():
        found.setdefault(entity.name, set()).add(SCHEMA_OF.get(entity.kind, "LegalEntity"))
    return {name: next(iter(kinds)) for name, kinds in found.items() if len(kinds) == 1}


def _keywords(statement: Statement) -> Iterator[str]:
    yield f"type: {statement.proposition.type}"
    yield f"epistemic: {statement.epistemic}"
    yield f"modality: {statement.modality}"
    if statement.verification:
        yield f"verification: {statement.verification}"
    if statement.claimer:
        yield f"claimer: {statement.claimer}"


def _lines(entity: str, schema: str, about: dict[str, str | None]) -> Iterator[str]:
    for name, value in about.items():
        if value:
            yield _line(entity, schema, name, value)


def _line(entity: str, schema: str, name: str, value: str) -> str:
    row = {
        "canonical_id": entity, "entity_id": entity, "prop": name, "prop_type": _TYPES.get(name, "string"),
        "schema": schema, "value": value, "dataset": DATASET, "external": False,
        "id": _key(entity, name, value),
    }  # fmt: skip
    return dump(row) + "\n"


def _key(entity: str, name: str, value: str) -> str:
    """Return the id that FollowTheMoney itself would give the statement (SHA-1 over its parts)."""
    parts = f"{DATASET}.{entity}.{name}.{value}"
    return hashlib.sha1(parts.encode(), usedforsecurity=False).hexdigest()


def _actor_id(name: str) -> str:
    return digest("actor", name)


def _note_id(statement: Statement) -> str:
    """Return the statement's id, or a hash of one that FollowTheMoney would not take."""
    return statement.id if _ENTITY_ID.fullmatch(statement.id) else digest("st", statement.id)


def _day(when: str | None) -> str | None:
    return when if when and "/" not in when else None


FORMAT = Format(
    name="followthemoney",
    suffix=".statements.jsonl",
    media="application/jsonl",
    lacks="A claim as such: it is a Note; slots beyond who is named, questions, origins; intervals of time.",
    write=write,
    kinds=("statements",),
)
