"""Tables to leaf through pages by: points in the board's order, names with their counts, days."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Integer, Text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables empty; the next weighing fills them."""
    _points()
    _days_and_names()


def _points() -> None:
    op.create_table(
        "points",
        Column("id", Text, primary_key=True),
        Column("seal", Text, nullable=False),
        Column("stake", Text, nullable=False),
        Column("type", Text, nullable=False),
        Column("status", Text, nullable=False),
        Column("place", Text),
        Column("sides", Integer, nullable=False),
        Column("origins", Integer, nullable=False),
        Column("statements", Integer, nullable=False),
        Column("latest", Text, nullable=False),
        Column("brief", Text, nullable=False),
    )
    op.create_index("points_by_stake", "points", ["stake"])
    op.create_index("points_by_latest", "points", ["latest", "stake"])
    op.create_index("points_by_origins", "points", ["origins", "stake"])
    op.create_index("points_by_place", "points", ["place", "stake"])
    op.create_table(
        "point_sides",
        Column("side", Text, primary_key=True),
        Column("question_id", Text, primary_key=True),
    )
    op.create_index("point_sides_by_question", "point_sides", ["question_id"])
    op.create_table(
        "answering",
        Column("statement_id", Text, primary_key=True),
        Column("question_id", Text, primary_key=True),
        Column("number", Integer, primary_key=True),
    )
    op.create_index("answering_by_question", "answering", ["question_id"])
    op.create_table(
        "tied",
        Column("member", Text, primary_key=True),
        Column("lineage_id", Text, primary_key=True),
    )
    op.create_index("tied_by_lineage", "tied", ["lineage_id"])


def _days_and_names() -> None:
    op.create_table(
        "told",
        Column("statement_id", Text, primary_key=True),
        Column("day", Text, nullable=False),
        Column("unresolved", Integer, nullable=False),
    )
    op.create_index("told_by_day", "told", ["day", "statement_id"])
    op.create_index("told_unresolved", "told", ["unresolved", "day", "statement_id"])
    op.create_table(
        "issued",
        Column("article_id", Text, primary_key=True),
        Column("outlet", Text, nullable=False),
        Column("day", Text, nullable=False),
        Column("statements", Integer, nullable=False),
    )
    op.create_index("issued_by_day", "issued", ["day", "article_id"])
    op.create_index("issued_by_outlet", "issued", ["outlet", "day", "article_id"])
    op.create_table(
        "known",
        Column("kind", Text, primary_key=True),
        Column("name", Text, primary_key=True),
        Column("side", Text, primary_key=True),
        Column("statements", Integer, nullable=False),
        Column("articles", Integer, nullable=False),
        Column("first", Text, nullable=False),
        Column("last", Text, nullable=False),
    )
    op.create_index("known_by_size", "known", ["kind", "statements"])
    op.create_table(
        "located",
        Column("name", Text, primary_key=True),
        Column("place_id", Text, nullable=False),
    )
    op.create_table(
        "reached",
        Column("statements", Integer, nullable=False),
        Column("articles", Integer, nullable=False),
    )
