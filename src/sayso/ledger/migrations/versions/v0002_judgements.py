"""Judgements; an outcome in parts, and what the next weighing goes by."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, Text, text

from sayso.ledger.bodies import bucket_of, seal_of

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

COPY = text(
    "INSERT INTO weighed(kind, id, part, bucket, seal, record)"
    " VALUES (:kind, :id, '', :bucket, :seal, :record)"
)


def upgrade() -> None:
    """Add the tables; the outcome of the last weighing is kept, and the next weighing is a whole one."""
    _outcome()
    op.create_table(
        "judgements",
        Column("seq", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("entry", Integer, nullable=False, index=True),
        Column("about", Text, nullable=False, index=True),
        Column("record", Text, nullable=False),
    )
    _memory()


def _outcome() -> None:
    connection = op.get_bind()
    former = connection.execute(text("SELECT kind, id, record FROM weighed")).all()
    op.drop_table("weighed")
    op.create_table(
        "weighed",
        Column("kind", Text, primary_key=True),
        Column("id", Text, primary_key=True),
        Column("part", Text, primary_key=True),
        Column("bucket", Text, nullable=False, index=True),
        Column("seal", Text, nullable=False),
        Column("record", Text, nullable=False),
    )
    op.create_index("weighed_by_part", "weighed", ["part"])
    op.create_table("buckets", Column("bucket", Text, primary_key=True), Column("body", Text, nullable=False))
    for kind, key, record in former:
        row = {"kind": kind, "id": key, "record": record}
        sums = {"bucket": bucket_of(kind, key), "seal": seal_of(kind, key, record)}
        connection.execute(COPY, row | sums)


def _memory() -> None:
    op.create_table(
        "bearings",
        Column("statement_id", Text, ForeignKey("statements.id"), primary_key=True),
        Column("claim", Text, index=True),
        Column("questions", Text, nullable=False),
        Column("facts", Text, nullable=False),
        Column("leans", Text, nullable=False),
    )
    op.create_table(
        "answered",
        Column("question", Text, primary_key=True),
        Column("statement_id", Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "leans",
        Column("kind", Text, primary_key=True),
        Column("key", Text, primary_key=True),
        Column("statement_id", Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "facts",
        Column("kind", Text, primary_key=True),
        Column("key", Text, primary_key=True),
        Column("value", Text, primary_key=True),
        Column("times", Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "marks",
        Column("basis", Text, primary_key=True),
        Column("profile", Text, nullable=False),
        Column("statements", Integer, nullable=False),
        Column("articles", Integer, nullable=False),
        Column("judgements", Integer, nullable=False),
    )
