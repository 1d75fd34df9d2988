"""The tables. Records are kept as canonical JSON; columns beside them exist to be asked by.

`entry` is the number of the chain entry that a row came in with; `articles.captured_as` with the
article's capture id is the key of its row in `captures`.  The full-text tables share their rowid with
`seq`.  A change here needs a migration that comes to the same (a test compares the two).
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

metadata = MetaData()

captures = Table(
    "captures",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("entry", Integer, nullable=False, index=True),
    Column("record", Text, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, index=True),
    Column("status", Text, nullable=False),
    Column("entry", Integer, nullable=False, index=True),
    Column("reader", Text, nullable=False),
    Column("captured_as", Text),
    Column("title", Text),
    Column("record", Text, nullable=False),
    # Last: what stands behind a long text is read through the text.
    Column("text", Text, nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("article_id", Text, ForeignKey("articles.id"), nullable=False),
    Column("entry", Integer, nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("record", Text, nullable=False),
)
Index("statements_by_article", statements.c.article_id, statements.c.position)

names = Table(
    "names",
    metadata,
    Column("statement_id", Text, ForeignKey("statements.id"), primary_key=True),
    Column("slot", Text, primary_key=True),
    Column("folded", Text, primary_key=True),
)
Index("names_by_word", names.c.folded, names.c.slot)

entities = Table(
    "entities",
    metadata,
    Column("article_id", Text, ForeignKey("articles.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("record", Text, nullable=False),
)

issues = Table(
    "issues",
    metadata,
    Column("id", Text, primary_key=True),
    Column("entry", Integer, nullable=False, index=True),
    Column("article_id", Text),
    Column("source", Text, nullable=False),
    Column("record", Text, nullable=False),
)

weighed = Table(
    "weighed",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    # Rows of one part go and come together. A lineage may be found in several parts: the least record counts.
    Column("part", Text, primary_key=True),
    Column("bucket", Text, nullable=False, index=True),
    Column("seal", Text, nullable=False),
    Column("record", Text, nullable=False),
)
Index("weighed_by_part", weighed.c.part)

buckets = Table(
    "buckets",
    metadata,
    Column("bucket", Text, primary_key=True),
    Column("body", Text, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("entry", Integer, nullable=False, index=True),
    Column("about", Text, nullable=False, index=True),
    Column("record", Text, nullable=False),
)

# What the last weighing leaves to the next: no record, made anew by a whole weighing.

bearings = Table(
    "bearings",
    metadata,
    Column("statement_id", Text, ForeignKey("statements.id"), primary_key=True),
    Column("claim", Text, index=True),
    Column("questions", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("leans", Text, nullable=False),
)

answered = Table(
    "answered",
    metadata,
    Column("question", Text, primary_key=True),
    Column("statement_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)

leans = Table(
    "leans",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("statement_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)

facts = Table(
    "facts",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("times", Integer, nullable=False),
    sqlite_with_rowid=False,
)

marks = Table(
    "marks",
    metadata,
    Column("basis", Text, primary_key=True),
    Column("profile", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("judgements", Integer, nullable=False),
)

# How articles were compared, so that a new one is compared with those only that it meets.

met = Table(
    "met",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("article", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

ties = Table(
    "ties",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("record", Text, nullable=False),
)
Index("ties_by_other", ties.c.other)

likes = Table(
    "likes",
    metadata,
    Column("one", Text, primary_key=True),
    Column("other", Text, primary_key=True),
    Column("likeness", Integer, nullable=False),
    sqlite_with_rowid=False,
)

copies = Table(
    "copies",
    metadata,
    Column("article_id", Text, primary_key=True),
    Column("name", Text, nullable=False),
)

chain = Table(
    "chain",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("recorded_on", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own table, spelt out here so that a new ledger can be made without Alembic."""

WORDS = "tokenize='unicode61 remove_diacritics 2'"
"""How text is cut into words: letters and digits of any script, case and accents aside."""

SEARCH = (
    "CREATE VIRTUAL TABLE article_words USING fts5("
    f"title, text, content='articles', content_rowid='seq', {WORDS})",
    f"CREATE VIRTUAL TABLE statement_words USING fts5(evidence, who, what, {WORDS})",
)
"""The full-text tables, which SQLAlchemy has no words for."""
