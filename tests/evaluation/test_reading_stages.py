"""Stages on small sets of our own making: what they count, and what they say where a set is not there."""

from __future__ import annotations

import gzip
import zipfile
from datetime import date
from pathlib import Path

import pytest

from sayso.evaluation.claimers import same_name
from sayso.evaluation.corpus import corpus_folder, exported, labelled
from sayso.evaluation.corpus_statements import measure_corpus_statements
from sayso.evaluation.factuality import measure_factuality
from sayso.evaluation.meantime import annotated_in
from sayso.evaluation.mentions import core, measure_mentions
from sayso.evaluation.quantities import same_bounds
from sayso.evaluation.stages import STAGES, evaluate
from sayso.evaluation.timexes import days_of, measure_times
from sayso.model.analysis import Quantity, Token
from sayso.model.errors import InputError, NotFound
from sayso.model.span import Span

WORDS = (
    ("Rebels could take the mill", 0),
    ("The army did not attack on July 3 , 2031 , it said on Friday .", 1),
)


def packed(folder: Path) -> Path:
    """A set of one article of ours, in MEANTIME's form."""
    tokens, number = [], 0
    for text, sentence in WORDS:
        for word in text.split():
            number += 1
            tokens.append(f'<token number="{number}" sentence="{sentence}" t_id="{number}">{word}</token>')

    def anchors(*ids: int) -> str:
        return "".join(f'<token_anchor t_id="{i}"/>' for i in ids)

    marks = [
        f'<EVENT_MENTION m_id="1" certainty="POSSIBLE" polarity="POS">{anchors(3)}</EVENT_MENTION>',
        f'<EVENT_MENTION m_id="2" certainty="CERTAIN" polarity="NEG">{anchors(10)}</EVENT_MENTION>',
        f'<TIMEX3 m_id="3" type="DATE" value="2031-07-03">{anchors(12, 13, 14, 15)}</TIMEX3>',
        f'<TIMEX3 m_id="4" type="DATE" value="2031-07-04">{anchors(20)}</TIMEX3>',
        '<TIMEX3 m_id="5" functionInDocument="CREATION_TIME" type="DATE" value="2031-07-04"/>',
    ]
    xml = f"<Document>{''.join(tokens)}<Markables>{''.join(marks)}</Markables></Document>"
    with zipfile.ZipFile(folder / "meantime_english.zip", "w") as archive:
        archive.writestr("set/intra-doc_annotation/corpus_x/1_mill.xml", xml)
    return folder


def test_articles_are_laid_out_with_their_marks(tmp_path: Path) -> None:
    (document,) = annotated_in(packed(tmp_path))
    text = document.article.text
    assert [mark.span.of(text) for mark in document.times] == ["July 3, 2031", "Friday"]
    assert [mark.span.of(text) for mark in document.events] == ["take", "attack"]
    assert document.article.published == "2031-07-04"


def test_times_are_scored_by_words_and_days(tmp_path: Path) -> None:
    measured = measure_times(packed(tmp_path), tmp_path)
    assert (measured.scores["span.f1"], measured.scores["value"]) == (1.0, 1.0)
    assert measured.size == "1 articles, 2 times, 2 of them with days"


def test_factuality_is_scored_by_the_rarer_verdicts(tmp_path: Path) -> None:
    scores = measure_factuality(packed(tmp_path), tmp_path, "rules").scores
    assert (scores["unsure.f1"], scores["negative.f1"]) == (1.0, 1.0)


