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
        ("control", {"actor": "Reds", "place": "Norvik", "quantity": share(0.5)}),
    ],
)
def test_all_that_bears_on_who_holds_a_place_is_one_question(kind: str, fields: dict[str, Any]) -> None:
    assert _together(TAKEN, said("2", "Blues", kind, **fields))


def _asking(key: str, *statements: Statement) -> list[str]:
    """Return the questions under which a statement stands."""
    found = asked(*statements).values()
    return sorted(q.question for q in found if any(key in answer.statements for answer in q.answers))


HELD: dict[str, Any] = {"actor": "Reds", "place": "Norvik"}
BORDER: dict[str, Any] = {"actor": "Reds", "place": "Afghanistan-Iran border", "quantity": share(0.9)}
CROSSINGS: dict[str, Any] = {
    "actor": "Reds",
    "place": "border crossings of Afghanistan",
    "quantity": people(2),
}


@pytest.mark.parametrize(
    ("kind", "fields", "also"),
    [
        ("attack", {"actor": "Blues", "place": "Norvik"}, ["Who attacks Norvik?", "Who holds Norvik?"]),
        ("control", HELD | {"place": "port of Norvik"}, ["Who holds Norvik?", "Who holds port of Norvik?"]),
        ("control", HELD | {"place": "Norvik Gate"}, ["Who holds Norvik Gate?"]),
        ("control", HELD | {"place": "road to Norvik"}, ["Who holds road to Norvik?"]),
        ("control", HELD | {"place": "plain below Norvik"}, ["Who holds plain below Norvik?"]),
        (
            "deployment",
            {"actor": "Blues", "place": "Norvik"},
            ["What forces does Blues deploy?", "Who holds Norvik?"],
        ),
        (
            "deployment",
            {"actor": "Blues", "place": "Norvik", "place_from": "Sund"},
            ["What forces does Blues deploy?"],
        ),
    ],
)
def test_on_what_is_held_bears_a_part_an_attack_and_who_is_there(
    kind: str, fields: dict[str, Any], also: list[str]
) -> None:
    assert _asking("2", TAKEN, said("2", "Blues", kind, **fields)) == also


@pytest.mark.parametrize(
    ("whole", "fields", "bears"),
    [
        (BORDER, {"actor": "Reds", "place": "Islam Qala"}, True),
        (BORDER, {"actor": "Reds", "place": "Torghundi"}, False),
        (CROSSINGS, {"actor": "Reds", "place": "Islam Qala"}, True),
        (CROSSINGS, {"actor": "Blues", "place": "Islam Qala"}, False),
        (CROSSINGS, {"actor": "Reds", "place": "Kandahar"}, False),
        ({"actor": "Reds", "place": "Herat Province"}, {"actor": "Reds", "place": "Islam Qala"}, True),
        ({"actor": "Reds", "place": "Afghanistan"}, {"actor": "Reds", "place": "Islam Qala"}, False),
    ],
)
def test_a_post_bears_on_its_border_its_province_and_the_posts_of_its_land(
    whole: dict[str, Any], fields: dict[str, Any], bears: bool
) -> None:
    found = _asking("2", said("1", "Reds", "control", **whole), said("2", "Reds", "takeover", **fields))
    assert len(found) == 1 + bears


def test_all_of_a_border_bears_on_its_posts_and_most_of_it_does_not() -> None:
    post = said("1", "Reds", "control", actor="Reds", place="Islam Qala")
    all_of_it = said("2", "Reds", "control", **BORDER | {"quantity": share(1.0)})
    assert len(_asking("2", post, all_of_it)) == 2
    assert len(_asking("2", post, said("2", "Reds", "control", **BORDER))) == 1


def test_whether_a_side_will_leave_is_asked_apart_from_who_holds() -> None:
    found = asked(TAKEN, said("2", "Blues", "retreat", actor="Reds", place="Norvik", modality="demanded"))
    assert sorted(found) == ["Does Reds leave Norvik?", "Who holds Norvik?"]


def test_who_is_feared_and_who_is_no_threat_is_one_question() -> None:
    found = asked(
        said("1", "Greens", "stance", actor="Greens", target="Reds", evidence="the Greens fear the Reds"),
        said("2", "Reds", "stance", actor="Reds", target="Greens", polarity="negative",
             evidence="we are no threat to the Greens"),
        said("3", "Greens", "stance", actor="Greens", evidence="Greens are worried"),
    )  # fmt: skip
    assert sum(len(a.statements) for a in found["Is Reds a danger?"].answers) == 3
    assert found["Is Reds a danger?"].status == "contested"


def test_a_demand_on_somebody_tells_how_one_stands_towards_them() -> None:
    found = _asking(
        "2",
        said("1", "Reds", "stance", actor="Reds", target="foreign forces in Norway"),
        said("2", "Reds", "retreat", actor="foreign forces in Norway", place="Norway", modality="demanded"),
    )
    assert found == [
        "Demanded: Who withdraws from Norway?",
        "How does Reds stand towards foreign forces in Norway?",
    ]


def test_talks_at_a_place_are_one_question_and_a_word_on_the_pair_bears_on_it() -> None:
    found = asked(
        said("1", "Greens", "talks", actor="Reds", target="Blues", place="Sund"),
        said("2", "Blues", "talks", actor="Blues", target="Reds", modality="intended", polarity="negative"),
    )
    assert [len(q.answers) for q in found.values() if q.question == "How do talks at Sund stand?"] == [2]


def test_unnamed_people_of_one_place_are_lost_together_and_a_person_stays_himself() -> None:
    found = asked(
        said("1", "Post", "casualties", target="residents of Norvik", place="Norvik", quantity=people(3)),
        said("2", "Post", "casualties", target="two patients", place="Norvik", quantity=people(2)),
        said("3", "Reds", "casualties", target="Una Holt", place="Norvik", quantity=people(1)),
    )
    assert len(found) == 2


def test_flight_is_asked_from_where_and_to_where() -> None:
    fled = said("1", "Post", "flight", actor="people", place_from="Norvik", place_to="Sund")
    assert sorted(asked(fled)) == ["Who has fled from Norvik?", "Who has fled to Sund?"]


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
