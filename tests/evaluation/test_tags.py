"""Treebank sentences are read with their places in the text."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from sayso.evaluation.tags import measure_tags
from sayso.evaluation.treebank import Word, sentences
from sayso.evaluation.trees import measure_trees
from sayso.model.errors import NotFound

TREEBANK = """# sent_id = 1
# text = Ada didn't row.
1\tAda\tAda\tPROPN\tNNP\t_\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
3.1\tghost\t_\t_\t_\t_\t_\t_\t_\t_
4\trow\trow\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = Oars broke
1\tOars\toar\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tbroke\tbreak\tVERB\tVBD\t_\t0\troot\t_\t_
"""


def treebank(folder: Path, text: str = TREEBANK) -> Path:
    path = folder / "ud-english-ewt" / "test.conllu.gz"
    path.parent.mkdir(parents=True)
    path.write_bytes(gzip.compress(text.encode()))
    return path


def test_words_stand_where_the_text_has_them(tmp_path: Path) -> None:
    first, second = sentences(treebank(tmp_path))
    assert [w.span.of(first.text) for w in first.words if w.span] == ["Ada", "did", "n't", "row", "."]
    assert [w.tag for w in first.words] == ["NNP", "VBD", "RB", "VB", "."]
    assert second.words[0] == Word("Oars", "NNS", 1, "nsubj", second.words[0].span)
    assert second.words[1].head == -1


def test_a_word_that_the_text_shows_otherwise_has_no_place(tmp_path: Path) -> None:
    (first, *_) = sentences(treebank(tmp_path, TREEBANK.replace("2\tdid\t", "2\tdo\t")))
    assert [w.span is None for w in first.words] == [False, True, True, True, True]


def test_scores_are_shares(tmp_path: Path) -> None:
    treebank(tmp_path)
    measured = measure_tags(tmp_path, tmp_path)
    assert set(measured.scores) == {"ewt.tags", "ewt.words"}
    assert measured.scores["ewt.words"] == 1.0
    assert 0 <= measured.scores["ewt.tags"] <= 1
    assert measured.size == "EWT: 7 words"


def test_an_empty_treebank_is_no_division_by_nought(tmp_path: Path) -> None:
    treebank(tmp_path, "\n")
    assert set(measure_tags(tmp_path, tmp_path).scores.values()) == {0.0}


def test_trees(tmp_path: Path) -> None:
    treebank(tmp_path)
    measured = measure_trees(tmp_path, tmp_path)
    assert set(measured.scores) == {"ewt.uas", "ewt.las"}
    assert 0 <= measured.scores["ewt.las"] <= measured.scores["ewt.uas"] <= 1


def test_no_treebank_no_score(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        measure_tags(tmp_path, tmp_path)