def test_a_broken_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "meantime_english.zip").write_bytes(b"no zip")
    with pytest.raises(InputError, match="cannot be read"):
        measure_times(tmp_path, tmp_path)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2031-07-04", ("2031-07-04", "2031-07-04")),
        ("2031-07-04T18:00Z", ("2031-07-04", "2031-07-04")),
        ("2031-02", ("2031-02-01", "2031-02-28")),
        ("2031", ("2031-01-01", "2031-12-31")),
        ("203", ("2030-01-01", "2039-12-31")),
        ("2031-Q4", ("2031-10-01", "2031-12-31")),
        ("2031-H1", ("2031-01-01", "2031-06-30")),
        ("2031-WI", ("2031-12-01", "2032-02-29")),
        ("2031-W01", ("2030-12-30", "2031-01-05")),
        ("2031-W01-WE", ("2031-01-04", "2031-01-05")),
        ("P3Y", None),
        ("PAST_REF", None),
        ("2031-13", None),
        ("XXXX-XX-XX", None),
    ],
)
def test_days_of_a_value(value: str, days: tuple[str, str] | None) -> None:
    found = days_of(value)
    assert found == (tuple(map(date.fromisoformat, days)) if days else None)


def test_names_are_scored_by_words_and_kind(tmp_path: Path) -> None:
    rows = ["# newdoc id = one", "# sent_id = one-1"]
    rows += [f"{n}\t{word}\t{tag}\t-\tx" for n, (word, tag) in enumerate(
        [("The", "O"), ("army", "O"), ("left", "O"), ("Kabul", "B-LOC"), (".", "O")], 1)]  # fmt: skip
    with gzip.open(tmp_path / "test.iob2.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(rows) + "\n\n")
    measured = measure_mentions(tmp_path, tmp_path, "rules")
    assert measured.scores["loc.f1"] == 1.0
    assert measured.size == "1 texts, 1 names"


def test_the_name_in_a_phrase() -> None:
    words = [
        ("the", "DT"),
        ("mayor", "NN"),
        ("of", "IN"),
        ("Port", "NNP"),
        ("of", "IN"),
        ("Velm", "NNP"),
        ("he", "PRP"),
    ]
    tokens, at = [], 0
    for word, tag in words:
        tokens.append(Token(Span(at, at + len(word)), word, tag, word.lower()))
        at += len(word) + 1
    assert core(Span(0, at), tokens) == Span(13, 25)
    assert core(Span(0, 9), tokens) is None


@pytest.mark.parametrize(
    ("gold", "read", "right"),
    [
        ({"value": 1500.0}, (1500.0, None, None), True),
        ({"value": 1500.0}, (1600.0, None, None), False),
        ({"low": 24.0}, (None, 24.0, None), True),
        ({"low": 24.0}, (None, 24.0, 40.0), False),
        ({"low": 90.0, "high": 110.0}, (100.0, None, None), True),
        ({"high": 40.0}, (40.0, None, None), False),
    ],
)
def test_bounds_agree_as_the_scorer_says(
    gold: dict[str, float], read: tuple[float | None, float | None, float | None], right: bool
) -> None:
    assert same_bounds(gold, Quantity(Span(0, 1), *read, "people")) is right


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Ondarek Front", "Ondarek Front", True),
        ("Jorim Hesk", "Hesk", True),
        ("José Lima", "Jose Lima", True),
        ("Ministry of Defence", "Ministry", True),
        ("Union of Free River Towns", "Union", False),
        ("Jorim Hesk", "Boris Hesk", False),
    ],
)
def test_names_that_are_one(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


def test_the_corpus_lies_beside_the_source_and_gives_its_texts(tmp_path: Path) -> None:
    documents = labelled(corpus_folder(), "written", ["dev"], tmp_path)
    assert len(documents) > 5
    assert all(document.text for document in documents)


def test_without_the_owners_texts_the_real_part_is_said_to_be_missing(tmp_path: Path) -> None:
    with (
        pytest.raises(NotFound, match="real part"),
        exported(corpus_folder(), "gold", "real", "test", tmp_path),
    ):
        pass
    with pytest.raises(NotFound, match="scorer"):
        measure_corpus_statements(corpus_folder(), tmp_path, "rules")


@pytest.mark.parametrize("name", [name for name, stage in STAGES.items() if stage.home == "corpus"])
def test_without_the_corpus_nothing_is_measured(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="corpus"):
        evaluate(name, tmp_path, tmp_path)
