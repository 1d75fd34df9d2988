from __future__ import annotations

import pytest

from articles.making import got

PAGE = """---
title: "Bridge at Lomer changes hands"
date: 2031-05-04
source: The Lomer Courier
lang: en
---
# Bridge at Lomer changes hands

By Ann Teller

LOMER, May 3 (Norrel) — The **Ridge Front** said on Monday that its *fighters* had taken
the [bridge](http://x.example/a_b) at Lomer, and that the army had left the [town][1]. “We hold it.”

## Hundreds flee

- The army denied it. "We are there," it said.
- Read also: [Other story](http://y.example)

> A snake_case_name and 2 * 3 * 4 stay, the report said.

[1]: http://example.org
"""


def test_marks_are_taken_off_and_structure_kept() -> None:
    found = got(PAGE, "text/markdown", name="page.md")
    assert [kind for kind, _ in found.kinds()] == [
        "title", "byline", "date", "paragraph", "heading", "paragraph", "boilerplate", "paragraph",
    ]  # fmt: skip
    text = found.article.text
    assert "The Ridge Front said on Monday that its fighters had taken the bridge at Lomer" in text
    assert "A snake_case_name and 2 * 3 * 4 stay" in text
    assert "http" not in text
    article = found.article
    assert (article.title, article.outlet, article.published) == (
        "Bridge at Lomer changes hands", "The Lomer Courier", "2031-05-04",
    )  # fmt: skip
    assert article.published_from == "the page's own data"


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("a **b** *c* __d__ _e_ `f` ~~g~~", "a b c d e f g"),
        (r"1\. not a \*list\*", "1. not a *list*"),
        ("![a soldier](x.png) stands", "a soldier stands"),
        ("<https://x.example/y> and <b>bold</b>", "https://x.example/y and bold"),
        ("one<!-- hidden --> two", "one two"),
        ("first line\nsecond line", "first line second line"),
    ],
)
def test_inline_marks(marked: str, plain: str) -> None:
    assert got(marked, "text/markdown").article.text == plain


def test_toml_front_matter() -> None:
    found = got('+++\ntitle = "Two towns fall"\ndate = 2031-05-04\n+++\nThe army left.', "text/markdown")
    assert (found.article.title, found.article.published) == ("Two towns fall", "2031-05-04")


def test_underlined_heading() -> None:
    found = got("Two towns fall\n=====\n\nThe army left.\n\nWhat now\n---\n\nNobody knows.", "text/markdown")
    assert [kind for kind, _ in found.kinds()] == ["title", "paragraph", "heading", "paragraph"]
