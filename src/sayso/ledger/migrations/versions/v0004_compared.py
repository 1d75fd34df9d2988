"""How articles were compared, so that a new one is compared with those only that it meets."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, Integer, Text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables empty; the next weighing is a whole one and fills them."""
    op.create_table(
        "met",
        Column("key", BigInteger, primary_key=True),
        Column("day", Integer, primary_key=True),
        Column("article", Integer, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ties",
        Column("one", Text, primary_key=True),
        Column("other", Text, primary_key=True),
        Column("kind", Text, primary_key=True),
        Column("record", Text, nullable=False),
    )
    op.create_index("ties_by_other", "ties", ["other"])
    op.create_table(
        "likes",
        Column("one", Text, primary_key=True),
        Column("other", Text, primary_key=True),
        Column("likeness", Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copies", Column("article_id", Text, primary_key=True), Column("name", Text, nullable=False)
    )
