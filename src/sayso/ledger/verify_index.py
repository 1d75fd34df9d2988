"""The tables that pages are leafed through by, against the records that they follow from."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from sayso.ledger.index import TABLES, update

MADE = "made_"


def pages(connection: Connection) -> Iterator[str]:
    """Yield in words every table that does not say what the records say, as of the last weighing.

    Leaves temporary tables behind, which go with the transaction.
    """
    if not _is_up_to_date(connection):
        return
    for (sql,) in connection.execute(
        text("SELECT sql FROM main.sqlite_master WHERE type = 'table' ORDER BY name")
    ).all():
        for name in TABLES:
            if sql and sql.startswith(f"CREATE TABLE {name} "):
                made = sql.replace(f"CREATE TABLE {name} ", f"CREATE TEMP TABLE {MADE}{name} ", 1)
                connection.execute(text(made))
    update(connection, f"temp.{MADE}")
    for name in TABLES:
        one, other = f"SELECT * FROM main.{name}", f"SELECT * FROM temp.{MADE}{name}"  # noqa: S608
        for left, right in ((one, other), (other, one)):
            if connection.execute(text(f"SELECT 1 FROM ({left} EXCEPT {right}) LIMIT 1")).first():  # noqa: S608
                yield f"the table {name}, which pages are made from, does not follow from the records"
                break


def _is_up_to_date(connection: Connection) -> bool:
    # What came in after the weighing is not in the tables yet, and need not be.
    sql = (
        "SELECT 1 FROM reached WHERE statements = (SELECT coalesce(max(seq), 0) FROM statements)"
        " AND articles = (SELECT coalesce(max(seq), 0) FROM articles)"
    )
    return connection.execute(text(sql)).first() is not None
