"""Names for the web, and days."""

from __future__ import annotations

import json
from datetime import date
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.rows import CALM
from sayso.exports.writing import Stretch, address, listed, stretch, urn
from sayso.model.article import Article


@CALM
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_an_id_comes_back_from_its_iri(text: str) -> None:
    name = urn(text)
    assert name.isascii()
    assert not set(name) & set('<>"{}|\\^` \n')
    assert unquote(name.removeprefix("urn:sayso:")) == text


@pytest.mark.parametrize(
    "name", ["a.txt", "javascript:alert(1)", "http:///nowhere", "file:///etc", "https://[bad"]
)
def test_only_web_addresses_are_addresses(name: str) -> None:
    assert address(Article("art-1", name, None, "", ())) is None


@CALM
@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_an_address_holds_no_mark_that_ends_one(tail: str) -> None:
    found = address(Article("art-1", f"https://a.example/{tail}", None, "", ()))
    if found is not None:
        assert found.isascii()
        assert not set(found) & set('<>"{}|\\^` \n')
        assert urlsplit(found).hostname == "a.example"


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2031-02-28", (2031, 2, 28), (2031, 2, 28)),
        ("2032-02", (2032, 2, 1), (2032, 2, 29)),
        ("2031", (2031, 1, 1), (2031, 12, 31)),
        ("2031-03/2031-04-02", (2031, 3, 1), (2031, 4, 2)),
    ],
)
def test_days_of_a_time(when: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert stretch(when) == Stretch(date(*first), date(*last))


def test_no_time_has_no_days() -> None:
    assert stretch(None) is None


@pytest.mark.parametrize("items", [[], [1], [1, {"a": "\u2028"}]])
def test_a_list_in_pieces_is_json(items: list[object]) -> None:
    assert json.loads("".join(listed({"x": 1}, "items", items))) == {"x": 1, "items": items}
    assert json.loads("".join(listed({}, "items", items))) == {"items": items}
