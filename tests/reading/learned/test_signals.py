from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sayso.model.analysis import Analysis, Entity, Sentence, Token
from sayso.model.span import Span
from sayso.reading.learned.hints import TAGS, WIDTH, hints_of, tag_number
from sayso.reading.learned.network import Seen
from sayso.reading.learned.scheme import ANCHORS, CUE, ROLES, TYPES
from sayso.reading.learned.signals import Hung, Signals, _fillers, _in_a_row, _outshone, _silent
from sayso.reading.learned.topic import tells_of_conflict
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
    assert _fillers("place", tagged((2, 3, 0.9), (4, 5, 0.8), (6, 7, 0.7)), WINDOW, WORDS, 1) == (
        (2, 3),
        (4, 5),
        (6, 7),
    )


def test_of_others_the_likeliest_counts() -> None:
    assert _fillers("place", tagged((0, 1, 0.7), (2, 3, 0.9)), WINDOW, WORDS, 1) == ((2, 3),)
    assert _fillers("content", tagged((0, 1, 0.7), (2, 3, 0.9)), WINDOW, WORDS, 1) == ((0, 1), (2, 3))
    assert _fillers("place", tagged(), WINDOW, WORDS, 1) == ()


def test_of_figures_the_nearest_to_the_anchor_counts() -> None:
    both = tagged((0, 1, 0.9), (7, 9, 0.6))
    assert _fillers("quantity", both, WINDOW, WORDS, 6) == ((7, 9),)
    assert _fillers("quantity", both, WINDOW, WORDS, 1) == ((0, 1),)


def test_what_stands_in_a_row() -> None:
    assert _in_a_row((2, 3), (4, 5), WORDS)
    assert not _in_a_row((0, 1), (2, 3), WORDS)
    assert not _in_a_row((2, 3), (3, 4), WORDS)


def test_a_weaker_anchor_near_a_stronger_one_is_none() -> None:
    scores = np.zeros((8, len(ANCHORS)), dtype=np.float32)
    places = [(0, 0), (1, 0), (1, 1), (3, 2), (5, 0), (6, CUE)]
    for (word, kind), score in zip(places, (0.6, 0.9, 0.7, 0.5, 0.7, 0.5), strict=True):
        scores[word, kind] = score
    left = [(w, k) for w, k in places if not _outshone(scores, w, k, places)]
    assert left == [(1, 0), (3, 2), (5, 0), (6, CUE)]


def test_a_report_that_would_state_nothing_states_its_likeliest() -> None:
    seen = Seen(
        np.zeros((10, 1), np.float32), np.full((10, len(ANCHORS)), 0.01, np.float32), np.zeros((10, 1))
    )
    seen.anchors[4, TYPES.index("attack")] = 0.12
    seen.anchors[6, TYPES.index("other")] = 0.11
    cue = Hung(1, CUE, 0.9, sole=False, roles={"content": ((3, 8),)}, verdicts={})
    assert _silent(WINDOW, seen, [cue]) == [(6, TYPES.index("other"))]
    stated = Hung(5, 0, 0.9, sole=False, roles={}, verdicts={})
    assert _silent(WINDOW, seen, [cue, stated]) == []
    faint = replace(stated, probability=0.2)
    assert _silent(WINDOW, seen, [cue, faint]) == [(6, TYPES.index("other"))]
    seen.anchors[:] = 0.01
    assert _silent(WINDOW, seen, [cue]) == []


@pytest.mark.parametrize(
    ("expected", "sentences", "tells"), [(0.9, 30, True), (0.5, 30, False), (0.0, 4, True)]
)
def test_a_long_article_that_states_no_fighting_tells_of_no_conflict(
    expected: float, sentences: int, *, tells: bool
) -> None:
    span = Span(0, 1)
    analysis = Analysis(
        "a",
        None,
        sentences=(Sentence(span, 0, 0, 1),) * sentences,
        entities=(Entity("party", "Ondarek Front"),),
    )
    hung = (
        Hung(0, TYPES.index("attack"), expected, sole=False, roles={}, verdicts={}),
        Hung(1, TYPES.index("attack"), 9.0, sole=True, roles={}, verdicts={}),
        Hung(2, TYPES.index("other"), 9.0, sole=False, roles={}, verdicts={}),
    )
    signals = Signals((), np.zeros((0, 1), dtype=np.float32), hung, ())
    assert tells_of_conflict(analysis, signals) is tells


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
