"""The chain shows every change of an entry."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.chain import START, breaks, make_entry
from sayso.ledger.interface import Entry


def chain(length: int) -> list[Entry]:
    entries: list[Entry] = []
    for number in range(1, length + 1):
        previous = entries[-1].hash if entries else START
        entries.append(make_entry(number, "article", f"art-{number}", "b" * 64, "2031-01-01", previous))
    return entries


def test_a_chain_holds() -> None:
    entries = chain(5)
    assert list(breaks([])) == list(breaks(entries)) == []
    assert list(breaks(entries, START)) == list(breaks([], START)) == []
    for entry in entries:
        assert list(breaks(entries, entry.hash)) == []
    assert list(breaks([], entries[0].hash)) != []


@given(st.integers(0, 4), st.sampled_from([f.name for f in fields(Entry)]), st.text(max_size=8))
def test_any_changed_field_is_found(at: int, field: str, value: str) -> None:
    entries = chain(5)
    changed: Any = len(value) + 20 if field == "number" else value + "!"
    entries[at] = replace(entries[at], **{field: changed})
    assert list(breaks(entries))


@given(st.permutations(range(5)))
def test_any_other_order_is_found(order: list[int]) -> None:
    entries = chain(5)
    assert bool(list(breaks([entries[n] for n in order]))) is (order != sorted(order))


@given(st.sets(st.integers(0, 4), min_size=1))
def test_any_gap_is_found_given_the_head(gone: set[int]) -> None:
    entries = chain(5)
    left = [entry for n, entry in enumerate(entries) if n not in gone]
    assert list(breaks(left, entries[-1].hash))


@pytest.mark.parametrize(
    ("left", "right"),
    [(("a", "b"), ("ab", "")), (("a", 'b","c'), ("a", "b,c")), (("1", "x"), ("1 ", "x"))],
)
def test_fields_do_not_run_together(left: tuple[str, str], right: tuple[str, str]) -> None:
    first, second = (make_entry(1, kind, subject, "b", "d", START) for kind, subject in (left, right))
    assert first.hash != second.hash
