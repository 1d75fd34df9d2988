from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.cast.stages import page_of
from sayso.reading.cast.words import fold, pieces, plain, possessive


def test_words_are_runs_of_letters_and_keep_what_stands_between() -> None:
    page = page_of("The U.S.-led troops left the rebels’ camp and Mali’s towns.")
    assert [word.text for word in page.words] == [
        "The",
        "U",
        "S",
        "led",
        "troops",
        "left",
        "the",
        "rebels",
        "camp",
        "and",
        "Mali",
        "towns",
    ]
    gaps = {word.text: word.gap for word in page.words}
    assert gaps["led"] == ".-"
    assert gaps["camp"] == "’ "
    assert gaps["towns"] == "’s "


def test_figures_stay_whole() -> None:
    assert [word.text for word in page_of("Some 1,500 men of the 9th unit and M23.").words][1:2] == ["1,500"]


@pytest.mark.parametrize(
    ("gap", "joins", "owns"),
    [(" ", True, False), ("-", True, False), (", ", False, False), ("’s ", False, True), ("' ", False, True)],
)
def test_gaps(gap: str, joins: bool, owns: bool) -> None:
    assert plain(gap) is joins
    assert possessive(gap) is owns


def test_words_know_their_quotation() -> None:
    page = page_of("“We hold the bridge,” he said.")
    assert [word.quote is not None for word in page.words] == [True, True, True, True, False, False]


def test_a_headline_is_known_by_its_capitals() -> None:
    page = page_of("Army Loses Northern Towns After Heavy Fighting\n\nThe army lost two towns in the north.")
    assert [page.titled(n) for n in range(len(page.sentences))] == [True, False]


def test_folding_takes_case_and_accents_away() -> None:
    assert fold("Séléka") == fold("SELEKA") == "seleka"


def test_pieces_leave_the_possessive_out() -> None:
    assert [word for _, word in pieces("Tigray People’s Liberation Front")] == [
        "Tigray",
        "People",
        "Liberation",
        "Front",
    ]


@given(st.text(max_size=300))
def test_every_word_is_a_slice_of_the_text(text: str) -> None:
    page = page_of(text)
    assert all(word.span.of(text) == word.text for word in page.words)
    starts = [word.span.start for word in page.words]
    assert starts == sorted(starts)
