"""Reading a ledger kept in SQLite."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select

from sayso.ledger import rows, schema, sqlite_gathered, tables
from sayso.ledger.captures import CaptureStore
from sayso.ledger.faults import saying
from sayso.ledger.interface import ArticleStatus, Counts, Entry, Hit, Moment, NameSlot, Wanted
from sayso.ledger.sqlite import Database
from sayso.ledger.sqlite_leafing import SqliteLeafing
from sayso.ledger.sqlite_search import search
from sayso.ledger.sqlite_selects import among, begins, holding, narrowed
from sayso.ledger.verify import verify
from sayso.ledger.verify_records import JUDGED
from sayso.model.analysis import Entity
from sayso.model.article import Article
from sayso.model.capture import Capture
from sayso.model.errors import Ambiguous, LedgerBroken, NotFound, SharedName
from sayso.model.issue import Issue
from sayso.model.judgement import Judgement
from sayso.model.statement import Statement
from sayso.model.story import Story
from sayso.model.weighed import Claim, Lineage, Question

T = TypeVar("T")


class SqliteView(SqliteLeafing):
    """A `LedgerView` on a SQLite file."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        self.captures = CaptureStore.beside(self.path)
        with saying(self.path):
            if self.path.is_dir():
                raise LedgerBroken(f"{self.path} is a folder, not a ledger")
            if not self.path.exists():
                raise NotFound(f"there is no ledger at {self.path}")
            self.database = Database(self.path, write=False)
        try:
            schema.check(self.database)
        except BaseException:
            self.database.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()

    def counts(self) -> Counts:
        """Return how much the ledger holds."""
        w = tables.weighed
        with self.database.session() as connection:
            return Counts(
                articles=_count(connection, select(func.count()).select_from(tables.articles)),
                statements=_count(connection, select(func.count()).select_from(tables.statements)),
                questions=_count(connection, select(func.count()).where(w.c.kind == "question")),
                claims=_count(connection, select(func.count()).where(w.c.kind == "claim")),
                issues=_count(connection, select(func.count()).select_from(tables.issues)),
            )

    def articles(self, ids: Collection[str] | None = None) -> Iterator[Article]:
        """Yield all articles, or those with these ids, by name."""
        a = tables.articles
        query = select(a.c.record, a.c.text).order_by(a.c.name, a.c.id)
        for row in self._rows(query if ids is None else query.where(among(a.c.id, ids))):
            yield rows.article_from(row.record, row.text)

    def article(self, key: str) -> Article:
        """Return the article with this id, id prefix or name; raises NotFound."""
        a = tables.articles
        roads = (a.c.id == rows.plain(key), a.c.name == rows.plain(key), begins(a.c.id, key))
        try:
            row = self._one(select(a.c.record, a.c.text), "article", key, *roads)
        except NotFound:
            shared = self._of_one_name(key)
            if shared is not None:
                raise SharedName(shared) from None
            raise
        return rows.article_from(row.record, row.text)

    def _of_one_name(self, name: str) -> str | None:
        """Return what to say where several articles (versions of one, mostly) have this name."""
        a = tables.articles
        ids = [
            row.id for row in self._rows(select(a.c.id).where(a.c.name == rows.plain(name)).order_by(a.c.id))
        ]
        if len(ids) < 2:
            return None
        return (
            f"{rows.plain(name)!r} is the name of more than one article; give the id of one: "
            f"{', '.join(ids)}. If it changed, these are its versions: `sayso versions` shows when each came"
            " and what changed."
        )

    def status(self, article_id: str) -> ArticleStatus:
        """Return how the article stands; raises NotFound."""
        a = tables.articles
        row = self._one(select(a.c.status), "article", article_id, a.c.id == rows.plain(article_id))
        status: ArticleStatus = row.status
        return status

    def statements(self, wanted: Wanted | None = None) -> Iterator[Statement]:
        """Yield statements by article name, then by where they stand in the text."""
        s, a = tables.statements, tables.articles
        query = (
            select(s.c.record)
            .join(a, a.c.id == s.c.article_id)
            .order_by(a.c.name, a.c.id, s.c.position, s.c.id)
        )
        for row in self._rows(narrowed(query, wanted or Wanted())):
            yield rows.read(Statement, row.record)

    def statement(self, key: str) -> Statement:
        """Return the statement with this id or id prefix; raises NotFound where none or several fit."""
        s = tables.statements
        row = self._one(select(s.c.record), "statement", key, s.c.id == rows.plain(key), begins(s.c.id, key))
        return rows.read(Statement, row.record)

    def moments(self, ids: Collection[str] | None = None) -> Iterator[Moment]:
        """Yield when each statement (or each with one of these ids) is about, was said and read, by id."""
        with self.database.session() as connection:
            yield from sqlite_gathered.moments(connection, ids)

    def names(self, *slots: NameSlot) -> dict[str, int]:
        """Return the names in any of these slots with the number of their statements, by name."""
        with self.database.session() as connection:
            return sqlite_gathered.names(connection, slots)

    def placed(self) -> dict[str, str]:
        """Return the gazetteer's ids of names, as the articles were read; a name with two ids has none."""
        with self.database.session() as connection:
            return sqlite_gathered.placed(connection)

    def entities(self) -> Iterator[tuple[str, Entity]]:
        """Yield (article id, entity) for every entity found in every article."""
        e = tables.entities
        for row in self._rows(select(e.c.article_id, e.c.record).order_by(e.c.article_id, e.c.number)):
            yield row.article_id, rows.read(Entity, row.record)

    def issues(self) -> Iterator[Issue]:
        """Yield all issues by source."""
        i = tables.issues
        for row in self._rows(select(i.c.record).order_by(i.c.source, i.c.id)):
            yield rows.read(Issue, row.record)

    def claims(self, of: Collection[str] | None = None) -> Iterator[Claim]:
        """Yield all claims, or those that hold one of these statements, by id."""
        return self._weighed("claim", Claim, of, "claim", "denial")

    def questions(self, of: Collection[str] | None = None) -> Iterator[Question]:
        """Yield all questions, or those that hold one of these statements, by id."""
        return self._weighed("question", Question, of, "question")

    def lineages(self, of: Collection[str] | None = None) -> Iterator[Lineage]:
        """Yield all lineages, or those that hold one of these statements or articles, by id."""
        return self._weighed("lineage", Lineage, of, "lineage")

    def stories(self) -> Iterator[Story]:
        """Yield all stories."""
        return self._weighed("story", Story, None)

    def outcome(self, key: str) -> Claim | Question | Lineage:
        """Return the claim, question or lineage with this id or id prefix; raises NotFound as `statement`."""
        w = tables.weighed
        roads = (w.c.id == rows.plain(key), begins(w.c.id, key))
        least = select(w.c.kind, func.min(w.c.record).label("record")).group_by(w.c.kind, w.c.id)
        row = self._one(least.where(w.c.kind.in_(sorted(JUDGED))), "record", key, *roads)
        found: Claim | Question | Lineage = rows.read(JUDGED[row.kind], row.record)
        return found

    def judgements(self) -> Iterator[Judgement]:
        """Yield all judgements in the order in which they were made, those undone too."""
        j = tables.judgements
        for row in self._rows(select(j.c.record).order_by(j.c.seq)):
            yield rows.read(Judgement, row.record)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        """Return statements, then articles, that hold all the words; any string is a legal query."""
        with self.database.session() as connection:
            return search(connection, words, limit)

    def capture(self, article_id: str) -> tuple[Capture, bytes] | None:
        """Return the stored bytes that an article was made from, None for a stub; raises NotFound."""
        article = self.article(article_id)
        if article.capture is None:
            return None
        a, c = tables.articles, tables.captures
        query = select(c.c.record).join(a, a.c.captured_as == c.c.name)
        wanted = and_(a.c.id == article.id, c.c.id == article.capture)
        row = self._one(query, "capture", article.capture, wanted)
        capture = rows.read(Capture, row.record)
        content = self.captures.get(capture.sha256)
        if content is None:
            raise LedgerBroken(f"the stored bytes of {article.name} are missing or changed")
        return capture, content

    def chain(self) -> Iterator[Entry]:
        """Yield the audit chain from its start."""
        c = tables.chain
        for row in self._rows(select(c).order_by(c.c.number)):
            yield Entry(row.number, row.kind, row.subject, row.body, row.recorded_on, row.previous, row.hash)

    def verify(self, head: str | None = None) -> list[str]:
        """Return what is broken, in words, nothing where all records, spans and the chain hold."""
        with self.database.session() as connection:
            return list(verify(connection, self.captures, head))

    def _weighed(self, kind: str, as_: type[T], of: Collection[str] | None, *lists: str) -> Iterator[T]:
        w = tables.weighed
        # One record may come to several parts: it is told once.
        least = select(func.min(w.c.record).label("record")).where(w.c.kind == kind)
        query = least if of is None else least.where(holding(of, *lists))
        for row in self._rows(query.group_by(w.c.id).order_by(w.c.id)):
            yield rows.read(as_, row.record)

    def _rows(self, query: Select[Any]) -> Iterator[Row[Any]]:
        with self.database.session() as connection:
            yield from connection.execution_options(yield_per=500).execute(query)

    def _one(self, query: Select[Any], kind: str, key: str, *roads: ColumnElement[bool]) -> Row[Any]:
        # The exact key goes before the prefix: an id that begins another one can still be asked for.
        with self.database.session() as connection:
            for road in roads if key else ():
                found = connection.execute(query.where(road).limit(2)).all()
                if len(found) > 1:
                    raise Ambiguous(f"{rows.plain(key)!r} fits more than one {kind}: give more of its id")
                if found:
                    return found[0]
        raise NotFound(f"there is no {kind} {rows.plain(key)!r} in this ledger")


def _count(connection: Connection, query: Select[Any]) -> int:
    return int(connection.execute(query).scalar_one())
