"""Marks of texts, and how much they tell."""

from __future__ import annotations

import pytest

from sayso.model.article import Article, Block
from sayso.model.span import Span
from sayso.weighing.texts.marks import marks_of, text_of
from sayso.weighing.texts.weights import MOST, mass, weight


@pytest.mark.parametrize(
    ("sentence", "marks"),
    [
        ("Shelling killed 1,200 goats", {"wshell", "wkille", "#1200", "wgoats"}),
        ("The army left Norvik", {"warmy", "wleft", "wnorvi", "Nnorvik"}),
        ("Thirty-three of them fled at 10:30", {"#33", "wfled", "#10.30"}),
        ("Norvik's mayor", {"wnorvi", "wmayor"}),
        ("one of us", set()),
        ("", set()),
    ],
)
def test_names_figures_and_stems_are_marks(sentence: str, marks: set[str]) -> None:
    assert marks_of(sentence) == marks


def test_what_a_page_puts_around_its_text_has_no_marks() -> None:
    body = "Subscribe now to read. The bridge is ours."
    blocks = (Block(Span(0, 22), "boilerplate"), Block(Span(23, 42), "paragraph"))
    text = text_of(Article("a", "a", None, body, blocks))
    assert [sentence.span.of(body) for sentence in text.sentences] == ["The bridge is ours."]
    assert text.marks == {"wbridg", "wours"}


def test_sentences_end_where_the_next_begins() -> None:
    body = 'It fell. "We held it," he said. 30 men fled.'
    spans = [s.span.of(body) for s in text_of(Article("a", "a", None, body, ())).sentences]
    assert spans == ["It fell.", '"We held it," he said.', "30 men fled."]


def test_rare_marks_weigh_more_and_names_half_as_much_again() -> None:
    assert weight("wpeopl") < weight("wcease") < weight("wxyloq") == MOST
    assert mass(["wxyloq"]) == 2 * MOST
    assert mass(["Nxyloqu"]) == mass(["#48213"]) == 3 * MOST
    assert mass([]) == 0
