"""The day from which relative times count."""

from __future__ import annotations

import pytest

from sayso.model.article import Article, Block
from sayso.model.span import Span
from sayso.reading.anchor import find_anchor


def article(
    *paragraphs: str, published: str | None = None, found_in: str | None = None, head: str = ""
) -> Article:
    """Return an article of these paragraphs under a line of its head."""
    blocks, text = [], ""
    for kind, line in [("date", head), *(("paragraph", p) for p in paragraphs)]:
        if line:
            blocks.append(Block(Span(len(text), len(text) + len(line)), kind))  # type: ignore[arg-type]
            text += line + "\n\n"
    return Article("a-1", "a.txt", None, text, tuple(blocks), published=published, published_from=found_in)


PAIRED = "The rebels said Friday, July 9 that the post had fallen."


@pytest.mark.parametrize(
    ("paragraphs", "published", "found_in", "day"),
    [
        # the page's day stands
        (("Troops took the dam on Monday.",), "2021-10-18", "the line 'x'", "2021-10-18"),
        (("The siege has lasted since Sept. 21.",), "2021-10-18", "the line 'x'", "2021-10-18"),
        (("It ends by August 31.",), "2021-07-25", "the line 'x'", "2021-07-25"),
        (("In 2001, on March 3, it began.", "He spoke on Monday."), "2021-07-25", "meta", "2021-07-25"),
        # a labelled day is not doubted for one passing date
        (("The truce of July 5 is over.",), "2021-08-05", "the line 'Published: 5.8.'", "2021-08-05"),
        # nor is the day on which a longer story began the story's own
        (("It fell on Tuesday.", "The war began on July 5."), "2021-07-25", "the line 'x'", "2021-07-25"),
        (("It is the third since they rose on July 5.",), "2021-07-25", "the line 'x'", "2021-07-25"),
        (("They rose on July 5.",), "2021-07-25", "the page's own data", "2021-07-25"),
        # the text's own day wins over a bare line
        ((PAIRED,), "2021-07-25", "the line 'July 25, 2021'", "2021-07-09"),
        ((PAIRED,), "2021-07-25", "the line 'Posted July 25'", "2021-07-09"),
        # … and moves on to a bare weekday shortly after it
        (("They met on Friday.", "Some fled on July 5."), "2021-08-05", "the line 'August 5'", "2021-07-09"),
        # a weekday fixes another year
        ((PAIRED,), "2026-07-25", "the line 'July 25'", "2021-07-09"),
        # without a page
        (("VANTORR, July 9, 2021 - The post has fallen.",), None, None, "2021-07-09"),
        (("The post fell on Friday, July 9.", "The war began in 2018."), None, None, "2021-07-09"),
        (("The post fell on Friday.",), "2021-07", "the line 'July 2021'", "2021-07"),
        # nothing to go by
        (("The post fell on July 9.",), None, None, None),
        (("The post fell on Friday.",), None, None, None),
        ((), None, None, None),
    ],
)  # fmt: skip
def test_anchor(
    paragraphs: tuple[str, ...], published: str | None, found_in: str | None, day: str | None
) -> None:
    anchor = find_anchor(article(*paragraphs, published=published, found_in=found_in))
    assert anchor.day == day, anchor.note
    assert anchor.note


def test_a_heading_without_a_year_takes_it_from_the_text() -> None:
    anchor = find_anchor(article("The group has fought here since 2015.", head="Thursday, August 5"))
    assert anchor.day == "2021-08-05"
    assert "2015" in anchor.note


def test_the_note_names_the_month_of_an_unknown_year() -> None:
    anchor = find_anchor(article("The post fell on July 9."))
    assert anchor.day is None
    assert "July of an unknown year" in anchor.note
