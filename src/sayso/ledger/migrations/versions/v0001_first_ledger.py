"""The first ledger: captures, articles, statements, issues, weighing, chain, full-text search."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, Text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SEARCH = (
    "CREATE VIRTUAL TABLE article_words USING fts5("
    "title, text, content='articles', content_rowid='seq', tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE statement_words USING fts5("
    "evidence, who, what, tokenize='unicode61 remove_diacritics 2')",
)


def upgrade() -> None:
    """Make the tables as they were at the first release (spelt out: later tables may differ)."""
    _sources()
    _reading()
    _outcome()
    for sql in SEARCH:
        op.execute(sql)


def _sources() -> None:
    op.create_table(
        "captures",
        Column("id", Text, primary_key=True),
        Column("name", Text, primary_key=True),
        Column("entry", Integer, nullable=False, index=True),
        Column("record", Text, nullable=False),
    )
    op.create_table(
        "articles",
        Column("seq", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("name", Text, nullable=False, index=True),
        Column("status", Text, nullable=False),
        Column("entry", Integer, nullable=False, index=True),
        Column("reader", Text, nullable=False),
        Column("captured_as", Text),
        Column("title", Text),
        Column("record", Text, nullable=False),
        Column("text", Text, nullable=False),
    )


def _reading() -> None:
    op.create_table(
        "statements",
        Column("seq", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("article_id", Text, ForeignKey("articles.id"), nullable=False),
        Column("entry", Integer, nullable=False, index=True),
        Column("position", Integer, nullable=False),
        Column("type", Text, nullable=False),
        Column("record", Text, nullable=False),
    )
    op.create_index("statements_by_article", "statements", ["article_id", "position"])
    op.create_table(
        "names",
        Column("statement_id", Text, ForeignKey("statements.id"), primary_key=True),
        Column("slot", Text, primary_key=True),
        Column("folded", Text, primary_key=True),
    )
    op.create_index("names_by_word", "names", ["folded", "slot"])
    op.create_table(
        "entities",
        Column("article_id", Text, ForeignKey("articles.id"), primary_key=True),
        Column("number", Integer, primary_key=True),
        Column("record", Text, nullable=False),
    )


def _outcome() -> None:
    op.create_table(
        "issues",
        Column("id", Text, primary_key=True),
        Column("entry", Integer, nullable=False, index=True),
        Column("article_id", Text),
        Column("source", Text, nullable=False),
        Column("record", Text, nullable=False),
    )
    op.create_table(
        "weighed",
        Column("kind", Text, primary_key=True),
        Column("id", Text, primary_key=True),
        Column("record", Text, nullable=False),
    )
    op.create_table(
        "chain",
        Column("number", Integer, primary_key=True),
        Column("kind", Text, nullable=False),
        Column("subject", Text, nullable=False),
        Column("body", Text, nullable=False),
        Column("recorded_on", Text, nullable=False),
        Column("previous", Text, nullable=False),
        Column("hash", Text, nullable=False),
    )
