"""Which version of the schema a file has, and how it gets the newest."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, insert, text

from sayso.ledger import index_tables, tables
from sayso.ledger.sqlite import Database
from sayso.model.errors import LedgerBroken

HEAD = "0004"
"""The schema revision that this version writes (the newest file in `migrations/versions`)."""


def check(database: Database) -> None:
    """Raise LedgerBroken unless the file is a ledger that this version can read."""
    with database.session() as connection:
        found = revision(connection, database.path)
    if found is None:
        raise LedgerBroken(f"{database.path} is empty: it is not a ledger (yet)")
    if found < HEAD:
        raise LedgerBroken(
            f"{database.path} was written by an older version (schema {found}): write to it once to renew it"
        )


def prepare(database: Database) -> None:
    """Bring the file to HEAD, all at once or not at all; raises LedgerBroken for what is no ledger.

    A new ledger is made straight from `tables`, an old one by Alembic's migrations (which are slow to
    import); a test holds the two ways to the same outcome.
    """
    with database.session() as connection:
        found = revision(connection, database.path)
        if found is None:
            create(connection)
        elif found < HEAD:
            upgrade(connection)


def revision(connection: Connection, path: Path) -> str | None:
    """Return the schema revision of the file, None for one that holds nothing at all.

    Raises:
        LedgerBroken: a database of another program, or a ledger of a newer version.
    """
    found = set(connection.execute(text("SELECT name FROM sqlite_master")).scalars())
    if not found:
        return None
    if not {"alembic_version", "articles", "chain"} <= found:
        raise LedgerBroken(f"{path} is a database, but not a Sayso ledger")
    number = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    if len(number) != 1 or not isinstance(number[0], str):
        raise LedgerBroken(f"{path} does not say which version wrote it")
    if number[0] > HEAD:
        raise LedgerBroken(
            f"{path} was written by a newer version (schema {number[0]}, this one knows {HEAD})"
        )
    return number[0]


def create(connection: Connection) -> None:
    """Make all tables in an empty database."""
    # The index tables are among them, for their module was imported.
    assert index_tables.points.metadata is tables.metadata
    tables.metadata.create_all(connection, checkfirst=False)
    for sql in tables.SEARCH:
        connection.execute(text(sql))
    connection.execute(insert(tables.version), {"version_num": HEAD})


def upgrade(connection: Connection) -> None:
    """Bring the schema to HEAD by Alembic's migrations, inside the connection's transaction."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", "sayso.ledger:migrations")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise LedgerBroken(f"the ledger's schema cannot be renewed: {error}") from error
