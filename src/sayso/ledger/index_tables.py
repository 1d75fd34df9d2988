"""Tables that only make asking fast: what pages are sorted, counted and leafed through by.

All of them follow from the records; every weighing brings them up to date (`index.update`).  `reached`
says up to which statement and article they count.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, Text

from sayso.ledger.tables import metadata

points = Table(
    "points",
    metadata,
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
    # Last: long, and read for the points of one page only.
    Column("brief", Text, nullable=False),
)
Index("points_by_stake", points.c.stake)
Index("points_by_latest", points.c.latest, points.c.stake)
Index("points_by_origins", points.c.origins, points.c.stake)
Index("points_by_place", points.c.place, points.c.stake)

point_sides = Table(
    "point_sides",
    metadata,
    Column("side", Text, primary_key=True),
    Column("question_id", Text, primary_key=True),
)
Index("point_sides_by_question", point_sides.c.question_id)

answering = Table(
    "answering",
    metadata,
    Column("statement_id", Text, primary_key=True),
    Column("question_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
)

Index("answering_by_question", answering.c.question_id)

tied = Table(
    "tied",
    metadata,
    Column("member", Text, primary_key=True),
    Column("lineage_id", Text, primary_key=True),
)

Index("tied_by_lineage", tied.c.lineage_id)

told = Table(
    "told",
    metadata,
    Column("statement_id", Text, primary_key=True),
    Column("day", Text, nullable=False),
    Column("unresolved", Integer, nullable=False),
)
Index("told_by_day", told.c.day, told.c.statement_id)
Index("told_unresolved", told.c.unresolved, told.c.day, told.c.statement_id)

issued = Table(
    "issued",
    metadata,
    Column("article_id", Text, primary_key=True),
    Column("outlet", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("statements", Integer, nullable=False),
)
Index("issued_by_day", issued.c.day, issued.c.article_id)
Index("issued_by_outlet", issued.c.outlet, issued.c.day, issued.c.article_id)

known = Table(
    "known",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("side", Text, primary_key=True),
    Column("statements", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
)
Index("known_by_size", known.c.kind, known.c.statements)

located = Table(
    "located",
    metadata,
    Column("name", Text, primary_key=True),
    Column("place_id", Text, nullable=False),
)

reached = Table(
    "reached",
    metadata,
    Column("statements", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
)
