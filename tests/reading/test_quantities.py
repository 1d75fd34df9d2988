"""Quantities: bounds, units, wholes, and what is no quantity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.analysis import Sentence, Token
from sayso.model.span import Span
from sayso.reading.quantities import find_quantities, read_quantities, share_words

Row = tuple[str, float | None, float | None, float | None, str, str | None]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        # bounds
        ("some 1,500 Norrel soldiers crossed", ("some 1,500", 1500, None, None, "people", "Norrel soldiers")),
        ("at least 12 civilians died", ("at least 12", None, 12, None, "people", "civilians")),
        ("more than 150 fighters", ("more than 150", None, 150, None, "people", "fighters")),
        ("more than 90 Ostrevans fled", ("more than 90", None, 90, None, "people", "Ostrevans")),
        ("up to 40 villages fell", ("up to 40", None, None, 40, "villages", None)),
        ("fewer than 30 houses stood", ("fewer than 30", None, None, 30, "houses", None)),
        ("nearly 400 districts", ("nearly 400", 400, None, 400, "districts", None)),
        ("just over 60 tanks", ("just over 60", 60, 60, None, "tanks", None)),
        ("10 to 15 trucks", ("10 to 15", None, 10, 15, "vehicles", "trucks")),
        ("between 10 and 15 trucks", ("between 10 and 15", None, 10, 15, "vehicles", "trucks")),
        ("10,000-15,000 troops", ("10,000-15,000", None, 10000, 15000, "people", "troops")),
        ("2 to 3 million refugees", ("2 to 3 million", None, 2e6, 3e6, "people", "refugees")),
        ("five or six posts", ("five or six", None, 5, 6, "posts", None)),
        ("200 or more families", ("200 or more", None, 200, None, "families", None)),
        ("dozens of river villages", ("dozens", None, 24, None, "villages", "river villages")),
        ("hundreds of families", ("hundreds", None, 200, None, "families", None)),
        ("thousands fled the town", ("thousands", None, 2000, None, "people", None)),
        # units
        ("a thousand Ostrevan soldiers", ("a thousand", 1000, None, None, "people", "Ostrevan soldiers")),
        ("three people were hurt", ("three", 3, None, None, "people", None)),
        ("said 60 had surrendered", ("60", 60, None, None, "people", None)),
        ("1.2 million have been displaced", ("1.2 million", 1.2e6, None, None, "people", None)),
        ("the mobilization of 20,000 reservists", ("20,000", 20000, None, None, "people", "reservists")),
        ("lost four Sarn rocket launchers", ("four", 4, None, None, "launchers", "Sarn rocket launchers")),
        ("took two more districts", ("two", 2, None, None, "districts", None)),
        ("carried out 38 strikes", ("38", 38, None, None, "strikes", None)),
        ("reopened six border crossings", ("six", 6, None, None, "border crossings", None)),
        ("1,340 kilometers of border with Ostreva", ("1,340", 1340, None, None, "km", "border with Ostreva")),
        ("roughly 40 square kilometres", ("roughly 40", 40, None, None, "square km", None)),
        ("half a mile from the dam", ("half", 0.5, None, None, "miles", None)),
        ("pledged $200 million in aid", ("200 million", 2e8, None, None, "dollars", None)),
        ("the number of troops lost was over 400", ("over 400", None, 400, None, "people", "troops")),
        ("1.500 soldiers in a translated page", ("1.500", 1500, None, None, "people", "soldiers")),
        # standing alone
        ("he put the dead at 1,450.", ("1,450", 1450, None, None, "people", None)),
        ("more than 5,000 since dawn", ("more than 5,000", None, 5000, None, "people", None)),
        ("hundreds, he said", ("hundreds", None, 200, None, "people", None)),
        ("half of them stayed", ("half", 0.5, None, None, "share", None)),
        ("most of them stayed", ("most", None, 0.5, None, "share", None)),
        ("within nine kilometres of the town", ("within nine", None, None, 9, "km", "town")),
        # shares
        ("two thirds of the road to it", ("two thirds", 0.6667, None, None, "share", "road")),
        ("over a third of Norrel's land", ("over a third", None, 0.3333, None, "share", "Norrel's land")),
        ("half of the border with Norrel", ("half", 0.5, None, None, "share", "border with Norrel")),
        ("90 % of the province", ("90 %", 0.9, None, None, "share", "province")),
        ("85 percent of Norrel territory.", ("85 percent", 0.85, None, None, "share", "Norrel territory")),
        ("80 to 90 percent of the town", ("80 to 90 percent", None, 0.8, 0.9, "share", "town")),
        ("most of the border", ("most", None, 0.5, None, "share", "border")),
        ("most of the women and children left", ("most", None, 0.5, None, "share", "women and children")),
        ("half of land between Arr and Osk", ("half", 0.5, None, None, "share", "land between Arr and Osk")),
        ("one in three of the houses", ("one in three", 0.3333, None, None, "share", "houses")),
    ],
)  # fmt: skip
def test_one_quantity(text: str, row: Row) -> None:
    found = read_quantities(text)
    assert len(found) == 1, found
    quantity = found[0]
    assert (quantity.span.of(text), quantity.unit, quantity.of) == (row[0], row[4], row[5])
    assert (quantity.value, quantity.low, quantity.high) == pytest.approx(row[1:4])


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "174 districts out of about 400 have changed hands",
            [("174", 174, "districts"), ("about 400", 400, "districts")],
        ),
        (
            "more than a third of the land's nearly 400 districts",
            [("more than a third", None, "share"), ("nearly 400", 400, "districts")],
        ),
        ("12 people died and 30 wounded were counted", [("12", 12, "people"), ("30", 30, "people")]),
        (
            "1.2 million have been displaced, though others say about 800,000.",
            [("1.2 million", 1.2e6, "people"), ("about 800,000", 8e5, "people")],
        ),
        ("around 90 rockets, most of which missed", [("around 90", 90, "rockets"), ("most", None, "share")]),
        (
            "Ostreva, the poorest country in the eastern basin, has 12 bridges",
            [("poorest country in the eastern basin", 1, "rank"), ("12", 12, "bridges")],
        ),
        ("Vantorr, the second largest city in the north", [("second largest city in the north", 2, "rank")]),
    ],
)
def test_several_quantities(text: str, rows: list[tuple[str, float | None, str]]) -> None:
    found = [(q.span.of(text), q.value, q.unit) for q in read_quantities(text)]
    assert found == rows


@pytest.mark.parametrize(
    "text",
    [
        "In 2015 soldiers came to the valley",
        "It began in 2014.",
        "on July 5 and on 6 August 2021",
        "at 7:12 p.m. or 00:04",
        "the attacks of 9/11",
        "a T-72, an M23 column, an S-300 and the R5 road",
        "27-year-old Ilo Bann and Sari Kell, 34, were there",
        "the 4th brigade and the second attempt",
        "one of the most important posts",
        "no one was hurt",
        "for 13 days and within 48 hours",
        "a 20-year war",
        "155mm guns on Highway 4 under Resolution 2254",
        "half an hour later",
        "in the second half",
        "a third attack on the bridge",
        "the 1990s",
        "grew by three percentage points",
        "see https://news.example/12/34",
    ],
)
def test_no_quantity(text: str) -> None:
    assert read_quantities(text) == ()


def test_a_figure_alone_counts_what_the_one_before_it_counts() -> None:
    text = "The army lost nineteen tanks, fourteen of them new"
    assert [(q.value, q.unit) for q in read_quantities(text)] == [(19, "tanks"), (14, "tanks")]


@pytest.mark.parametrize("text", ["21 of Norrel's roughly 30 districts", "21 of the 30 districts"])
def test_a_part_is_counted_in_the_unit_of_its_whole(text: str) -> None:
    assert [(q.value, q.unit) for q in read_quantities(text)] == [(21, "districts"), (30, "districts")]


def test_a_finite_verb_ends_the_whole() -> None:
    text = "most of the grain trade passes here"
    start = text.index("passes")
    token = Token(Span(start, start + 6), "passes", "VBZ", "pass")
    (quantity,) = find_quantities(text, [Sentence(Span(0, len(text)), 0, 0, 1)], [token])
    assert quantity.of == "grain trade"


def test_sentences_are_read_apart() -> None:
    text = "They lost 12. Tanks came."
    sentences = [Sentence(Span(0, 13), 0, 0, 0), Sentence(Span(14, 25), 0, 0, 0)]
    assert find_quantities(text, sentences, []) == ()


@given(st.text(alphabet="0123456789 ofthealmsrdn,.%-/\n'", max_size=80))
def test_never_raises_and_spans_hold(text: str) -> None:
    for quantity in read_quantities(text):
        assert quantity.span.of(text)
        assert quantity.of is None or quantity.of in text or quantity.unit == "share"
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high


def test_share_words() -> None:
    shares = share_words()
    assert shares["entire"].value == 1.0
    assert shares["most of"].low == 0.5
    assert shares["almost all"].low == 0.9
