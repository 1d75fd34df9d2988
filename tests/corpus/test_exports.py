from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.making import SHEET, TEXT, corpus_folder, labelled
from sayso_corpus import Corpus
from sayso_corpus.agreement import span_agreement
from sayso_corpus.exports import FORMS
from sayso_corpus.exports.gold import side_of


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(corpus_folder(tmp_path))


def written(corpus: Corpus, form: str) -> dict[str, str]:
    return dict(FORMS[form](corpus, corpus.documents))


def test_gold_has_the_fields_of_the_guide(corpus: Corpus) -> None:
    rows = [json.loads(line) for line in written(corpus, "gold")["gold.jsonl"].splitlines()]
    assert rows[0] == {
        "id": "written/tessarin/01-norrel/s1",
        "article": "written-tessarin-01-norrel.txt",
        "evidence": rows[0]["evidence"],
        "claimer": "Ondarek Front",
        "via": ["Norrel"],
        "attribution": "indirect",
        "claimer_for": "Ondarek Front",
        "said_on": "2031-03-04",
        "epistemic": "true-certain",
        "modality": "actual",
        "type": "takeover",
        "actor": "Ondarek Front fighters",
        "place": "Vantorr Bridge",
        "when": "2031-03-04",
    }
    assert all(row["evidence"] in TEXT for row in rows)
    assert rows[1]["quantity"] == {"value": 12, "unit": "killed", "of": "soldiers"}
    assert rows[3]["actor"] == ["Government of Belquora", "General Tal"]
    assert (rows[3]["polarity"], rows[3]["claimer_for"]) == ("negative", "Government of Belquora")


def test_gold_names_the_organs_of_a_side(corpus: Corpus) -> None:
    names = json.loads(written(corpus, "gold")["gold.names.json"])
    assert ["Ondarek Front", "Ondarek Front fighters", "fighters", "group"] in names["sides"]
    assert ["Front spokesman Jorim Hesk", "Jorim Hesk"] in names["aliases"]
    assert ["Vantorr Bridge", "bridge"] in names["aliases"]


def test_the_outermost_side() -> None:
    document = labelled(SHEET + "@guard unit | Guard | side=units\n")
    assert side_of(document, "guard") == "front"
    assert side_of(document, "front") == "front"
    assert side_of(document, "bridge") is None


def test_conll_holds_every_word_once(corpus: Corpus) -> None:
    table = written(corpus, "conll")["written-tessarin-01-norrel.conll"]
    rows = [line.split("\t") for line in table.splitlines() if "\t" in line]
    assert all(TEXT[int(row[1]) : int(row[2])] == row[0] for row in rows)
    by_word = {row[0]: row[3:] for row in rows}
    assert by_word["Ondarek"] == ["I-PARTY", "I-SOURCE", "O", "O"]
    assert by_word["seized"] == ["O", "O", "O", "I-CONTENT"]
    assert by_word["fighters"][0] == "I-UNIT"


def test_brat_spans_quote_the_text(corpus: Corpus) -> None:
    files = written(corpus, "brat")
    assert files["written-tessarin-01-norrel.txt"] == TEXT
    lines = files["written-tessarin-01-norrel.ann"].splitlines()
    for line in lines:
        if line.startswith("T"):
            _, head, quoted = line.split("\t")
            parts = [part.split() for part in head.partition(" ")[2].split(";")]
            assert " ".join(" ".join(TEXT[int(a) : int(b)] for a, b in parts).split()) == quoted
    events = [line for line in lines if line.startswith("E")]
    assert len(events) == 3
    assert "Source:T" in events[0]
    assert "Content:T" in events[0]


def test_span_rows_a_file_a_split(corpus: Corpus) -> None:
    files = written(corpus, "spans")
    assert list(files) == ["train.jsonl"]
    row = json.loads(files["train.jsonl"])
    assert row["text"] == TEXT
    first = next(entity for entity in row["ents"] if entity["id"] == "front")
    assert TEXT[first["start"] : first["end"]] == "The Ondarek Front"
    assert {span["label"] for span in row["spans"]["attributions"]} == {"source", "cue", "content"}
    assert row["relations"][0] == {"attribution": "a1", "claimer": "front", "via": ["out"], "within": None}


def test_agreement_of_words(corpus: Corpus) -> None:
    document = labelled()
    other = labelled(SHEET.replace("cue 2:said", "cue 2:said on Tuesday"))
    scores = span_agreement(corpus, [(document, other)])
    assert scores["source"] == scores["content"] == scores["mention"] == 1.0
    assert scores["cue"] == pytest.approx(2 * 4 / (4 + 6))
