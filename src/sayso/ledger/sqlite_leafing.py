"""Pages of a ledger kept in SQLite: what its index tables make cheap."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from sqlalchemy import Row, Select, desc, func, select, text

from sayso.ledger import index_tables, rows, tables
from sayso.ledger.leafing import Issued, Known, KnownKind, Slice, Sought, Standing
from sayso.ledger.sqlite import Database
from sayso.ledger.sqlite_search import alike
from sayso.ledger.sqlite_selects import begins
from sayso.model.article import Article
from sayso.model.errors import NotFound
from sayso.model.statement import Statement
from sayso.model.weighed import Lineage, Question

T = TypeVar("T")

SLOTS = {"claimer": ("claimer", "claimer_for"), "place": ("place", "place_from", "place_to")}

# However many ids there are, they go in one parameter: SQLite caps the number of parameters.
_AMONG = "IN (SELECT value FROM json_each(:ids))"


class SqliteLeafing:
    """A `Leafing` on a SQLite file."""

    database: Database

    def head(self) -> str:
        """Return the hash at the end of the audit chain, "" for an empty chain."""
        c = tables.chain.c
        found = self._all(select(c.hash).order_by(c.number.desc()).limit(1))
        return str(found[0].hash) if found else ""

    def weighing(self) -> int:
        """Return the number of the last weighing's chain entry, 0 where there was none."""
        c = tables.chain.c
        query = select(c.number).where(c.kind == "weighing").order_by(c.number.desc()).limit(1)
        found = self._all(query)
        return int(found[0].number) if found else 0

    def standings(self, sought: Sought, limit: int, offset: int = 0) -> Slice[Standing]:
        """Return questions in the wanted order."""
        p, w = index_tables.points.c, tables.weighed.c
        chosen = _sought(select(p.id), sought)
        total = self._count(chosen)
        first = {"stake": (), "recent": (desc(p.latest),), "origins": (desc(p.origins),)}[sought.order]
        query = _sought(select(p.sides, p.origins, p.statements, p.latest, w.record), sought)
        query = query.join(tables.weighed, (w.id == p.id) & (w.kind == "question"))
        found = self._all(query.order_by(*first, p.stake, p.id).limit(limit).offset(offset))
        made = (
            Standing(rows.read(Question, r.record), r.sides, r.origins, r.statements, r.latest) for r in found
        )
        return Slice(tuple(made), total)

    def question(self, key: str) -> Question:
        """Return the question with this id or id prefix; raises NotFound where none or several fit."""
        w = tables.weighed.c
        query = select(w.record).where(w.kind == "question").limit(2)
        for road in (w.id == rows.plain(key), begins(w.id, key)) if key else ():
            found = self._all(query.where(road))
            if len(found) > 1:
                raise NotFound(f"{rows.plain(key)!r} fits more than one question: give more of its id")
            if found:
                return rows.read(Question, found[0].record)
        raise NotFound(f"there is no question {rows.plain(key)!r} in this ledger")

    def questions_with(self, statements: Collection[str]) -> tuple[Question, ...]:
        """Return the questions that any of these statements answers, by id."""
        return self._weighed_with("answered", "question_id", "statement_id", "question", Question, statements)

    def ties(self, members: Collection[str]) -> tuple[Lineage, ...]:
        """Return the lineages that any of these articles or statements is in, by id."""
        return self._weighed_with("tied", "lineage_id", "member", "lineage", Lineage, members)

    def some_statements(self, ids: Collection[str]) -> dict[str, Statement]:
        """Return those of these statements that are there, by id."""
        found = self._among(f"SELECT id, record FROM statements WHERE id {_AMONG}", ids)  # noqa: S608
        return {row.id: rows.read(Statement, row.record) for row in found}

    def headed(self, ids: Collection[str]) -> dict[str, Article]:
        """Return those of these articles that are there, with an empty text, by id."""
        found = self._among(f"SELECT id, record FROM articles WHERE id {_AMONG}", ids)  # noqa: S608
        return {row.id: rows.article_from(row.record, "") for row in found}

    def known(self, kind: KnownKind, limit: int, offset: int = 0, holding: str = "") -> Slice[Known]:
        """Return names of a kind, most statements first; `holding` takes those that hold these letters."""
        k = index_tables.known.c
        query = select(index_tables.known).where(k.kind == kind)
        if holding:
            query = query.where(func.instr(func.lower(k.name), rows.plain(holding).lower()) > 0)
        total = self._count(query)
        found = self._all(query.order_by(desc(k.statements), k.name, k.side).limit(limit).offset(offset))
        return Slice(tuple(_known(row) for row in found), total)

    def known_as(self, kind: KnownKind, name: str) -> tuple[Known, ...]:
        """Return what is known of one name, spelt so."""
        k = index_tables.known.c
        query = select(index_tables.known).where(k.kind == kind, k.name == rows.plain(name))
        return tuple(_known(row) for row in self._all(query.order_by(desc(k.statements), k.side)))

    def located(self, names: Collection[str]) -> dict[str, str]:
        """Return the gazetteer's ids of these places of the ledger, where the articles leave no doubt."""
        sql = f"SELECT name, place_id FROM located WHERE place_id <> '' AND name {_AMONG}"  # noqa: S608
        found = self._among(sql, names)
        return {row.name: row.place_id for row in found}

    def told_by(self, names: Collection[str], slots: str, limit: int, offset: int = 0) -> Slice[Statement]:
        """Return statements with any of these names in a slot, newest first."""
        n, t, s = tables.names.c, index_tables.told.c, tables.statements.c
        folded = sorted({rows.fold(name) for name in names})
        keys = select(n.statement_id).where(n.slot.in_(SLOTS[slots]), n.folded.in_(folded)).distinct()
        total = self._count(keys)
        query = (
            select(s.record)
            .join(index_tables.told, t.statement_id == s.id)
            .where(s.id.in_(keys))
            .order_by(desc(t.day), s.id)
        )
        found = self._all(query.limit(limit).offset(offset))
        return Slice(tuple(rows.read(Statement, row.record) for row in found), total)

    def issued(self, outlet: str | None, limit: int, offset: int = 0) -> Slice[Issued]:
        """Return articles, newest first; None asks for those of any outlet."""
        i, a = index_tables.issued.c, tables.articles.c
        query = select(i.statements, a.record).join(tables.articles, a.id == i.article_id)
        counted = select(i.article_id)
        if outlet is not None:
            query, counted = query.where(i.outlet == outlet), counted.where(i.outlet == outlet)
        found = self._all(query.order_by(desc(i.day), i.article_id).limit(limit).offset(offset))
        made = (Issued(rows.article_from(row.record, ""), row.statements) for row in found)
        return Slice(tuple(made), self._count(counted))

    def last_entry(self) -> int:
        """Return the number of the newest chain entry, 0 for an empty chain."""
        found = self._all(select(func.max(tables.chain.c.number).label("number")))
        return int(found[0].number or 0)

    def came_in(self, after: int, limit: int) -> tuple[tuple[int, str], ...]:
        """Return (chain entry, statement id) of statements that came in after that entry, oldest first."""
        s = tables.statements.c
        query = select(s.entry, s.id).where(s.entry > after).order_by(s.entry, s.id).limit(limit)
        return tuple((row.entry, row.id) for row in self._all(query))

    def alike(self, words: str, limit: int) -> tuple[Statement, ...]:
        """Return statements that share rare words with this text, most of them first."""
        with self.database.session() as connection:
            ids = alike(connection, words, limit)
        found = self.some_statements(ids)
        return tuple(found[key] for key in ids if key in found)

    def _weighed_with(
        self, table: str, key: str, by: str, kind: str, of: type[T], wanted: Collection[str]
    ) -> tuple[T, ...]:
        sql = (
            f"SELECT record FROM weighed WHERE kind = '{kind}' AND id IN"  # noqa: S608 - names of our own
            f" (SELECT {key} FROM {table} WHERE {by} {_AMONG}) ORDER BY id"
        )
        return tuple(rows.read(of, row.record) for row in self._among(sql, wanted))

    def _among(self, sql: str, wanted: Iterable[str]) -> list[Row[Any]]:
        ids = json.dumps(sorted({rows.plain(key) for key in wanted}))
        with self.database.session() as connection:
            return list(connection.execute(text(sql), {"ids": ids}))

    def _all(self, query: Select[Any]) -> list[Row[Any]]:
        with self.database.session() as connection:
            return list(connection.execute(query))

    def _count(self, query: Select[Any]) -> int:
        with self.database.session() as connection:
            return int(connection.execute(select(func.count()).select_from(query.subquery())).scalar_one())


def _sought(query: Select[Any], sought: Sought) -> Select[Any]:
    p, by = index_tables.points.c, index_tables.point_sides.c
    if sought.status:
        query = query.where(p.status == sought.status)
    if sought.type:
        query = query.where(p.type == sought.type)
    if sought.places is not None:
        query = query.where(p.place.in_(sorted(map(rows.plain, sought.places))))
    if sought.side:
        query = query.where(p.id.in_(select(by.question_id).where(by.side == rows.plain(sought.side))))
    return query


def _known(row: Row[Any]) -> Known:
    return Known(row.kind, row.name, row.side, row.statements, row.articles, row.first, row.last)
