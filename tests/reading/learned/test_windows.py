from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.analysis import Token
from sayso.model.span import Span
from sayso.reading.learned.spans import stretches
from sayso.reading.learned.windows import LONGEST, cut, shape


def tokens(count: int) -> list[Token]:
    return [Token(Span(2 * n, 2 * n + 1), "x", "NN", "x") for n in range(count)]


def one_piece(words: Sequence[str]) -> list[list[int]]:
    return [[7] for _ in words]


@given(st.lists(st.integers(1, 400), min_size=1, max_size=30))
def test_every_word_is_read_in_exactly_one_window(lengths: list[int]) -> None:
    sentences, at = [], 0
    for length in lengths:
        sentences.append((at, at + length))
        at += length
    windows = cut(tokens(at), sentences, one_piece)
    read = [word for window in windows for word in range(window.first + window.own, window.last)]
    assert read == list(range(at))
    assert all(len(window.ids) == len(window.at) + 2 for window in windows)


def test_a_window_begins_with_a_sentence_of_context() -> None:
    windows = cut(tokens(300), [(n, n + 50) for n in range(0, 300, 50)], one_piece)
    assert [(window.first, window.own, window.last) for window in windows] == [(0, 0, 200), (150, 50, 300)]


def test_a_sentence_that_fits_nowhere_stands_alone_and_is_cut() -> None:
    (window,) = cut(tokens(900), [(0, 900)], one_piece)
    assert LONGEST < window.last < 512


def test_a_word_of_no_piece_is_unknown_and_one_of_many_is_cut() -> None:
    (window,) = cut(tokens(2), [(0, 2)], lambda _: [[], list(range(50))])
    assert window.ids == (101, 100, *range(12), 102)
    assert window.at == (1, 2)


@pytest.mark.parametrize(
    ("form", "number"),
    [
        ("“", 1),
        ("", 1),
        ("1,500", 2),
        ("town", 3),
        ("UN", 4),
        ("A", 5),
        ("Velm", 6),
        ("McKay", 7),
        ("al-Duhri", 7),
    ],
)
def test_shapes(form: str, number: int) -> None:
    assert shape(form) == number


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ([], []),
        ([0, 0], []),
        ([1, 2, 0, 1], [(0, 2), (3, 4)]),
        ([1, 1], [(0, 1), (1, 2)]),
        ([0, 2, 2, 0, 2], [(1, 3), (4, 5)]),
    ],
)
def test_stretches(tags: list[int], found: list[tuple[int, int]]) -> None:
    assert stretches(tags) == found
