"""Pages of a ledger kept in SQLite: what its index tables make cheap."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Row, Select, desc, func, select, text

from sayso.ledger import index_tables, rows, tables
from sayso.ledger.leafing import Fed, Issued, Known, KnownKind, Slice, Sought, Standing
from sayso.ledger.sqlite import Database
from sayso.ledger.sqlite_search import alike
from sayso.ledger.sqlite_selects import begins
from sayso.model.article import Article
from sayso.model.brief import Brief, brief_of
from sayso.model.errors import NotFound
from sayso.model.statement import Statement
from sayso.model.weighed import Lineage

MANY = 2_000
"""Statements of a name that is looked for from the newest day on, and not by its own index."""

MOST_RELATIONS = 60
"""How many relations a question's page shows."""

FED = text(
    "SELECT w.id AS id, json_extract(w.record, '$.question') AS question,"
    " json_extract(w.record, '$.status') AS status,"
    " json_extract(w.record, '$.answers[' || a.number || '].answer') AS answer"
    " FROM answering a JOIN weighed w ON w.kind = 'question' AND w.id = a.question_id"
    " WHERE a.statement_id = :statement ORDER BY w.id, a.number"
)

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
        p = index_tables.points.c
        total = self._count(_sought(select(p.id), sought))
        first = {"stake": (), "recent": (desc(p.latest),), "origins": (desc(p.origins),)}[sought.order]
        # The ids first, through an index; then what is long, for these alone.
        chosen = _sought(select(p.id), sought).order_by(*first, p.stake, p.id).limit(limit).offset(offset)
        query = select(index_tables.points).where(p.id.in_(chosen.scalar_subquery()))
        found = self._all(query.order_by(*first, p.stake, p.id))
        return Slice(tuple(_standing(row, rows.read(Brief, row.brief)) for row in found), total)

    def standing(self, key: str, answers: int, offset: int, statements: int) -> Standing:
        """Return the question with this id or id prefix, with some of its answers; raises NotFound."""
        row = self._question(key)
        record = json.loads(row.record)
        numbers = range(len(record.get("answers", ())))[offset : offset + answers]
        return _standing(row, brief_of(record, numbers, statements, MOST_RELATIONS))

    def answer_ids(self, key: str, number: int) -> tuple[str, ...]:
        """Return the ids of the statements of one answer (from 0), () where there is no such answer."""
        answers = json.loads(self._question(key).record).get("answers", ())
        return tuple(answers[number]["statements"]) if 0 <= number < len(answers) else ()

    def tallied(self, side: str) -> dict[str, int]:
        """Return how many questions of each status a side has a word in."""
        p, by = index_tables.points.c, index_tables.point_sides.c
        query = select(p.status, func.count().label("times")).join(
            index_tables.point_sides, by.question_id == p.id
        )
        found = self._all(query.where(by.side == rows.plain(side)).group_by(p.status).order_by(p.status))
        return {row.status: row.times for row in found}

    def fed(self, statement: str) -> tuple[Fed, ...]:
        """Return which questions a statement answers, and how."""
        with self.database.session() as connection:
            found = connection.execute(FED, {"statement": rows.plain(statement)}).all()
        return tuple(Fed(row.id, row.question, row.status, row.answer) for row in found)

    def _question(self, key: str) -> Row[Any]:
        p, w = index_tables.points.c, tables.weighed.c
        query = select(p.id, p.sides, p.origins, p.statements, p.latest, w.record).join(
            tables.weighed, (w.id == p.id) & (w.kind == "question")
        )
        for road in (p.id == rows.plain(key), begins(p.id, key)) if key else ():
            found = self._all(query.where(road).limit(2))
            if len(found) > 1:
                raise NotFound(f"{rows.plain(key)!r} fits more than one question: give more of its id")
            if found:
                return found[0]
        raise NotFound(f"there is no question {rows.plain(key)!r} in this ledger")

    def ties(self, members: Collection[str]) -> tuple[Lineage, ...]:
        """Return the lineages that any of these articles or statements is in, by id."""
        sql = (
            "SELECT record FROM weighed WHERE kind = 'lineage' AND id IN"  # noqa: S608 - names of our own
            f" (SELECT lineage_id FROM tied WHERE member {_AMONG}) ORDER BY id"
        )
        return tuple(rows.read(Lineage, row.record) for row in self._among(sql, members))

    def some_statements(self, ids: Collection[str]) -> dict[str, Statement]:
        """Return those of these statements that are there, by id."""
        found = self._among(f"SELECT id, record FROM statements WHERE id {_AMONG}", ids)  # noqa: S608
        return {row.id: rows.read(Statement, row.record) for row in found}

    def headed(self, ids: Collection[str]) -> dict[str, Article]:
        """Return those of these articles that are there, with an empty text, by id."""
        found = self._among(f"SELECT id, record FROM articles WHERE id {_AMONG}", ids)  # noqa: S608
        return {row.id: rows.article_head(row.record) for row in found}

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
        n, t = tables.names.c, index_tables.told.c
        folded = sorted({rows.fold(name) for name in names})
        named = (n.slot.in_(SLOTS[slots]), n.folded.in_(folded))
        total = self._count(select(n.statement_id).where(*named).distinct())
        chosen = select(t.statement_id)
        if total > MANY:
            # Of much there is something on most days: from the newest day on few need be looked at.
            has_it = select(n.statement_id).where(n.statement_id == t.statement_id, *named).exists()
            chosen = chosen.where(has_it)
        else:
            chosen = chosen.where(t.statement_id.in_(select(n.statement_id).where(*named)))
        return self._in_turn(chosen, total, limit, offset)

    def unresolved(self, limit: int, offset: int = 0) -> Slice[Statement]:
        """Return statements whose claimer is not known, newest first."""
        t = index_tables.told.c
        query = select(t.statement_id).where(t.unresolved == 1)
        total = self._count(query)
        return self._in_turn(query, total, limit, offset)

    def _in_turn(self, chosen: Select[Any], total: int, limit: int, offset: int) -> Slice[Statement]:
        t = index_tables.told.c
        ids = self._all(chosen.order_by(desc(t.day), desc(t.statement_id)).limit(limit).offset(offset))
        found = self.some_statements([row.statement_id for row in ids])
        return Slice(tuple(found[row.statement_id] for row in ids if row.statement_id in found), total)

    def issued(self, outlet: str | None, limit: int, offset: int = 0) -> Slice[Issued]:
        """Return articles, newest first; None asks for those of any outlet."""
        i, a = index_tables.issued.c, tables.articles.c
        query = select(i.statements, a.record).join(tables.articles, a.id == i.article_id)
        counted = select(i.article_id)
        if outlet is not None:
            query, counted = query.where(i.outlet == outlet), counted.where(i.outlet == outlet)
        found = self._all(query.order_by(desc(i.day), i.article_id).limit(limit).offset(offset))
        made = (Issued(rows.article_head(row.record), row.statements) for row in found)
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


def _standing(row: Row[Any], brief: Brief) -> Standing:
    return Standing(brief, row.sides, row.origins, row.statements, row.latest)


def _known(row: Row[Any]) -> Known:
    return Known(row.kind, row.name, row.side, row.statements, row.articles, row.first, row.last)
