"""Writing a ledger kept in SQLite: one writer at a time, each article one transaction."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import Connection, Table, select

from sayso.ledger import index, inserts, rows, schema, tables
from sayso.ledger.faults import saying
from sayso.ledger.interface import Record, Weighed
from sayso.ledger.lock import WriterLock
from sayso.ledger.memory import Memory, Reweighed
from sayso.ledger.sqlite import Database
from sayso.ledger.sqlite_memory import SqliteMemory
from sayso.ledger.sqlite_view import SqliteView
from sayso.ledger.sqlite_weighing import put_change, put_whole
from sayso.model.errors import InputError, LedgerBroken, LedgerError, LedgerFull, NotFound
from sayso.model.issue import Issue
from sayso.model.judgement import Judgement
from sayso.model.statement import Statement


class SqliteWriter(SqliteView):
    """A `LedgerWriter` on a SQLite file.

    It reads through connections of its own, so that its iterators may be open while it writes.
    """

    def __init__(self, path: Path) -> None:
        path = path.resolve()
        with contextlib.ExitStack() as opening, saying(path):
            _check_file(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            self.lock = WriterLock(path)
            opening.callback(self.lock.release)
            self.writing = Database(path, write=True)
            opening.callback(self.writing.close)
            schema.prepare(self.writing)
            super().__init__(path)
            opening.pop_all()

    def close(self) -> None:
        """Let go of the file and of the writer's lock."""
        super().close()
        self.writing.close()
        self.lock.release()

    def add(self, record: Record) -> bool:
        """Add an article with all that it brings; False (and no change) where it is there already."""
        rows.check_record(record)
        fresh = self._keep(record)
        try:
            with self._changing() as connection:
                if _has(connection, tables.articles, record.article.id):
                    return False
                number = inserts.next_number(connection)
                if record.fetched is not None:
                    inserts.put_capture(connection, record.fetched.capture, number)
                inserts.put_article(connection, record, number)
                inserts.put_statements(connection, record.statements, number)
                inserts.put_entities(connection, record.article.id, record.entities)
                inserts.put_issues(connection, record.issues, record.article.id, number)
                inserts.seal(connection, "article", record.article.id, number)
        except LedgerFull:
            # No other error says for sure that nothing was committed, and bytes without a record are
            # harmless: the next try finds them.
            if fresh is not None:
                self.captures.discard(fresh)
            raise
        return True

    def note(self, issues: Sequence[Issue]) -> int:
        """Add issues of inputs that gave no article; return how many were new."""
        with self._changing() as connection:
            number = inserts.next_number(connection)
            new = inserts.put_issues(connection, issues, None, number)
            if new:
                inserts.seal(connection, "issues", issues[0].source, number)
        return new

    def judge(self, judgement: Judgement) -> bool:
        """Add a judgement; False where the very same one is there already."""
        if judgement.identified() != judgement:
            raise InputError(f"judgement {judgement.id}: its id is not that of its content")
        with self._changing() as connection:
            if _has(connection, tables.judgements, judgement.id):
                return False
            if judgement.act == "undo" and not _has(connection, tables.judgements, judgement.record):
                raise InputError(f"there is no judgement {judgement.record!r} to undo")
            number = inserts.next_number(connection)
            inserts.put_judgement(connection, judgement, number)
            inserts.seal(connection, "judgement", f"{judgement.act} {judgement.record}", number)
        return True

    def weighed(self, outcome: Weighed) -> bool:
        """Put the outcome of a weighing in the place of the former one; False where nothing changed."""
        return self._put(lambda connection: put_whole(connection, outcome))

    def reweighed(self, change: Reweighed) -> bool:
        """Put the parts of a weighing in the place of the former ones; False where no outcome changed."""
        return self._put(lambda connection: put_change(connection, change))

    @contextlib.contextmanager
    def remembering(self) -> Iterator[Memory]:
        """Give what the last weighing left to go by, as it stands at this moment."""
        with self.database.session() as connection:
            yield SqliteMemory(connection)

    def _put(self, put: Callable[[Connection], str | None]) -> bool:
        with self._changing() as connection:
            body = put(connection)
            if body is not None:
                inserts.append(connection, "weighing", "all", body, inserts.next_number(connection))
            index.update(connection)
        return body is not None

    def statements_into(self, article_id: str, statements: Sequence[Statement], reader: str) -> int:
        """Add statements to an article that is there (imports); return how many were new."""
        with self._changing() as connection:
            text = _text_of(connection, article_id)
            if text is None:
                raise NotFound(f"there is no article {article_id!r} in this ledger")
            rows.check_statements(tuple(statements), article_id, text)
            number = inserts.next_number(connection)
            new = inserts.put_statements(connection, statements, number)
            if new:
                inserts.seal(connection, "statements", f"{article_id} by {reader}", number)
        return new

    def _keep(self, record: Record) -> str | None:
        # Before the record, so that no record ever stands without its bytes, whatever happens between.
        # Bytes that the ledger has lost are put back too; those of another page with the same text not.
        if record.fetched is None:
            return None
        self._check_lock()
        with self.database.session() as connection:
            known = _has(connection, tables.captures, record.fetched.capture.id)
            if not known and _has(connection, tables.articles, record.article.id):
                return None
        sha256 = record.fetched.capture.sha256
        with saying(self.path):
            return sha256 if self.captures.put(sha256, record.fetched.content) else None

    @contextlib.contextmanager
    def _changing(self) -> Iterator[Connection]:
        self._check_lock()
        with self.writing.session() as connection:
            yield connection

    def _check_lock(self) -> None:
        if not self.lock.held:
            raise LedgerError(f"this writer of {self.path} is closed, or belongs to another process")


def _check_file(path: Path) -> None:
    # Looked at by a reader first: opening for writing would turn a stranger's database into WAL mode.
    if path.is_dir():
        raise LedgerBroken(f"{path} is a folder, not a ledger")
    if path.exists():
        database = Database(path, write=False)
        try:
            with database.session() as connection:
                schema.revision(connection, path)
        finally:
            database.close()


def _has(connection: Connection, table: Table, key: str) -> bool:
    return connection.execute(select(table.c.id).where(table.c.id == key).limit(1)).first() is not None


def _text_of(connection: Connection, article_id: str) -> str | None:
    query = select(tables.articles.c.text).where(tables.articles.c.id == article_id)
    return connection.execute(query).scalar()
