from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.making import SHEET, TEXT, corpus_folder, labelled
from sayso_corpus import Corpus
from sayso_corpus.checks.counts import claimer_distance, counts
from sayso_corpus.checks.fields import wrong_fields
from sayso_corpus.checks.spans import wrong_spans
from sayso_corpus.checks.splits import wrong_splits
from sayso_corpus.checks.wording import distinct, wrong_wording
from sayso_corpus.records import Document, Quantity, Span


def changed(**fields: object) -> Document:
    document = labelled()
    first = replace(document.statements[0], **fields)  # type: ignore[arg-type]
    return replace(document, statements=(first, *document.statements[1:]))


def test_a_sound_document_has_no_fault(tmp_path: Path) -> None:
    corpus = Corpus(corpus_folder(tmp_path))
    assert list(wrong_fields(corpus)) == []
    assert list(wrong_spans(corpus)) == []


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        (changed(type="seizure"), "type 'seizure'"),
        (changed(epistemic="sure"), "epistemic 'sure'"),
        (changed(modality="hoped"), "modality 'hoped'"),
        (changed(when="2031-13-01"), "when '2031-13-01'"),
        (changed(when="Tuesday"), "when 'Tuesday'"),
        (changed(attribution="a9"), "attribution 'a9' leads nowhere"),
        (changed(attribution=None, type="other"), "own voice has no `other`"),
        (changed(quantity=Quantity("share", 1.5)), "between 0 and 1"),
        (changed(quantity=Quantity("people", low=5, high=3)), "out of order"),
        (changed(quantity=Quantity("people")), "without a figure"),
        (changed(spans={"colour": (Span(30, 33),)}), "which is no role"),
        (changed(id="s2"), "statement s2 stands twice"),
        (replace(labelled(), subject="none"), "holds no statement"),
        (replace(labelled(), published="soon"), "published 'soon'"),
    ],
)
def test_illegal_fields(tmp_path: Path, document: Document, fault: str) -> None:
    found = [str(one) for one in wrong_fields(Corpus(corpus_folder(tmp_path, document)))]
    assert any(fault in one for one in found), found


def test_a_side_that_leads_in_a_circle(tmp_path: Path) -> None:
    sheet = SHEET.replace("@front party | Ondarek Front", "@front party | Ondarek Front | side=units")
    found = [str(one) for one in wrong_fields(Corpus(corpus_folder(tmp_path, labelled(sheet))))]
    assert any("front: its side leads in a circle" in one for one in found)


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        (changed(evidence=Span(0, 10_000)), "no stretch of the text"),
        (changed(evidence=Span(30, 30)), "no stretch of the text"),
        (changed(evidence=Span(27, 120)), "begins or ends with white space"),
        (changed(spans={"actor": (Span(0, 5),)}), "words of its actor lie outside its evidence"),
        (replace(labelled(), sha256="0" * 64), "not the one that was labelled"),
    ],
)
def test_wrong_spans(tmp_path: Path, document: Document, fault: str) -> None:
    found = [str(one) for one in wrong_spans(Corpus(corpus_folder(tmp_path, document)))]
    assert any(fault in one for one in found), found


def test_a_conflict_that_nobody_listed(tmp_path: Path) -> None:
    document = replace(labelled(), conflict="elsewhere")
    found = [str(one) for one in wrong_splits(Corpus(corpus_folder(tmp_path, document)))]
    assert any("'elsewhere' is not listed" in one for one in found)
    assert any("'tessarin' has no document" in one for one in found)


def test_splits_of_the_wrong_size(tmp_path: Path) -> None:
    found = [str(one) for one in wrong_splits(Corpus(corpus_folder(tmp_path)))]
    assert any("train holds 100%" in one for one in found)
    assert any("test has no real text" in one for one in found)


def test_words_that_two_splits_share(tmp_path: Path) -> None:
    other = replace(labelled(), id="written/other/01-norrel", conflict="other")
    root = corpus_folder(tmp_path, labelled(), other)
    with (root / "conflicts.toml").open("a", encoding="utf-8") as file:
        file.write('[other]\ntitle = "Other"\nkind = "siege"\nworld = "invented"\nsplit = "test"\n')
    found = [str(one) for one in wrong_wording(Corpus(root))]
    assert any("shares “the ondarek front said on tuesday its fighters”" in one for one in found)
    assert any("4-grams are distinct" in one for one in found)


def test_words_of_a_reference_article(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(TEXT, encoding="utf-8")
    corpus = Corpus(corpus_folder(tmp_path / "corpus"), tmp_path / "data")
    assert any("stands in a reference article" in str(one) for one in wrong_wording(corpus))


def test_distinct_grams() -> None:
    assert distinct(["one two three four five"]) == 1.0
    assert distinct(["one two three four", "One two three, four."]) == 0.5
    assert distinct([]) == 1.0


def test_how_far_a_claimer_is() -> None:
    document = labelled()
    assert [claimer_distance(document, item, TEXT) for item in document.attributions] == [0, 0, 0]
    late = replace(document.attributions[1], source=(), cue=(), content=(document.sentences[4],))
    assert claimer_distance(document, late, TEXT) == 2


def test_figures_beside_what_is_asked_for(tmp_path: Path) -> None:
    found = {count.what: count for count in counts(Corpus(corpus_folder(tmp_path)))}
    assert (found["statements"].has, found["statements"].least) == (4, 4500)
    assert found["type control"].has == 2
    assert found["attributions inside attributions"].has == 1
    assert found["disclaimers, wordings in the written part"].has == 1
