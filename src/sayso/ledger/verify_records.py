"""Records against what stands beside them: columns, names, spans, stored bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, Select, select, text

from sayso.ledger import rows, tables
from sayso.ledger.bodies import bucket_of, seal_of
from sayso.ledger.captures import CaptureStore
from sayso.model.analysis import Entity
from sayso.model.article import Article
from sayso.model.capture import Capture
from sayso.model.errors import LedgerBroken
from sayso.model.issue import Issue
from sayso.model.judgement import Judgement
from sayso.model.statement import Statement
from sayso.model.weighed import Claim, Lineage, Question

T = TypeVar("T")

WEIGHED: dict[str, type[Claim] | type[Question] | type[Lineage]] = {
    "claim": Claim,
    "question": Question,
    "lineage": Lineage,
}

WORDS = text(
    "SELECT s.id, w.evidence, w.who, w.what FROM statements s JOIN statement_words w ON w.rowid = s.seq"
    " WHERE s.article_id = :article"
)


def records(connection: Connection, captures: CaptureStore) -> Iterator[str]:
    """Yield in words every record that cannot be read or is not what stands beside it."""
    yield from _captures(connection, captures)
    yield from _articles(connection)
    for row in _rows(connection, select(tables.entities)):
        entity = _read(Entity, row["record"])
        if isinstance(entity, str):
            yield f"entity {row['number']} of article {row['article_id']}: {entity}"
    for row in _rows(connection, select(tables.issues).order_by(tables.issues.c.id)):
        issue = _read(Issue, row["record"])
        yield from _beside(f"issue {row['id']}", row, issue, rows.issue_columns)
    for row in _rows(connection, select(tables.judgements).order_by(tables.judgements.c.seq)):
        judgement = _read(Judgement, row["record"])
        yield from _beside(f"judgement {row['id']}", row, judgement, rows.judgement_columns)
        if isinstance(judgement, Judgement) and judgement.identified().id != row["id"]:
            yield f"judgement {row['id']}: its id is not that of its content"
    for row in _rows(connection, select(tables.weighed).order_by(tables.weighed.c.kind, tables.weighed.c.id)):
        yield from _weighed(row)


def _captures(connection: Connection, store: CaptureStore) -> Iterator[str]:
    known: dict[str, bool] = {}
    for row in _rows(connection, select(tables.captures).order_by(tables.captures.c.name)):
        capture = _read(Capture, row["record"])
        yield from _beside(f"capture {row['id']}", row, capture, rows.capture_columns)
        if isinstance(capture, Capture):
            if capture.sha256 not in known:
                known[capture.sha256] = store.get(capture.sha256) is not None
            if not known[capture.sha256]:
                yield f"the stored bytes of {row['name']} ({row['id']}) are missing or changed"


def _articles(connection: Connection) -> Iterator[str]:
    a, c = tables.articles, tables.captures
    for row in _rows(connection, select(a).order_by(a.c.name, a.c.id)):
        what = f"article {row['id']} ({row['name']})"
        body = row["text"]
        if not isinstance(body, str):
            yield f"{what}: its text is no text"
            continue
        article = _read(Article, row["record"])
        yield from _beside(what, row, article, rows.article_columns)
        yield from _statements(connection, row["id"], row["name"], body)
        capture = None if isinstance(article, str) else article.capture
        query = select(c.c.id).where(c.c.id == capture, c.c.name == row["captured_as"])
        if capture is not None and connection.execute(query).first() is None:
            yield f"{what}: its capture {capture} is missing"


def _statements(connection: Connection, article_id: str, name: str, body: str) -> Iterator[str]:
    s = tables.statements
    names, words = _names(connection, article_id), _words(connection, article_id)
    query = select(s).where(s.c.article_id == article_id).order_by(s.c.position, s.c.id)
    for row in _rows(connection, query):
        what = f"statement {row['id']} in {name}"
        statement = _read(Statement, row["record"])
        yield from _beside(what, row, statement, rows.statement_columns)
        if isinstance(statement, Statement):
            wrong = rows.misfit(statement, body)
            if wrong:
                yield f"{what}: {wrong}"
            if names.get(row["id"], {}) != rows.names_of(statement):
                yield f"{what}: the names it is found by are not those of its record"
            if words.get(row["id"]) != rows.words_of(statement):
                yield f"{what}: the words it is found by are not those of its record"


def _names(connection: Connection, article_id: str) -> dict[str, dict[str, str]]:
    s, n = tables.statements, tables.names
    found: dict[str, dict[str, str]] = {}
    query = select(n).join(s, s.c.id == n.c.statement_id).where(s.c.article_id == article_id)
    for row in _rows(connection, query):
        found.setdefault(row["statement_id"], {})[row["slot"]] = row["folded"]
    return found


def _words(connection: Connection, article_id: str) -> dict[str, dict[str, str]]:
    found = connection.execute(WORDS, {"article": article_id}).mappings()
    return {row["id"]: {key: row[key] for key in ("evidence", "who", "what")} for row in found}


def _weighed(row: RowMapping) -> Iterator[str]:
    what = f"{row['kind']} {row['id']}"
    kind = WEIGHED.get(row["kind"])
    if kind is None:
        yield f"{what}: there is no such kind of outcome"
        return
    record = _read(kind, row["record"])
    yield from _beside(what, row, record, lambda found: {"id": found.id})
    if row["bucket"] != bucket_of(row["kind"], row["id"]) or row["seal"] != seal_of(
        row["kind"], row["id"], row["record"]
    ):
        yield f"{what}: the hash beside it is not that of its record"


def _rows(connection: Connection, query: Select[Any]) -> Iterator[RowMapping]:
    yield from connection.execution_options(yield_per=200).execute(query).mappings()


def _read(kind: type[T], record: str) -> T | str:
    # Returns the record, or in words why it is none: a tampered row must not end the check.
    try:
        return rows.read(kind, record)
    except LedgerBroken as error:
        return str(error)


def _beside(what: str, row: RowMapping, record: Any, expect: Callable[[Any], rows.Row]) -> Iterator[str]:
    if isinstance(record, str):
        yield f"{what}: {record}"
        return
    for column, value in expect(record).items():
        if row[column] != value:
            yield f"{what}: its {column} column is not what its record says"
