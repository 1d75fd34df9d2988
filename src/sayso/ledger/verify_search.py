"""Full-text indexes against the texts that they are of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnClause, Connection, Select, Table, column, func, select, table, text, union

from sayso.ledger import tables
from sayso.ledger.tables import WORDS


@dataclass(frozen=True, slots=True)
class _Index:
    """A full-text table, its columns, and where the texts stand that it must hold the words of."""

    name: str
    columns: str
    texts: str
    of: Table
    what: str


_INDEXES = (
    _Index(
        "article_words", "title, text", "SELECT seq, title, text FROM articles", tables.articles, "article"
    ),
    _Index(
        "statement_words",
        "evidence, who, what",
        # Its own texts, which are held against the records elsewhere.
        "SELECT rowid, evidence, who, what FROM statement_words",
        tables.statements,
        "statement",
    ),
)


def indexes(connection: Connection) -> Iterator[str]:
    """Yield in words every article and statement that search would not find as its text is.

    Leaves temporary tables behind, which go with the transaction.
    """
    for index in _INDEXES:
        # FTS5's own 'integrity-check' is a write, which a reader may not do, and does not say where. So
        # the index is made anew in the connection's temporary database, and the two are compared.
        for sql in _anew(index):
            connection.execute(text(sql))
        found, right = _words(f"{index.name}_found"), _words(f"{index.name}_right")
        wrong = union(
            select(found.except_(right).subquery().c.doc), select(right.except_(found).subquery().c.doc)
        ).subquery()
        where = select(wrong.c.doc, index.of.c.id).outerjoin(index.of, index.of.c.seq == wrong.c.doc)
        for row in connection.execute(where.order_by(index.of.c.id, wrong.c.doc)):
            name = f"{index.what} {row.id}" if row.id else f"row {row.doc}, which is no {index.what},"
            yield f"the search index of {name} is not of its text"
        sizes = table(f"{index.name}_docsize", column("id"))
        strays = select(func.count()).select_from(sizes).where(sizes.c.id.not_in(select(index.of.c.seq)))
        if extra := connection.execute(strays).scalar_one():
            yield f"the search index holds {extra} rows that belong to no {index.what}"


def _words(vocabulary: str) -> Select[tuple[object, ...]]:
    place: list[ColumnClause[Any]] = [column(name) for name in ("term", "doc", "col", "offset")]
    return select(*table(vocabulary, *place, schema="temp").c)


def _anew(index: _Index) -> Iterator[str]:
    made = f"{index.name}_made"
    yield f"CREATE VIRTUAL TABLE temp.{made} USING fts5({index.columns}, content='', {WORDS})"
    yield f"INSERT INTO temp.{made}(rowid, {index.columns}) {index.texts}"
    yield f"CREATE VIRTUAL TABLE temp.{index.name}_found USING fts5vocab(main, {index.name}, instance)"
    yield f"CREATE VIRTUAL TABLE temp.{index.name}_right USING fts5vocab(temp, {made}, instance)"
