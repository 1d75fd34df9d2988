"""Records to rows and back; what a record must be to become one."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from typing import Any, TypeVar

from sayso.ledger.interface import Record
from sayso.model.article import Article
from sayso.model.capture import Capture
from sayso.model.codec import from_record, to_record
from sayso.model.errors import InputError, LedgerBroken
from sayso.model.ids import digest
from sayso.model.issue import Issue
from sayso.model.judgement import Judgement
from sayso.model.statement import Statement

T = TypeVar("T")

Row = dict[str, Any]
"""Column names and values, as SQLAlchemy takes them."""


def dump(value: Any) -> str:
    """Return a record (or plain value) as canonical JSON that can be stored whatever it holds."""
    text = _json(value, ascii_only=False)
    # Half a surrogate pair (a file name that is not UTF-8) is no text to SQLite: escaped, it is.
    return text if text.isascii() or plain(text) == text else _json(value, ascii_only=True)


def plain(text: str) -> str:
    """Return text as a column can hold it and a query can ask for it: half surrogate pairs spelt out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def fold(name: str) -> str:
    """Return a name as it is compared: case, runs of spaces and ways to code an accent aside."""
    return plain(" ".join(unicodedata.normalize("NFC", name.casefold()).split()))


def read(kind: type[T], record: str) -> T:
    """Return the record of a row; raises LedgerBroken where it is none of its kind any more."""
    try:
        return from_record(kind, json.loads(record))
    except (ValueError, TypeError, RecursionError) as error:
        raise LedgerBroken(f"a record of the ledger cannot be read: {error}") from error


def capture_columns(capture: Capture) -> Row:
    """Return what a capture is asked for by, as the columns beside its record hold it."""
    return {"id": capture.id, "name": plain(capture.name)}


def article_columns(article: Article) -> Row:
    """Return what an article is asked for by."""
    return {
        "id": article.id,
        "name": plain(article.name),
        "title": None if article.title is None else plain(article.title),
    }


def article_record(article: Article) -> str:
    """Return an article's record without its text, which has a column of its own."""
    return dump(replace(article, text=""))


def article_from(record: str, text: str) -> Article:
    """Return the article of a row."""
    return replace(read(Article, record), text=text)


def article_head(record: str) -> Article:
    """Return the article of a row without its text and blocks, which are most of it."""
    head: Article = from_record(Article, {**json.loads(record), "blocks": []})
    return head


def statement_columns(statement: Statement) -> Row:
    """Return what a statement is asked for by."""
    return {
        "id": statement.id,
        "article_id": statement.article,
        "position": statement.span.start if statement.span else 0,
        "type": statement.proposition.type,
    }


def issue_columns(issue: Issue) -> Row:
    """Return what an issue is asked for by; the same issue, met again, has the same id."""
    return {"id": digest("iss", to_record(issue)), "source": plain(issue.source)}


def judgement_columns(judgement: Judgement) -> Row:
    """Return what a judgement is asked for by."""
    return {"id": judgement.id, "about": plain(judgement.record)}


def names_of(statement: Statement) -> dict[str, str]:
    """Return the folded names by which a statement can be asked for, by slot."""
    prop = statement.proposition
    slots = {
        "claimer": statement.claimer,
        "claimer_for": statement.claimer_for,
        "verified_by": statement.verified_by,
        "actor": prop.actor,
        "target": prop.target,
        "place": prop.place,
        "place_from": prop.place_from,
        "place_to": prop.place_to,
    }
    return {slot: fold(name) for slot, name in slots.items() if name}


def words_of(statement: Statement) -> dict[str, str]:
    """Return what full-text search looks through for a statement, by column."""
    prop = statement.proposition
    who = (statement.claimer, statement.claimer_for, *statement.via, statement.verified_by)
    what = (prop.type, prop.actor, prop.target, prop.place, prop.place_from, prop.place_to)
    return {
        "evidence": plain(statement.evidence),
        "who": plain(" ".join(word for word in who if word)),
        "what": plain(" ".join(word for word in what if word)),
    }


def check_record(record: Record) -> None:
    """Raise InputError where the parts of a record do not belong together."""
    article, fetched = record.article, record.fetched
    if plain(article.text) != article.text:
        raise InputError(
            f"{plain(article.name)}: its text holds half a surrogate pair, which is no character"
        )
    if fetched is not None and fetched.capture.id != article.capture:
        raise InputError(f"{plain(article.name)}: its bytes are not those of its capture {article.capture}")
    check_statements(record.statements, article.id, article.text)


def check_statements(statements: tuple[Statement, ...], article_id: str, text: str) -> None:
    """Raise InputError where a statement is not of this article or not in its text."""
    for statement in statements:
        if statement.article != article_id:
            raise InputError(f"statement {statement.id} is of article {statement.article}, not {article_id}")
        wrong = misfit(statement, text)
        if wrong:
            raise InputError(f"statement {statement.id}: {wrong}")


def misfit(statement: Statement, text: str) -> str | None:
    """Return in words why a statement does not stand in a text (no text: a stub's), None where it does."""
    span = statement.span
    if span is None:
        return "it has no span in the article's text" if text else None
    if not 0 <= span.start < span.end <= len(text):
        return f"its span {span.start}:{span.end} lies outside the text of {len(text)} characters"
    if span.of(text) != statement.evidence:
        return "its span does not hold its evidence"
    for slot in statement.slots:
        if not 0 <= slot.span.start <= slot.span.end <= len(text):
            return f"the span of its {slot.slot} lies outside the text"
    return None


def _json(value: Any, *, ascii_only: bool) -> str:
    return json.dumps(to_record(value), ensure_ascii=ascii_only, separators=(",", ":"), sort_keys=True)
