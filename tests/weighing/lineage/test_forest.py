"""Links that hold once people have cut some and added others."""

from __future__ import annotations

import itertools
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing.lineage.forest import forest, groups
from sayso.weighing.links import Link, lineages, link

KEYS = "abcdef"
PAIRS = list(itertools.combinations(KEYS, 2))


def _tied(*pairs: tuple[str, str, int]) -> list[Link]:
    return [link("shared-text", a, b, "words", strength) for a, b, strength in pairs]


def test_no_more_links_are_held_than_it_takes_and_the_strongest_go_first() -> None:
    held = forest(_tied(("a", "b", 900), ("b", "c", 300), ("a", "c", 800)), KEYS, frozenset(), frozenset())
    assert [one.pair for one in held] == [("a", "b"), ("a", "c")]


def test_a_cut_parts_two_by_whatever_way_they_are_tied() -> None:
    found = _tied(("a", "b", 900), ("b", "c", 300), ("a", "c", 800))
    held = forest(found, KEYS, frozenset({("a", "c")}), frozenset())
    assert groups(held) == {"a": "a", "b": "a"}


def test_what_people_add_is_held_first_and_unknown_records_are_passed_over() -> None:
    held = forest([], {"a", "b"}, frozenset(), frozenset({("a", "b"), ("a", "zz")}))
    assert [(one.kind, one.pair) for one in held] == [("judgement", ("a", "b"))]


@given(
    st.lists(st.tuples(st.sampled_from(PAIRS), st.integers(0, 1000)), unique_by=lambda t: t[0]),
    st.frozensets(st.sampled_from(PAIRS), max_size=4),
    st.randoms(use_true_random=False),
)
def test_never_are_two_together_that_people_part_and_order_does_not_matter(
    found: list[tuple[tuple[str, str], int]], cut: frozenset[tuple[str, str]], random: Random
) -> None:
    tied = _tied(*((a, b, n) for (a, b), n in found))
    held = forest(tied, KEYS, cut, frozenset())
    random.shuffle(tied)
    assert forest(tied, KEYS, cut, frozenset()) == held
    group = groups(held)
    assert not [pair for pair in cut if pair[0] in group and group[pair[0]] == group.get(pair[1])]


def test_a_link_has_one_id_whatever_its_evidence_and_is_a_lineage_of_its_own() -> None:
    one, again = link("shared-text", "b", "a", "these words"), link("shared-text", "a", "b", "those words")
    assert one.id == again.id
    (lineage,) = lineages([one, again])
    assert (lineage.id, lineage.members, lineage.evidence) == (one.id, ("a", "b"), "these words")
