"""Words in quotation marks, with marks of all shapes and none closing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.article import Block
from sayso.model.span import Span
from sayso.reading.quotes import find_quotes


def quotes(*paragraphs: str) -> list[tuple[str, bool, int]]:
    text = "\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(start, start + len(paragraph)), "paragraph"))
        start += len(paragraph) + 1
    return [(q.span.of(text), q.closed, q.chain) for q in find_quotes(text, blocks)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We hold Velm,” he said.", ["We hold Velm,"]),
        ('"We hold Velm," he said.', ["We hold Velm,"]),
        ("«We hold Velm», he said.", ["We hold Velm"]),
        ("„We hold Velm“, he said.", ["We hold Velm"]),
        ("``We hold Velm,'' he said.", ["We hold Velm,"]),
        ("‘We hold Velm,’ he said.", ["We hold Velm,"]),
        ("'We hold the miners' homes,' he said.", ["We hold the miners' homes,"]),
        ("They called for ” restraint “ , again.", ["restraint"]),
        ("They have ” the means “ to win.", ["the means"]),
        ("“We will take it“Tal said.", ["We will take it"]),
        ("“We retake the site”Ministry spokesman Tal said.", ["We retake the site"]),
        ("The rebels’ homes and the army’s camp", []),
        ("It was 5'10\" long, in the '90s.", []),
        ("He called it a “victory” and left.", ["victory"]),
        ("He said: “She told me ‘leave now’ twice.”", ["She told me ‘leave now’ twice.", "leave now"]),
        ("“We go” and “we stay”, they said.", ["We go", "we stay"]),
        ("“", []),
    ],
)
def test_one_paragraph(text: str, expected: list[str]) -> None:
    assert [words for words, _, _ in quotes(text)] == expected


def test_a_quotation_over_paragraphs_is_one_chain() -> None:
    assert quotes("He said: “Velm is ours.", "“Orsk will be ours.", "“So will Karvel.” He left.") == [
        ("Velm is ours.", False, 0),
        ("Orsk will be ours.", False, 0),
        ("So will Karvel.", True, 0),
    ]


def test_a_mark_that_opens_anew_after_a_full_stop_carries_on() -> None:
    assert quotes("“Velm is ours. “Orsk is ours too,” Tal said.") == [
        ("Velm is ours.", False, 0),
        ("Orsk is ours too,", True, 0),
    ]


def test_a_quotation_never_closed_ends_with_its_sentence() -> None:
    assert quotes("“Velm is ours, Tal said. The army denied it.") == [("Velm is ours, Tal said.", False, 0)]


def test_captions_and_titles_are_left_out() -> None:
    text = "“A” title\n“B” text"
    blocks = (Block(Span(0, 9), "title"), Block(Span(10, len(text)), "paragraph"))
    assert [q.span.of(text) for q in find_quotes(text, blocks)] == ["B"]


@given(st.text(alphabet="ab .,?\"“”‘’'«»\n", max_size=150))
def test_quotations_lie_inside_their_block_and_in_order(text: str) -> None:
    found = find_quotes(text, (Block(Span(0, len(text)), "paragraph"),))
    assert list(found) == sorted(found, key=lambda q: (q.span.start, -q.span.end))
    assert all(0 <= q.span.start < q.span.end <= len(text) for q in found)
    assert all(not q.span.of(text)[0].isspace() and not q.span.of(text)[-1].isspace() for q in found)
