"""Queries go through an index."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Select, select, text
from sqlalchemy.dialects import sqlite

from ledger import samples
from sayso.ledger import open_writer, tables
from sayso.ledger.bodies import PARTS
from sayso.ledger.interface import Wanted
from sayso.ledger.sqlite import Database
from sayso.ledger.sqlite_selects import begins, narrowed

S, A = tables.statements, tables.articles
STATEMENTS = select(S.c.record).join(A, A.c.id == S.c.article_id)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Database:
    path = tmp_path_factory.mktemp("selects") / "ledger"
    with open_writer(path) as writer:
        writer.add(samples.record())
    return Database(path, write=False)


@pytest.mark.parametrize(
    ("query", "index"),
    [
        (
            select(S.c.record).where(begins(S.c.id, "st-0a")),
            "INDEX sqlite_autoindex_statements_1 (id>? AND id<?)",
        ),
        (
            select(A.c.record).where(begins(A.c.id, "art-")),
            "INDEX sqlite_autoindex_articles_1 (id>? AND id<?)",
        ),
        (select(A.c.record).where(A.c.name == "x"), "INDEX ix_articles_name (name=?)"),
        (narrowed(STATEMENTS, Wanted(names=frozenset({"a"}))), "INDEX names_by_word (folded=? AND slot=?)"),
        (narrowed(STATEMENTS, Wanted(article="x")), "MULTI-INDEX OR"),
        (PARTS["articles"], "INDEX ix_articles_entry (entry=?)"),
        (PARTS["captures"], "INDEX ix_captures_entry (entry=?)"),
        (PARTS["statements"], "INDEX ix_statements_entry (entry=?)"),
        (PARTS["entities"], "INDEX ix_articles_entry (entry=?)"),
        (PARTS["issues"], "INDEX ix_issues_entry (entry=?)"),
    ],
)
def test_the_plan(database: Database, query: Select[Any], index: str) -> None:
    compiled = query.params(entry=1).compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    with database.session() as connection:
        plan = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {compiled}"))]
    assert any(index in line for line in plan), plan
    assert not [line for line in plan if line.startswith("SCAN")], plan
