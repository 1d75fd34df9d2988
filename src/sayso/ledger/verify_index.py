"""The tables that pages are leafed through by, against the records that they follow from."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, text

from sayso.ledger.index import FILL, TABLES, filling

_ORDER_ASIDE = "id, type, status, place, sides, origins, statements, latest"
"""The board's order follows from no record, but from the rule by which it was weighed."""


def pages(connection: Connection) -> Iterator[str]:
    """Yield in words every table that does not say what the records say, as of the last weighing.

    Leaves temporary tables behind, which go with the transaction.
    """
    if not _is_weighed_last(connection):
        return
    for name in TABLES:
        connection.execute(text(f"CREATE TABLE temp.made_{name} AS SELECT * FROM main.{name} WHERE 0"))  # noqa: S608
    for _, sql in FILL:
        connection.execute(text(filling(sql, "temp.made_")))
    for name in TABLES:
        columns = _ORDER_ASIDE if name == "points" else "*"
        one, other = f"SELECT {columns} FROM main.{name}", f"SELECT {columns} FROM temp.made_{name}"  # noqa: S608
        for left, right in ((one, other), (other, one)):
            if connection.execute(text(f"SELECT 1 FROM ({left} EXCEPT {right}) LIMIT 1")).first():  # noqa: S608
                yield f"the table {name}, which pages are made from, does not follow from the records"
                break


def _is_weighed_last(connection: Connection) -> bool:
    # Articles that came in after the weighing are not in the tables yet, and need not be.
    last = connection.execute(text("SELECT kind FROM chain ORDER BY number DESC LIMIT 1")).scalar()
    filled = connection.execute(text("SELECT 1 FROM told LIMIT 1")).first()
    return last == "weighing" and filled is not None
