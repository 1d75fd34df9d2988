"""Statements from people's files: what is taken, what is refused and how it is said."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.rows import CALM, statements
from sayso.exports import export
from sayso.imports import Imported, read_statements
from sayso.imports.catalogue import formats
from sayso.imports.statements import gather
from sayso.model.article import Article
from sayso.model.contract import to_row
from sayso.model.errors import InputError, UsageError
from sayso.model.issue import Issue
from sayso.model.proposition import Figure
from sayso.model.span import Span
from sayso.model.statement import Statement

HEAD = "article,evidence,type,epistemic"


def _split(found: list[Imported | Issue]) -> tuple[list[Imported], list[Issue]]:
    return [x for x in found if isinstance(x, Imported)], [x for x in found if isinstance(x, Issue)]


def _read(
    tmp_path: Path, text: str, name: str = "sheet.csv", known: Mapping[str, Article] | None = None
) -> tuple[list[Imported], list[Issue]]:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return _split(list(read_statements(path, (known or {}).get)))


def _again(text: str, form: str) -> list[Statement]:
    got, issues = _split(list(gather(formats()[form].read(text, "x"), "x")))
    assert not issues
    return [statement for imported in got for statement in imported.statements]


@pytest.mark.parametrize("form", ["csv", "jsonl"])
@CALM
@given(made=st.lists(statements(), max_size=5, unique_by=lambda s: s.id))
def test_export_import_export_is_the_identity(form: str, made: list[Statement]) -> None:
    first = "".join(export([to_row(s, "a.txt") for s in made], form, "statements"))
    again = _again(first, form)
    assert [(s.id, s.proposition) for s in again] == [(s.id, s.proposition) for s in made]
    assert "".join(export([to_row(s, "a.txt") for s in again], form, "statements")) == first


def test_a_sheet_from_excel_with_mark_semicolons_and_decimal_commas(tmp_path: Path) -> None:
    sheet = (
        "\ufeffarticle;evidence;type;epistemic;quantity.value;quantity.unit\r\n"
        'a.txt;"Half of\r\nit; ours";control;true-certain;0,5;share\r\n;;;;;\r\n'
    )
    ((imported,), issues) = _read(tmp_path, sheet)
    assert not issues
    assert imported.statements[0].evidence == "Half of\r\nit; ours"
    assert imported.statements[0].proposition.quantity == Figure("share", 0.5)


def test_tabs_too_and_headers_in_any_case(tmp_path: Path) -> None:
    ((imported,), _) = _read(
        tmp_path, f"{HEAD.upper()}\n".replace(",", "\t") + "a\tb\tother\tunknown", "x.tsv"
    )
    assert (imported.article.name, imported.known) == ("a", False)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("article,evidence,type,epistemic,colour,mood", "unknown columns: colour, mood"),
        ("article,evidence,type", "columns are missing: epistemic"),
        ("article,evidence,type,epistemic,type", "columns stand twice: type"),
        ("", "columns are missing: article, evidence, type, epistemic"),
        ('"article', "header line cannot be read"),
    ],
)
def test_a_header_that_does_not_fit_is_refused(tmp_path: Path, header: str, words: str) -> None:
    with pytest.raises(InputError, match=f"sheet.csv: .*{words}"):
        _read(tmp_path, header)


@pytest.mark.parametrize(
    ("row", "code", "words"),
    [
        ("a,x,gossip,unknown", "bad-choice", "row 3: type: 'gossip'"),
        ("a,,control,unknown", "missing-field", "row 3: evidence: is required"),
        ("a,x,control,unknown,extra", "unknown-field", "row 3: has a cell under no column: 'extra'"),
        ('a,"x"y,control,unknown', "broken-csv", "row 3: cannot be read"),
    ],
)
def test_a_faulty_row_is_an_issue_and_the_good_ones_go_on(
    tmp_path: Path, row: str, code: str, words: str
) -> None:
    (imported,), (issue,) = _read(tmp_path, f"{HEAD}\na,good,control,unknown\n{row}\n")
    assert [s.evidence for s in imported.statements] == ["good"]
    assert (issue.stage, issue.code, issue.source, issue.line) == ("import", code, "sheet.csv", 3)
    assert words in issue.message


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", "broken-json"),
        ("[1]", "broken-json"),
        ("[" * 100_000, "broken-json"),
        ('{"article": "a", "article": "b"}', "broken-json"),
        ('{"article":"a","evidence":"x","type":"other","epistemic":"unknown","mood":"?"}', "unknown-field"),
        ('{"article":"a","evidence":"x","type":"other"}', "missing-field"),
    ],
)
def test_a_faulty_line_is_an_issue(tmp_path: Path, line: str, code: str) -> None:
    good = '{"article":"a","evidence":"good","type":"other","epistemic":"unknown"}'
    (imported,), (issue,) = _read(tmp_path, f"\ufeff\n{line}\n{good}\n", "x.jsonl")
    assert (issue.code, issue.line) == (code, 2)
    assert len(imported.statements) == 1


def test_every_fault_of_a_row_is_named(tmp_path: Path) -> None:
    _, issues = _read(tmp_path, f"{HEAD},when,quantity.value\na,x,gossip,sure,soon,some\n")
    assert [issue.message.split(":")[1].strip() for issue in issues] == [
        "epistemic", "type", "quantity", "when",
    ]  # fmt: skip


def test_a_file_that_is_no_text_of_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(b"article\xff")
    with pytest.raises(InputError, match=r"x.csv: is not UTF-8 \(byte 7\)"):
        read_statements(tmp_path / "x.csv")
    with pytest.raises(InputError, match=r"y\.csv: cannot be read"):
        read_statements(tmp_path / "y.csv")
    with pytest.raises(UsageError, match=r"file ending '\.xlsx'; known formats are csv, jsonl"):
        read_statements(tmp_path / "y.xlsx")
    with pytest.raises(UsageError, match="format 'odt'"):
        read_statements(tmp_path / "x.csv", form="odt")


def test_a_known_article_gives_its_id_and_its_words_their_place(tmp_path: Path) -> None:
    article = Article("art-7", "a.txt", None, "They said: we  hold it.", ())
    sheet = f"{HEAD}\na.txt,we hold it,control,unknown\na.txt,nobody spoke,other,unknown\n"
    (imported,), (issue,) = _read(tmp_path, sheet, known={"a.txt": article})
    first, second = imported.statements
    assert imported.known
    assert (first.article, first.span, first.evidence) == ("art-7", Span(11, 22), "we  hold it")
    assert first.id == first.identified().id
    assert (second.span, second.evidence) == (None, "nobody spoke")
    assert (issue.code, issue.severity, issue.line) == ("evidence-not-found", "warning", 3)


def test_an_article_that_is_not_known_becomes_a_stub_and_keeps_no_positions(tmp_path: Path) -> None:
    (imported,), _ = _read(tmp_path, f"{HEAD},start,end\nhttps://x.test/1,x,other,unknown,4,5\n")
    assert not imported.known
    assert imported.article.id == Article.make_id("https://x.test/1", "")
    assert imported.statements[0].span is None


def test_articles_come_by_name_and_rows_in_their_order(tmp_path: Path) -> None:
    got, _ = _read(tmp_path, f"id,{HEAD}\n3,b,x,other,unknown\n1,a,y,other,unknown\n2,b,z,other,unknown\n")
    assert [(i.article.name, [s.id for s in i.statements]) for i in got] == [("a", ["1"]), ("b", ["3", "2"])]


def test_an_id_given_twice_is_a_fault_and_a_row_given_twice_a_note(tmp_path: Path) -> None:
    row = "a,x,other,unknown"
    (imported,), issues = _read(tmp_path, f"{HEAD},id\n{row},one\nb,x,other,unknown,one\n{row},\n{row},\n")
    assert [s.id == "one" for s in imported.statements] == [True, False]
    assert [(i.code, i.severity, i.line) for i in issues] == [
        ("same-id", "error", 3), ("same-row", "note", 5),
    ]  # fmt: skip
