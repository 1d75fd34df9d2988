"""The tables that pages are leafed through by: kept up with what comes in, and the same when made anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from ledger import samples
from ledger.tampering import edit
from sayso.ledger import index, open_view, open_writer
from sayso.ledger.leafing import Sought
from sayso.ledger.sqlite import Database
from sayso.model.brief import brief_of, shown_answers
from sayso.model.errors import NotFound
from sayso.model.profile import Profile
from sayso.pipeline.weigh import weigh_ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "ledger"
    with open_writer(path) as writer:
        for name in ("lamps.txt", "more.txt"):
            writer.add(samples.record(name))
            weigh_ledger(writer, Profile())
    return path


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    database = Database(path, write=False)
    with database.session() as connection:
        found = {
            name: sorted((tuple(row) for row in connection.execute(text(f"SELECT * FROM {name}"))), key=repr)
            for name in index.TABLES
        }
    database.close()
    return found


def test_kept_up_comes_to_the_same_as_made_anew(path: Path) -> None:
    before = tables(path)
    assert all(before[name] for name in ("points", "answering", "told", "issued", "known", "reached"))
    database = Database(path, write=True)
    with database.session() as connection:
        for name in index.TABLES:
            connection.execute(text(f"DELETE FROM {name}"))
        index.update(connection)
    database.close()
    assert tables(path) == before


def test_a_second_update_changes_nothing(path: Path) -> None:
    before = tables(path)
    database = Database(path, write=True)
    with database.session() as connection:
        index.update(connection)
    database.close()
    assert tables(path) == before


def test_verify_finds_a_table_that_does_not_follow(path: Path) -> None:
    with open_view(path) as view:
        assert view.verify() == []
    edit(path, "UPDATE known SET statements = statements + 1")
    edit(path, "UPDATE points SET status = 'conceded'")
    with open_view(path) as view:
        told = view.verify()
    assert [line.split(",")[0] for line in told] == ["the table points", "the table known"]


def test_pages_of_a_list_are_the_list(path: Path) -> None:
    with open_view(path) as view:
        whole = view.standings(Sought(), 100)
        single = [view.standings(Sought(), 1, n).items[0].brief.id for n in range(whole.total)]
        assert single == [one.brief.id for one in whole.items]
        assert view.standings(Sought(), 5, whole.total).items == ()
        names = view.known("claimer", 100)
        assert [view.known("claimer", 1, n).items[0] for n in range(names.total)] == list(names.items)


def test_filters_narrow(path: Path) -> None:
    with open_view(path) as view:
        total = view.standings(Sought(), 100).total
        for status in ("contested", "conceded", "corroborated", "uncontested"):
            found = view.standings(Sought(status=status), 100)
            assert {one.brief.status for one in found.items} <= {status}
            total -= found.total
        assert total == 0
        assert view.standings(Sought(places=frozenset()), 100).total == 0


def test_a_question_is_found_by_the_start_of_its_id(path: Path) -> None:
    with open_view(path) as view:
        key = view.standings(Sought(), 1).items[0].brief.id
        assert view.standing(key[:8], 5, 0, 5).brief.id == key
        for wrong in ("", "qu-none", "%"):
            with pytest.raises(NotFound):
                view.standing(wrong, 5, 0, 5)


def test_what_came_in_is_told_in_turn(path: Path) -> None:
    with open_view(path) as view:
        everything = view.came_in(0, 100)
        assert [entry for entry, _ in everything] == sorted(entry for entry, _ in everything)
        assert view.came_in(view.last_entry(), 100) == ()
        assert len(everything) == view.counts().statements


@pytest.mark.parametrize("words", ["", '"', "lamps OR NOT", "a" * 5000, "\ud800", "NEAR(lamps"])
def test_any_text_may_be_asked_for(path: Path, words: str) -> None:
    with open_view(path) as view:
        view.alike(words, 5)


def test_alike_finds_shared_words(path: Path) -> None:
    with open_view(path) as view:
        assert any("lamps" in one.evidence.lower() for one in view.alike("Did the lamps go out?", 5))


def question(answers: int) -> dict[str, object]:
    return {
        "id": "qu-1", "question": "Who holds it?", "type": "control", "status": "contested",
        "reason": "st-9 says otherwise",
        "answers": [
            {
                "answer": f"side {n} holds it", "statements": [f"st-{n}"] * (n + 1), "by": [f"side {n}"],
                "origins": 1,
            } for n in range(answers)
        ],
        "relations": [{"left": 0, "kind": "refutes", "right": 1, "reason": "they name different holders"}],
    }  # fmt: skip


def test_a_brief_keeps_the_pair_that_decides_and_the_largest_answer() -> None:
    record = question(12)
    numbers = shown_answers(record, 4)
    assert {0, 1, 9, 11} == set(numbers)
    brief = brief_of(record, numbers, 2, 5)
    assert [len(answer.first) for answer in brief.answers] == [1, 1, 1, 1]
    assert (brief.all_answers, len(brief.relations)) == (12, 1)
