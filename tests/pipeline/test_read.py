"""Bytes to ledger with a reader that is easy to see through: what comes in, what is reported, what stays."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.api import Ledger, open_ledger
from sayso.ledger import open_writer
from sayso.ledger.interface import LedgerWriter
from sayso.model.analysis import Analysis
from sayso.model.article import Article
from sayso.model.profile import Profile
from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.pipeline.engines.inline import InlineEngine
from sayso.pipeline.read import ReadReport, read_into
from sayso.reading.reader import Reading
from sayso.sources import FetchOptions

STORY = (
    "Rebels seize the mill at {place}\n\n"
    "The commander of the eastern brigade said on Monday that his men had taken the mill at {place} "
    "after a day of heavy fighting along the river, and that the road to the south was open.\n\n"
    "The government denied this and said that its soldiers were still holding the bridge and the road.\n"
)
FOREIGN = (
    "Les rebelles ont pris le moulin du village après une journée de combats, a déclaré lundi "
    "leur porte-parole. "
    "Le gouvernement a démenti cette information et assure que ses soldats tiennent toujours le pont.\n"
)


class WordReader:
    """Makes one statement of every article: its first ten characters."""

    name = "words"
    version = "1"
    languages = frozenset({"en"})

    def __init__(self, stop_at: str | None = None) -> None:
        self.stop_at = stop_at

    def read(self, article: Article) -> Reading:
        if self.stop_at and self.stop_at in article.name:
            raise KeyboardInterrupt
        statement = Statement(
            "", article.id, article.text[:10], Span(0, 10), "indirect", "true-certain", "actual",
            Proposition("takeover", actor="Rebels", place="Mill"), claimer="Commander",
        )  # fmt: skip
        return Reading(Analysis(article.id, None), (statement.identified(),))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[LedgerWriter]:
    with open_writer(tmp_path / "l.db") as writer:
        yield writer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    here = tmp_path / "articles"
    here.mkdir()
    for place in ("Alder", "Birch", "Cedar"):
        (here / f"{place.lower()}.txt").write_text(STORY.format(place=place), encoding="utf-8")
    return here


def run(ledger: LedgerWriter, *targets: Path, reader: WordReader | None = None) -> ReadReport:
    names = [str(target) for target in targets]
    return read_into(
        ledger, names, InlineEngine(reader or WordReader(), Profile()), Profile(), FetchOptions()
    )


def test_a_folder_becomes_articles_and_statements(ledger: LedgerWriter, folder: Path) -> None:
    report = run(ledger, folder)
    assert (report.read, report.statements) == (3, 3)
    assert not [issue for issue in report.issues if issue.severity == "error"]
    assert [article.name for article in ledger.articles()] == ["alder.txt", "birch.txt", "cedar.txt"]
    assert ledger.verify() == []


def test_reading_again_changes_nothing(ledger: LedgerWriter, folder: Path) -> None:
    run(ledger, folder)
    before = [entry.hash for entry in ledger.chain()]
    report = run(ledger, folder)
    assert (report.read, report.known) == (0, 3)
    assert [entry.hash for entry in ledger.chain()] == before


def test_the_same_article_twice_in_one_run_is_one(ledger: LedgerWriter, folder: Path) -> None:
    report = run(ledger, folder / "alder.txt", folder / "alder.txt")
    assert (report.read, report.known) == (1, 1)


def test_broken_inputs_are_reported_and_the_rest_goes_on(ledger: LedgerWriter, folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "rows.jsonl").write_text('{"title": "no text"}\nnot json\n', encoding="utf-8")
    report = run(ledger, folder, folder / "missing.txt")
    assert report.read == 3
    sources = {issue.source for issue in report.issues}
    assert {"empty.txt", "picture.txt"} <= sources
    assert any("missing.txt" in source for source in sources)
    assert sum("rows.jsonl" in source for source in sources)
    assert {issue.source for issue in ledger.issues()} == sources


def test_a_language_without_a_reader_is_stored_and_said(ledger: LedgerWriter, folder: Path) -> None:
    (folder / "moulin.txt").write_text(FOREIGN * 3, encoding="utf-8")
    report = run(ledger, folder / "moulin.txt")
    assert (report.read, report.stored) == (0, 1)
    article = ledger.article("moulin.txt")
    assert article.language == "fr"
    assert ledger.status(article.id) == "stored"
    assert "no-reader" in {issue.code for issue in ledger.issues()}


def test_ctrl_c_keeps_what_came_before(ledger: LedgerWriter, folder: Path) -> None:
    report = run(ledger, folder, reader=WordReader(stop_at="cedar"))
    assert report.interrupted
    assert [article.name for article in ledger.articles()] == ["alder.txt", "birch.txt"]
    assert list(ledger.questions()), "what came in is weighed"
    assert ledger.verify() == []
    assert run(ledger, folder).read == 1


def test_raw_bytes_are_kept(ledger: LedgerWriter, folder: Path) -> None:
    run(ledger, folder)
    stored = ledger.capture(ledger.article("birch.txt").id)
    assert stored is not None
    assert stored[1] == (folder / "birch.txt").read_bytes()


def test_rows_of_a_json_file_are_articles_of_their_own(ledger: LedgerWriter, tmp_path: Path) -> None:
    rows = [
        {
            "url": "https://one.example/a",
            "title": "Mill taken",
            "text": STORY.format(place="Elm"),
            "outlet": "One",
        },
        {"title": "Mill taken again", "text": STORY.format(place="Fir"), "published": "2031-03-05"},
    ]
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert run(ledger, file).read == 2
    assert [article.name for article in ledger.articles()] == ["https://one.example/a", "rows.jsonl#2"]


def exported(path: Path, kind: str = "statements") -> str:
    with open_ledger(path) as opened:
        return "".join(opened.export(kind, "jsonl"))  # type: ignore[arg-type]


def test_the_order_of_arrival_does_not_show(tmp_path: Path, folder: Path) -> None:
    files = sorted(folder.iterdir())
    ledgers = []
    for n, order in enumerate((files, files[::-1], files[1:] + files[:1])):
        path = tmp_path / f"{n}.db"
        with open_writer(path) as writer:
            for file in order:
                run(writer, file)
        ledgers.append(path)
    for kind in ("statements", "questions", "claims", "articles"):
        assert len({exported(path, kind) for path in ledgers}) == 1


def test_an_export_comes_back_as_an_import(tmp_path: Path, folder: Path) -> None:
    with open_writer(tmp_path / "read.db") as writer:
        run(writer, folder)
    for form in ("jsonl", "csv"):
        file = tmp_path / f"statements.{form}"
        with open_ledger(tmp_path / "read.db") as opened:
            file.write_text("".join(opened.export("statements", form)), encoding="utf-8")
        by_hand = Ledger(tmp_path / f"{form}.db", Profile())
        report = by_hand.import_statements(file)
        assert (report.statements, report.stubs, report.issues) == (3, 3, [])
        assert [row["evidence"] for row in by_hand.statements()] == [
            row["evidence"] for row in open_ledger(tmp_path / "read.db").statements()
        ]
        assert by_hand.verify() == []
        by_hand.close()
