from __future__ import annotations

import numpy as np

from sayso.model.analysis import Token
from sayso.model.span import Span
from sayso.reading.learned.hints import TAGS, WIDTH, hints_of, tag_number
from sayso.reading.learned.scheme import CUE, ROLES, TYPES
from sayso.reading.learned.signals import _fillers, _in_a_row, _outshone
from sayso.reading.learned.windows import Window

WORDS = ["They", "took", "Velm", ",", "Orsa", "and", "Tal", "on", "Monday", "."]
WINDOW = Window(0, 0, (), tuple(range(len(WORDS))), (), (), ())


def tagged(*spans: tuple[int, int, float]) -> np.ndarray:
    rows = np.zeros((len(WORDS), 3), dtype=np.float32)
    rows[:, 0] = 1.0
    for first, last, sure in spans:
        for word in range(first, last):
            rows[word] = [1 - sure, sure if word == first else 0.0, 0.0 if word == first else sure]
    return rows


def test_fillers_in_a_row_are_all_kept() -> None:
    assert _fillers("place", tagged((2, 3, 0.9), (4, 5, 0.8), (6, 7, 0.7)), WINDOW, WORDS) == (
        (2, 3),
        (4, 5),
        (6, 7),
    )


def test_of_others_the_likeliest_counts() -> None:
    assert _fillers("place", tagged((0, 1, 0.7), (2, 3, 0.9)), WINDOW, WORDS) == ((2, 3),)
    assert _fillers("content", tagged((0, 1, 0.7), (2, 3, 0.9)), WINDOW, WORDS) == ((0, 1), (2, 3))
    assert _fillers("place", tagged(), WINDOW, WORDS) == ()


def test_what_stands_in_a_row() -> None:
    assert _in_a_row((2, 3), (4, 5), WORDS)
    assert not _in_a_row((0, 1), (2, 3), WORDS)
    assert not _in_a_row((2, 3), (3, 4), WORDS)


def test_a_weaker_anchor_beside_a_stronger_one_is_none() -> None:
    scores = np.array([[0.6, 0.6], [0.9, 0.1], [0.6, 0.1], [0.1, 0.1], [0.1, 0.1], [0.7, 0.1]])
    places = [(0, 0), (0, 1), (1, 0), (2, 0), (5, 0)]
    left = [(w, k) for w, k in places if not _outshone(scores, w, k, places)]
    assert left == [(0, 1), (1, 0), (5, 0)]


def test_hints_of_the_lexicons() -> None:
    def hints(text: str, tag: str, lemma: str) -> set[str]:
        (row,) = hints_of([Token(Span(0, len(text)), text, tag, lemma)])
        assert len(row) == WIDTH
        return {name for name, held in zip((*TYPES, "cue"), row, strict=True) if held}

    assert "takeover" in hints("captured", "VBD", "capture")
    assert hints("said", "VBD", "say") >= {"cue"}
    assert "casualties" in hints("prisoners", "NNS", "prisoner")
    assert hints("town", "NN", "town") == set()


def test_tags_have_numbers() -> None:
    assert tag_number("NNP") == TAGS.index("NNP") + 1
    assert tag_number(",") == 0


def test_the_scheme_is_in_order() -> None:
    assert len(TYPES) == CUE == 11
    assert ROLES[-1] == "content"
