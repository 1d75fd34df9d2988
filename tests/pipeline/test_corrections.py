"""Judged articles come out as files that the corpus takes, with what people corrected in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.test_judge import judge
from sayso.exports.corpus.cutting import sentences
from sayso.ledger import open_writer
from sayso.ledger.interface import LedgerWriter, Record, Wanted
from sayso.model.analysis import Entity
from sayso.model.article import Article, Block
from sayso.model.proposition import Figure, Proposition
from sayso.model.span import Span
from sayso.model.statement import SlotSpan, Statement
from sayso.pipeline.corrections import Labelled, corrections
from sayso_corpus.checks.fields import wrong_fields
from sayso_corpus.checks.spans import wrong_spans
from sayso_corpus.codec import from_json
from sayso_corpus.library import Corpus
from sayso_corpus.records import Document
from sayso_corpus.sentences import sentences as corpus_sentences
from sayso_corpus.sheets import read_sheet, write_sheet

CORPUS = Path(__file__).parents[2] / "corpus"
WRITTEN = sorted((CORPUS / "written").glob("*/*.txt"))[::9]


def made_of(document: Document, text: str) -> tuple[Article, list[Statement], list[Entity]]:
    """Return a labelled text of the corpus as a reader that made no mistake would have read it."""
    article = Article(
        Article.make_id(document.id, text), f"{document.id}.txt", None, text,
        (Block(Span(0, len(text)), "paragraph"),), outlet=document.outlet, published=document.published,
    )  # fmt: skip
    reports = {one.id: one for one in document.attributions}

    def name(key: str | None) -> str | None:
        return document.name(key) if key else None

    found = []
    for one in document.statements:
        report = reports.get(one.attribution or "")
        words: dict[str, Any] = {role: keys for role, keys in one.spans.items() if role in one.names}
        if report:
            words |= {"claimer": report.source, "cue": report.cue}
        slots = tuple(SlotSpan(role, Span(s.start, s.end)) for role, spans in words.items() for s in spans)
        evidence = Span(one.evidence.start, one.evidence.end)
        figure = one.quantity and Figure(
            one.quantity.unit, one.quantity.value, one.quantity.low, one.quantity.high, one.quantity.of
        )
        proposition = Proposition(
            one.type, quantity=figure, when=one.when, polarity=one.polarity,  # type: ignore[arg-type]
            **{role: document.name(keys[0]) for role, keys in one.names.items()},
        )  # fmt: skip
        bare = Statement(
            "", article.id, evidence.of(text), evidence, report.kind if report else "narrator",  # type: ignore[arg-type]
            one.epistemic, one.modality, proposition,  # type: ignore[arg-type]
            claimer=name(report.claimer) if report else document.outlet, claimer_for=name(one.claimer_for),
            via=tuple(document.name(key) for key in report.via) if report else (),
            said_on=one.said_on, verification=one.verification,  # type: ignore[arg-type]
            verified_by=name(one.verified_by[0]) if one.verified_by else None, slots=slots,
        )  # fmt: skip
        found.append(bare.identified())
    entities = [
        Entity("group" if e.kind in ("unit", "weapon") else e.kind, e.name, name(e.side))  # type: ignore[arg-type]
        for e in document.entities
    ]
    return article, list({s.id: s for s in found}.values()), entities


@pytest.fixture(params=WRITTEN[:6], ids=lambda path: path.stem)
def read(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[LedgerWriter, Document]]:
    """Give a ledger of one text of the corpus, and the labels that it was made from."""
    path: Path = request.param
    document = from_json(path.with_suffix(".json").read_text(encoding="utf-8"))
    article, statements, entities = made_of(document, path.read_text(encoding="utf-8"))
    with open_writer(tmp_path / "one.db") as ledger:
        ledger.add(Record(article, "read", "hand", None, tuple(statements), tuple(entities)))
        yield ledger, document


def only(ledger: LedgerWriter) -> Labelled:
    (found,) = corrections(ledger, "tessarin", "agency")
    return found


def actors(document: Document) -> list[str]:
    """Return the first actor of every statement, by name."""
    return sorted(document.name(key) for s in document.statements for key in s.names.get("actor", ())[:1])


def key_of(statement: Any) -> tuple[Any, ...]:
    return statement.type, statement.evidence, statement.epistemic, statement.modality, statement.when


def test_what_was_accepted_comes_back_as_it_was_labelled(
    read: tuple[LedgerWriter, Document], tmp_path: Path
) -> None:
    ledger, document = read
    (article,) = ledger.articles()
    judge(ledger, "accept", article.id)
    found = only(ledger)
    made = from_json(found.labels)
    assert found.whole
    assert sorted(map(key_of, made.statements), key=str) == sorted(map(key_of, document.statements), key=str)
    for before, after in ((document, made),):
        names = [
            sorted(d.name(k) for s in d.statements for k in s.names.get("actor", ())[:1])
            for d in (before, after)
        ]
        assert names[0] == names[1]
    path = tmp_path / "corpus" / f"{found.key}.json"
    path.parent.mkdir(parents=True)
    path.write_text(found.labels, encoding="utf-8")
    path.with_suffix(".txt").write_text(found.text, encoding="utf-8")
    corpus = Corpus(tmp_path / "corpus")
    assert [*wrong_fields(corpus), *wrong_spans(corpus)] == []
    again = read_sheet(write_sheet(made, found.text), found.text, made.id)
    assert list(map(key_of, again.statements)) == list(map(key_of, made.statements))


def test_what_was_rejected_is_left_out_and_what_was_corrected_is_as_corrected(
    read: tuple[LedgerWriter, Document],
) -> None:
    ledger, _ = read
    (article,) = ledger.articles()
    found = list(ledger.statements(Wanted(article=article.id)))
    if len(found) < 2:
        judge(ledger, "accept", article.id)
        assert from_json(only(ledger).labels).subject == "none"
        return
    first, second = found[:2]
    judge(ledger, "reject", first.id)
    judge(ledger, "correct", second.id, field="claimer", value="Nobody Else")
    judge(ledger, "correct", second.id, field="attribution", value="indirect")
    labelled = only(ledger)
    assert labelled.whole == (len(found) == 2)
    made = from_json(labelled.labels)
    assert len(made.statements) == len(list(ledger.statements())) - 1
    reports = {one.id: one for one in made.attributions}
    claimers = {
        made.name(r.claimer) for s in made.statements if (r := reports.get(s.attribution or "")) and r.claimer
    }
    assert "Nobody Else" in claimers


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_sentences_are_cut_as_the_corpus_cuts_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [(s.start, s.end) for s in sentences(text)] == [(s.start, s.end) for s in corpus_sentences(text)]
