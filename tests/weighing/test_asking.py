"""Which question a statement answers."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.model.statement import Statement
from weighing.saying import asked, people, said, share


def _together(*statements: Statement) -> bool:
    return len(asked(*statements)) == 1


TAKEN = said("1", "Reds", "takeover", actor="Reds", place="Norvik")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("control", {"actor": "Blues", "place": "norvik"}),
        ("retreat", {"actor": "Blues", "place_from": "Norvik"}),
        ("attack", {"actor": "Blue army", "target": "Reds", "place": "Norvik"}),
        ("control", {"actor": "Reds", "place": "Norvik", "quantity": share(0.5)}),
    ],
)
def test_all_that_bears_on_who_holds_a_place_is_one_question(kind: str, fields: dict[str, Any]) -> None:
    assert _together(TAKEN, said("2", "Blues", kind, **fields))


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("control", {"actor": "Reds", "place": "Sund"}),
        ("talks", {"actor": "Reds", "place": "Norvik"}),
        ("control", {"actor": "Reds", "place": "Norvik", "modality": "demanded"}),
    ],
)
def test_what_does_not_is_another(kind: str, fields: dict[str, Any]) -> None:
    assert not _together(TAKEN, said("2", "Blues", kind, **fields))


def test_an_attack_where_nobody_claims_ground_is_asked_for_by_the_place() -> None:
    found = asked(
        said("1", "Reds", "attack", actor="Blues", place="Norvik"),
        said("2", "Blues", "attack", actor="Reds", place="Norvik"),
    )
    assert list(found) == ["Who attacks Norvik?"]


def test_fighting_in_a_country_does_not_say_who_holds_it() -> None:
    found = asked(
        said("1", "Reds", "control", actor="Reds", place="Norway", quantity=share(0.8)),
        said("2", "Reds", "attack", actor="Reds", place="Norway"),
        said("3", "Greens", "retreat", actor="Greens", place="Norway"),
        said("4", "Greens", "retreat", actor="Greens", place="Norway", modality="intended"),
    )
    assert sorted(q.type for q in found.values()) == ["attack", "control", "retreat", "retreat"]
    assert "What share of Norway does Reds hold?" in found
    assert {"Who withdraws from Norway?", "Planned: Who withdraws from Norway?"} <= set(found)


def test_shares_and_numbers_of_one_set_are_one_question() -> None:
    assert _together(
        said("1", "Reds", "takeover", actor="Reds", place="districts of Norway", quantity=share(0.3)),
        said("2", "Reds", "takeover", actor="Reds", place="districts of Norway", quantity=people(3)),
    )


def test_one_partys_word_on_talks_goes_with_the_pair_that_mostly_talks() -> None:
    found = asked(
        said("1", "Greens", "talks", actor="Reds", target="Blues"),
        said("2", "Greens", "talks", actor="Blues", target="Reds"),
        said("3", "Greens", "talks", actor="Reds", target="Greens"),
        said("4", "Reds", "talks", actor="Reds", modality="intended"),
    )
    sizes = sorted(sum(len(a.statements) for a in q.answers) for q in found.values())
    assert sizes == [1, 3]


def test_a_statement_with_nothing_to_ask_by_is_asked_by_its_actor_or_not_at_all() -> None:
    assert list(asked(said("1", "Reds", "stance", actor="Reds"))) == ["Where does Reds stand?"]
    assert not asked(said("1", "Reds", "other"))


def test_an_id_hangs_on_the_key_alone() -> None:
    (one,) = asked(TAKEN).values()
    (two,) = asked(said("9", "Blues", "control", actor="Blues", place="NORVIK")).values()
    assert one.id == two.id
