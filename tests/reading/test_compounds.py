"""Coordinations taken apart, appositions left whole."""

from __future__ import annotations

import pytest

from reading.scenes import parsed
from sayso.reading.compounds import conjuncts, included

CASES = [
    ("The army left Vantorr, Ombrisa and Maldrenn.", "Vantorr", ["Vantorr", "Ombrisa", "Maldrenn"]),
    ("The army left Vantorr, the main town of Norrel.", "Vantorr", ["Vantorr"]),
    ("The army left Vantorr as well as Ombrisa.", "Vantorr", ["Vantorr", "Ombrisa"]),
    ("The army left Vantorr and the Front rejoiced.", "Vantorr", ["Vantorr"]),
]


@pytest.mark.parametrize(("text", "first", "expected"), CASES, ids=[c[0] for c in CASES])
def test_conjuncts(text: str, first: str, expected: list[str]) -> None:
    scene, parse = parsed(text)
    phrase = next(p for p in parse.phrases if scene.words(p.first, p.last) == first)
    row = conjuncts(scene, parse.phrases, phrase, parse.clauses[0].last)
    assert [scene.words(p.first, p.last) for p in row] == expected


def test_a_tail_is_taken_apart_with_its_head() -> None:
    scene, parse = parsed("The army left villages in Vantorr and Ombrisa.")
    phrase = next(p for p in parse.phrases if scene.words(p.first, p.last) == "villages")
    row = conjuncts(scene, parse.phrases, phrase, parse.sentence.last)
    assert [[scene.words(t.first, t.last) for _, t in p.tails] for p in row] == [["Vantorr"], ["Ombrisa"]]


def test_including_names_one_more() -> None:
    scene, parse = parsed("The army left several towns, including Vantorr.")
    phrase = next(p for p in parse.phrases if scene.words(p.first, p.last) == "several towns")
    found = included(scene, parse.phrases, (phrase,), parse.sentence.last)
    assert [scene.words(p.first, p.last) for p in found] == ["Vantorr"]
