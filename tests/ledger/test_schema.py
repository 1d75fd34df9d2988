"""What is no ledger is left alone; a new ledger is what the migrations would make."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

import sayso
from ledger import samples
from ledger.tampering import edit
from sayso.ledger import open_view, open_writer, schema, tables
from sayso.ledger.sqlite import Database
from sayso.model.errors import LedgerBroken


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger"


def text_file(path: Path) -> None:
    path.write_text("The lamps went out. " * 500)


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE chain (link TEXT)")


def truncated(path: Path) -> None:
    with open_writer(path) as writer:
        writer.add(samples.record())
    os.truncate(path, path.stat().st_size // 2)


def beheaded(path: Path) -> None:
    open_writer(path).close()
    path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])


def newer(path: Path) -> None:
    open_writer(path).close()
    edit(path, "UPDATE alembic_version SET version_num = '9999'")


def unversioned(path: Path) -> None:
    open_writer(path).close()
    edit(path, "DELETE FROM alembic_version")


def ancient(path: Path) -> None:
    open_writer(path).close()
    edit(path, "UPDATE alembic_version SET version_num = '0000'")


STRANGERS = [
    (text_file, "is not a Sayso ledger"),
    (foreign, "is a database, but not a Sayso ledger"),
    (truncated, "is damaged: .*malformed"),
    (beheaded, "is not a Sayso ledger"),
    (newer, r"was written by a newer version \(schema 9999, this one knows \d+\)"),
    (unversioned, "does not say which version wrote it"),
]


@pytest.mark.parametrize(("make", "said"), STRANGERS)
def test_strangers_are_refused_and_left_as_they_were(
    path: Path, make: Callable[[Path], None], said: str
) -> None:
    make(path)
    before = path.read_bytes()
    for opening in (open_view, open_writer):
        with pytest.raises(LedgerBroken, match=said) as caught:
            opening(path)
        assert str(path) in str(caught.value)
    assert path.read_bytes() == before


def test_no_lock_file_is_left_beside_a_stranger(path: Path) -> None:
    foreign(path)
    with pytest.raises(LedgerBroken):
        open_writer(path)
    assert [file.name for file in path.parent.iterdir()] == ["ledger"]


def test_an_older_ledger_asks_to_be_renewed(path: Path) -> None:
    ancient(path)
    with pytest.raises(LedgerBroken, match="older version"):
        open_view(path)
    # No migration starts at 0000; what cannot be renewed stays as it is.
    with pytest.raises(LedgerBroken, match="cannot be renewed"):
        open_writer(path)


def test_an_empty_file_is_a_ledger_to_be(path: Path) -> None:
    path.touch()
    with pytest.raises(LedgerBroken, match="is empty"):
        open_view(path)
    with open_writer(path) as writer:
        assert writer.add(samples.record())


def test_a_ledger_is_made_whole_or_not_at_all(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(tables, "SEARCH", ("CREATE VIRTUAL TABLE broken USING nothing()",))
        with pytest.raises(LedgerBroken):
            open_writer(path)
    with pytest.raises(LedgerBroken, match="is empty"):
        open_view(path)
    with open_writer(path) as writer:
        assert writer.verify() == []


def made(path: Path, way: Callable[[Connection], None]) -> list[tuple[str, ...]]:
    database = Database(path, write=True)
    with database.session() as connection:
        way(connection)
        everything = text("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")
        found = [tuple(row) for row in connection.execute(everything)]
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == schema.HEAD
    database.close()
    return found


def test_migrations_come_to_what_the_tables_say(tmp_path: Path) -> None:
    migrated, created = made(tmp_path / "a", schema.upgrade), made(tmp_path / "b", schema.create)
    assert migrated == created
    assert {"articles", "statement_words", "names_by_word"} <= {row[1] for row in created}


def test_a_migration_that_fails_changes_nothing(path: Path) -> None:
    def fail(connection: Connection) -> None:
        schema.upgrade(connection)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        made(path, fail)
    with pytest.raises(LedgerBroken, match="is empty"):
        open_view(path)


def test_the_newest_migration_is_the_one_we_write() -> None:
    config = Config()
    config.set_main_option("script_location", "sayso.ledger:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == schema.HEAD


def test_alembic_is_not_imported_to_open_a_ledger(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from sayso.ledger import open_view, open_writer\n"
        "for opening in (open_writer, open_writer, open_view): opening(Path(sys.argv[1])).close()\n"
        "sys.exit('alembic' in sys.modules)"
    )
    room = str(Path(sayso.__file__).parents[1])
    subprocess.run([sys.executable, "-c", program, path], check=True, env={**os.environ, "PYTHONPATH": room})


def test_a_copied_ledger_is_a_ledger(path: Path, tmp_path: Path) -> None:
    with open_writer(path) as writer:
        writer.add(samples.record())
    shutil.copy(path, tmp_path / "copy")
    shutil.copytree(tmp_path / "ledger.captures", tmp_path / "copy.captures")
    with open_view(tmp_path / "copy") as view:
        assert view.verify() == []
