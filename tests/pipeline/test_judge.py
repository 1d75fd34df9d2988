"""What a judgement names is looked up and checked before it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.test_weigh import put
from sayso.ledger import open_writer
from sayso.ledger.interface import LedgerWriter
from sayso.model.errors import InputError, NotFound, UsageError
from sayso.pipeline.acts import Asked
from sayso.pipeline.judge import Judged, judge_into
from sayso.pipeline.weigh import kept_profile, weigh_ledger
from sayso.views.judged import judgements_of
from weighing.saying import PROFILE, said


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[LedgerWriter]:
    with open_writer(tmp_path / "one.db") as writer:
        put(
            writer,
            [
                said("st-1", "Reds", "control", article="0", actor="Reds", place="Norvik"),
                said("st-2", "Blues", "control", article="0", actor="Blues", place="Norvik"),
                said("st-3", "Blues", "control", article="3", actor="Blues", place="Sund"),
            ],
        )
        weigh_ledger(writer, PROFILE)
        yield writer


def judge(ledger: LedgerWriter, act: Any, record: str, *others: str, **rest: Any) -> Judged:
    asked = Asked(act, record, rest.pop("by", "Ann"), rest.pop("reason", "so"), others, **rest)
    return judge_into(ledger, asked, PROFILE, on="2031-03-04T10:00:00+00:00")


def test_a_judgement_is_kept_and_weighed(ledger: LedgerWriter) -> None:
    norvik, sund = sorted(ledger.questions(), key=lambda q: q.place or "")
    before = [*ledger.questions()], [*ledger.claims()]
    merged = judge(ledger, "merge", sund.id[:8], norvik.id)
    assert merged.changed
    assert [q.id for q in ledger.questions()] == [norvik.id]
    assert judge(ledger, "undo", merged.judgement.id[:6]).changed
    assert ([*ledger.questions()], [*ledger.claims()]) == before
    assert not judge(ledger, "note", "st-3").changed
    assert ledger.verify() == []


def test_places_and_articles_are_named_by_name(ledger: LedgerWriter) -> None:
    assert judge(ledger, "assess", "norvik", value="contested", day="2031-03-04").judgement.record == "Norvik"
    assert judge(ledger, "reject", "art-3").judgement.kind == "article"
    assert [q.place for q in ledger.questions()] == ["Norvik"]


WRONG: list[tuple[tuple[str, ...], dict[str, Any], type[Exception], str]] = [
    (("reject", "st-9"), {}, NotFound, "nothing in this ledger"),
    (("reject", "st-"), {}, NotFound, "more than one"),
    (("reject", "st-1"), {"by": " "}, UsageError, "needs a name"),
    (("reject", "st-1"), {"reason": ""}, UsageError, "needs a reason"),
    (("reject", "st-1", "st-2"), {}, UsageError, "takes one record"),
    (("reject", "Norvik"), {}, UsageError, "place cannot be judged"),
    (("merge", "st-1", "st-2"), {}, UsageError, "two questions"),
    (("split", "QUESTION", "st-3"), {}, UsageError, "no statement of"),
    (("cut-link", "st-1", "art-3"), {}, UsageError, "two statements"),
    (("assess", "Norvik"), {"value": " "}, UsageError, "needs words"),
    (("assess", "Norvik"), {"value": "x", "day": "2031-03"}, UsageError, "no ISO day"),
    (("correct", "st-1"), {"field": "evidence", "value": "x"}, InputError, "no field that can be corrected"),
    (("correct", "st-1"), {"field": "when", "value": "soon"}, InputError, "no ISO day"),
    (("correct", "st-1"), {"field": "type"}, InputError, "required"),
    (("undo", "st-1"), {}, UsageError, "id of a judgement"),
]


@pytest.mark.parametrize(("words", "rest", "error", "said"), WRONG, ids=range(len(WRONG)))
def test_what_cannot_be_judged_so(
    ledger: LedgerWriter, words: tuple[str, ...], rest: dict[str, Any], error: type[Exception], said: str
) -> None:
    question = next(q.id for q in ledger.questions() if q.place == "Norvik")
    with pytest.raises(error, match=said):
        judge(ledger, *(question if word == "QUESTION" else word for word in words), **rest)
    assert list(ledger.judgements()) == []


def test_what_was_split_off_is_not_split_again(ledger: LedgerWriter) -> None:
    (norvik,) = [q for q in ledger.questions() if q.place == "Norvik"]
    judge(ledger, "split", norvik.id, "st-2")
    (off,) = [q for q in ledger.questions() if q.place == "Norvik" and q.id != norvik.id]
    with pytest.raises(UsageError, match="was itself split off"):
        judge(ledger, "split", off.id, "st-2")


def test_the_list_says_what_was_taken_back(ledger: LedgerWriter) -> None:
    first = judge(ledger, "reject", "st-1").judgement
    judge(ledger, "correct", "st-2", by="Bo", field="place", value="Sund")
    undo = judge(ledger, "undo", first.id).judgement
    found = judgements_of(ledger)
    assert [(one.holds, one.undone_by) for one in found] == [(False, undo.id), (True, None), (True, None)]
    assert [one.id for one in judgements_of(ledger, by="Bo")] == [found[1].id]
    assert [one.act for one in judgements_of(ledger, record="st-1")] == ["reject"]


def test_the_profile_of_the_last_weighing_is_known(ledger: LedgerWriter) -> None:
    assert kept_profile(ledger) == PROFILE
