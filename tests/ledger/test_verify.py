"""Every way of tampering is found, and said where."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from ledger import samples
from ledger.tampering import ask, edit, reseal
from sayso.ledger import open_view, open_writer
from sayso.model.errors import LedgerBroken

RECORD = samples.record()
ARTICLE = RECORD.article.id
STATEMENT = RECORD.statements[1].id
SHA256 = RECORD.fetched.capture.sha256 if RECORD.fetched else ""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "ledger"
    with open_writer(path) as writer:
        writer.add(RECORD)
        writer.add(samples.record("other.txt"))
        writer.add(samples.stub())
        writer.note([samples.issue("broken.txt", "binary")])
        writer.weighed(samples.weighed())
        writer.weighed(samples.weighed("the tide"))
        writer.judge(samples.judgement())
    return path


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    shutil.copytree(template.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path / "ledger"


def found(path: Path, head: str | None = None) -> list[str]:
    with open_view(path) as view:
        return view.verify(head)


def test_a_clean_ledger(path: Path) -> None:
    assert found(path) == []
    assert found(path, head="0" * 64) == []
    with open_writer(path) as writer:
        assert writer.verify() == []


CHANGES = [
    ("UPDATE statements SET record = replace(record, 'hold', 'held') WHERE id = :statement",
     "chain entry 1 .*{article}.* were changed"),
    ("UPDATE statements SET entry = 2 WHERE id = :statement", "chain entry 1 .* were changed"),
    ("DELETE FROM statements WHERE id = :statement", "chain entry 1 .* were changed"),
    ("UPDATE articles SET text = replace(text, 'hold', 'lost') WHERE id = :article",
     "statement {statement} in lamps.txt: its span does not hold its evidence"),
    ("UPDATE articles SET text = replace(text, 'hold', 'lost') WHERE id = :article",
     "chain entry 1 .* were changed"),
    ("UPDATE articles SET text = replace(text, 'hold', 'lost') WHERE id = :article",
     "search index of article {article}"),
    ("UPDATE articles SET status = 'stored' WHERE id = :article", "chain entry 1 .* were changed"),
    ("UPDATE articles SET reader = 'nobody' WHERE id = :article", "chain entry 1 .* were changed"),
    ("UPDATE articles SET record = replace(record, '2031', '2032') WHERE id = :article",
     "chain entry 1 .* were changed"),
    ("UPDATE articles SET record = 'no JSON' WHERE id = :article", "article {article} .*cannot be read"),
    ("UPDATE articles SET text = x'00ff' WHERE id = :article", "article {article} .*its text is no text"),
    ("DELETE FROM articles WHERE id = :article", "chain entry 1 .* were changed"),
    ("DELETE FROM articles WHERE id = :article", "row of statements belongs to no row of articles"),
    ("UPDATE entities SET record = replace(record, 'Ada', 'Eda')", "chain entry 1 .* were changed"),
    ("UPDATE entities SET record = '[]'", "entity 0 of article {article}"),
    ("UPDATE issues SET record = replace(record, 'binary', 'fine')", r"chain entry 4 .*broken\.txt"),
    ("UPDATE issues SET record = replace(record, 'binary', 'fine')", "issue iss-.* id column"),
    ("DELETE FROM issues WHERE source = 'broken.txt'", "chain entry 4 .* were changed"),
    ("UPDATE captures SET record = replace(record, '/in/', '/of/')", "chain entry 1 .* were changed"),
    ("DELETE FROM captures WHERE name = 'lamps.txt'", "article {article} .*capture cap-.* is missing"),
    ("UPDATE captures SET record = replace(record, '" + SHA256 + "', '../../../../../../../../dev/zero')",
     r"stored bytes of lamps\.txt"),
    ("UPDATE weighed SET record = replace(record, 'tide', 'wind')", "weighing in chain entry 6 was changed"),
    ("UPDATE weighed SET kind = 'dream' WHERE kind = 'claim'", "dream c-1: there is no such kind"),
    ("DELETE FROM weighed WHERE id = 'c-1'", "weighing in chain entry 6 was changed"),
    ("UPDATE weighed SET bucket = 'x' WHERE id = 'c-1'", "claim c-1: its bucket column"),
    ("UPDATE judgements SET record = replace(record, 'Ada', 'Eda')", "chain entry 7 .*were changed"),
    ("UPDATE judgements SET record = replace(record, 'Ada', 'Eda')", "judgement ju-.* id is not that of its"),
    ("UPDATE judgements SET about = 'st-2'", "judgement ju-.* about column"),
    ("DELETE FROM judgements", "chain entry 7 .* were changed"),
    ("DELETE FROM chain WHERE number = 7", "judgements record ju-.* came in without a chain entry"),
    ("UPDATE chain SET previous = x'00' WHERE number = 2", "chain entry 2 does not follow"),
    ("UPDATE weighed SET record = x'00' WHERE id = 'c-1'", "weighing in chain entry 6 was changed"),
    ("UPDATE chain SET body = 'x' WHERE number = 2", "chain entry 2 was changed after"),
    ("UPDATE chain SET subject = 'x' WHERE number = 5", "chain entry 5 was changed after"),
    ("UPDATE chain SET recorded_on = '1999-01-01T00:00:00+00:00' WHERE number = 2", "entry 2 was changed"),
    ("UPDATE chain SET hash = previous WHERE number = 2", "chain entry 3 does not follow"),
    ("DELETE FROM chain WHERE number = 3", "chain entry 3 is missing"),
    ("DELETE FROM chain WHERE number = 4", "issues record iss-.* came in without a chain entry"),
    ("DELETE FROM chain WHERE number > 4", "weighing stands there without a chain entry"),
    ("UPDATE chain SET number = 20 - number", "chain entry"),
    ("INSERT INTO chain VALUES (8, 'article', 'art-x', 'b', 'c', 'p', 'h')", "chain entry 8 does not follow"),
    ("UPDATE statements SET type = 'talks' WHERE id = :statement",
     "statement {statement} .*type column is not what its record says"),
    ("UPDATE statements SET position = 7 WHERE id = :statement", "statement {statement} .*position column"),
    ("UPDATE articles SET name = 'lamp.txt' WHERE id = :article", "article {article} .*name column"),
    ("UPDATE articles SET title = NULL WHERE id = :article", "article {article} .*title column"),
    ("UPDATE issues SET source = 'else'", "issue iss-.* source column"),
    ("UPDATE names SET folded = 'ivo' WHERE statement_id = :statement AND slot = 'claimer'",
     "statement {statement} .*the names it is found by"),
    ("DELETE FROM names WHERE statement_id = :statement", "statement {statement} .*the names it is found by"),
    ("INSERT INTO names VALUES (:statement, 'target', 'ivo')", "statement {statement} .*the names it is"),
    ("INSERT INTO names VALUES ('st-none', 'target', 'ivo')", "row of names belongs to no row of statements"),
    ("UPDATE statement_words SET who = 'x' WHERE rowid = (SELECT seq FROM statements WHERE id = :statement)",
     "statement {statement} .*the words it is found by"),
    ("DELETE FROM statement_words WHERE rowid = (SELECT seq FROM statements WHERE id = :statement)",
     "statement {statement} .*the words it is found by"),
    ("INSERT INTO statement_words(rowid, evidence) VALUES (99, 'lamps')",
     "search index holds 1 rows that belong to no statement"),
    ("INSERT INTO article_words(article_words) VALUES ('delete-all')", "search index of article {article}"),
    ("UPDATE statement_words_content SET c0 = 'else' WHERE id = 1", "search index of statement"),
    ("INSERT INTO article_words(article_words, rowid, title, text) SELECT 'delete', seq, title, text"
     " FROM articles WHERE id = :article", "search index of article {article}"),
    ("DELETE FROM article_words_data", "damaged"),
    ("CREATE TRIGGER sly AFTER INSERT ON statements BEGIN DELETE FROM names; END", "trigger sly is no part"),
    ("CREATE VIEW sly AS SELECT 1", "view sly is no part"),
    ("DROP TABLE entities", "damaged: no such table"),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "said"), CHANGES, ids=range(len(CHANGES)))
def test_tampering_is_found(path: Path, sql: str, said: str) -> None:
    values = {":article": f"'{ARTICLE}'", ":statement": f"'{STATEMENT}'"}
    edit(path, re.sub(":article|:statement", lambda match: values[match[0]], sql))
    pattern = said.replace("{article}", ARTICLE).replace("{statement}", STATEMENT)
    sentences = found(path)
    assert [line for line in sentences if re.search(pattern, line)], sentences


def test_a_forged_chain_does_not_hide_a_span(path: Path) -> None:
    head = ask(path, "SELECT hash FROM chain WHERE number = 3")
    change = "UPDATE {} SET record = replace(record, 'they hold', 'they lost') WHERE id = ?"
    edit(path, change.format("statements"), STATEMENT)
    reseal(path)
    sentences = found(path)
    assert sentences == [
        f"statement {STATEMENT} in lamps.txt: its span does not hold its evidence",
        f"statement {STATEMENT} in lamps.txt: the words it is found by are not those of its record",
    ]
    assert found(path, head)[0] == f"the chain does not hold the kept head {head}: it was cut or rewritten"


def test_a_cut_tail_is_found_by_a_kept_head(path: Path) -> None:
    head = ask(path, "SELECT hash FROM chain ORDER BY number DESC LIMIT 1")
    with open_writer(path) as writer:
        writer.note([samples.issue("later.txt")])
    assert found(path, head) == []
    last = ask(path, "SELECT hash FROM chain ORDER BY number DESC LIMIT 1")
    edit(path, "DELETE FROM issues WHERE source = 'later.txt'")
    edit(path, "DELETE FROM chain WHERE hash = ?", last)
    assert found(path) == []
    assert len(found(path, last)) == 1
    assert found(path, head) == []


@pytest.mark.parametrize("spoil", [lambda file: file.unlink(), lambda file: file.write_bytes(b"")])
def test_stored_bytes_changed_or_missing(path: Path, spoil: Callable[[Path], object]) -> None:
    files = [file for file in path.with_name("ledger.captures").rglob("*") if file.name == SHA256]
    for file in files:
        spoil(file)
    assert len(files) == 1
    # Two articles came from equal bytes: the one file is missed under both names.
    assert [re.sub(r"\(.*", "", line) for line in found(path)] == [
        "the stored bytes of lamps.txt ",
        "the stored bytes of other.txt ",
    ]


@pytest.mark.parametrize("place", [0.2, 0.5, 0.8, 0.95])
def test_a_damaged_page_is_said(path: Path, place: float) -> None:
    content = bytearray(path.read_bytes())
    start = int(place * len(content) / 4096) * 4096
    content[start : start + 200] = b"\xff" * 200
    path.write_bytes(content)
    try:
        sentences = found(path)
    except LedgerBroken as error:
        sentences = [str(error)]
    assert any("damaged" in line for line in sentences)


def test_checking_leaves_nothing_behind(path: Path) -> None:
    before = path.read_bytes()
    assert found(path) == found(path) == []
    assert path.read_bytes() == before


def test_an_article_without_its_statements_is_found(path: Path) -> None:
    with open_writer(path) as writer:
        bare = samples.record("bare.txt")
        writer.add(replace(bare, statements=()))
    edit(path, "DELETE FROM articles WHERE id = ?", bare.article.id)
    assert any("chain entry 8" in line for line in found(path))
