"""Versions of one article are one origin."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.model.article import Article
from sayso.model.statement import Statement
from sayso.weighing.lineage.comparing import ties
from weighing.saying import only, said, told

HELD: dict[str, Any] = {"actor": "Reds", "place": "Norvik"}
PAGE = "https://gazette.example/bridge"
FIRST = "The mayor of Norvik said on Monday that the bridge over the river is open to carts again."
LATER = FIRST.replace("open", "shut")
OTHER = "Snow fell in Sund, where the ferry lay at its pier until the evening and nobody came."


def _article(key: str, name: str, text: str) -> Article:
    return Article(f"art-{key}", name, None, text, (), language="en")


@pytest.mark.parametrize(
    ("name", "text", "tied"),
    [(PAGE, LATER, True), (PAGE, OTHER, True), ("a.txt", LATER, True), ("a.txt", OTHER, False),
     ("rows.jsonl#1", LATER, True), (PAGE, "", False)],
)  # fmt: skip
def test_a_page_is_one_article_and_a_file_where_most_words_are_the_same(
    name: str, text: str, tied: bool
) -> None:
    found = ties([_article("a", name, FIRST), _article("b", name, text)])
    assert [one.kind for one in found] == (["same-article"] if tied else [])
    assert all(name in one.evidence for one in found)
    assert not [
        one
        for one in ties([_article("a", name, FIRST), _article("b", "c", text)])
        if tied and one.kind == "same-article"
    ]


@pytest.mark.parametrize(
    ("statements", "origins"),
    [
        ([told("1", "Gazette", "control", article="art-a", **HELD),
          told("2", "Gazette", "control", article="art-b", **HELD)], 1),
        ([said("1", "Ola Berg", "control", article="art-a", evidence=FIRST, **HELD),
          said("2", "Jon Lund", "control", article="art-b", evidence=LATER, **HELD)], 1),
        ([said("1", "Ola Berg", "control", article="art-a", evidence=FIRST, **HELD),
          said("2", "Jon Lund", "control", article="art-b", evidence=OTHER, **HELD)], 2),
        ([told("1", "Gazette", "control", article="art-a", **HELD),
          told("2", "Post", "control", article="art-c", **HELD)], 2),
    ],
)  # fmt: skip
def test_two_versions_are_never_two_origins(statements: list[Statement], origins: int) -> None:
    articles = [_article("a", PAGE, FIRST), _article("b", PAGE, OTHER), _article("c", "c", "A third text.")]
    (answer,) = only(*statements, articles=tuple(articles)).answers
    assert answer.origins == origins
