"""Which judgements hold, and what they come to."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.model.judgement import Judgement
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.model.weighed import Claim, Question
from sayso.weighing import weigh
from sayso.weighing.overlay import anchor_of, assessed, effective, finder, overlay
from weighing.saying import PROFILE, said


def judged(
    act: Any, record: str, *anchored: Statement, on: str = "2031-03-04T10:00:00+00:00", **rest: Any
) -> Judgement:
    """Return a judgement of Ann's on statements, or on the record of another kind."""
    kind = rest.pop("kind", "statement")
    anchors = tuple(anchor_of(rest.pop("named", {}).get(s.id, s.id), s) for s in anchored)
    return Judgement("", kind, record, act, "Ann", on, "so", anchors=anchors, **rest).identified()


def undone(judgement: Judgement, on: str = "2031-03-05") -> Judgement:
    return judged("undo", judgement.id, kind="judgement", on=on)


FIELDS = {"actor": "Reds", "place": "Norvik", "when": "2031-03-04"}
ONE = said("st-1", "Reds", "takeover", span=Span(0, 5), **FIELDS)
TWO = said("st-2", "Blues", "takeover", span=Span(7, 9), epistemic="false-certain", **FIELDS)
THREE = said("st-3", "Greens", "takeover", span=Span(10, 12), article="b", **(FIELDS | {"place": "Sund"}))
ALL = (ONE, TWO, THREE)


def questions(*judgements: Judgement, statements: tuple[Statement, ...] = ALL) -> dict[str, Question]:
    return {q.id: q for q in weigh([], statements, PROFILE, judgements).questions}


def claims(*judgements: Judgement) -> tuple[Claim, ...]:
    return weigh([], ALL, PROFILE, judgements).claims


def of(questions: dict[str, Question], statement: str) -> Question:
    (found,) = [q for q in questions.values() if any(statement in a.statements for a in q.answers)]
    return found


PLAIN = questions()
NORVIK, SUND = of(PLAIN, "st-1").id, of(PLAIN, "st-3").id


def test_undoing_is_another_judgement_and_can_be_undone() -> None:
    first = judged("reject", "st-1", ONE)
    second = undone(first)
    third = undone(second, on="2031-03-06")
    assert effective([first]) == (first,)
    assert effective([first, second]) == (second,)
    assert effective([first, second, third]) == (first, third)


def test_what_is_rejected_does_not_weigh_until_it_is_accepted() -> None:
    reject = judged("reject", "st-2", TWO)
    assert [a.statements for a in of(questions(reject), "st-1").answers] == [("st-1",)]
    assert questions(reject, judged("accept", "st-2", TWO)) == PLAIN
    assert questions(reject, undone(reject)) == PLAIN
    article = judged("reject", "b", kind="article")
    assert SUND not in questions(article)


def test_a_corrected_field_is_weighed_and_the_id_stays() -> None:
    place = judged("correct", "st-3", THREE, field="place", value="Norvik")
    assert of(questions(place), "st-3").id == NORVIK
    nobody = judged("correct", "st-3", THREE, field="claimer", value=None)
    assert of(questions(nobody), "st-3").answers[0].by == ()
    again = judged("correct", "st-3", THREE, field="place", value="Sund", on="2031-03-07")
    assert questions(place, again) == PLAIN


def test_two_questions_become_one_and_two_again() -> None:
    merge = judged("merge", SUND, kind="question", others=(NORVIK,))
    found = questions(merge)
    assert list(found) == [NORVIK]
    assert of(found, "st-3").place == "Norvik"
    assert questions(merge, undone(merge)) == PLAIN
    back = judged("merge", NORVIK, kind="question", others=(SUND,))
    assert list(questions(merge, back)) == [NORVIK]


def test_statements_leave_their_question_for_one_of_their_own() -> None:
    split = judged("split", NORVIK, TWO, kind="question", others=("st-2",))
    found = questions(split)
    assert len(found) == 3
    assert of(found, "st-2").id not in (NORVIK, SUND)
    assert of(found, "st-1").id == NORVIK
    assert questions(split, undone(split)) == PLAIN


def test_claims_are_merged_and_split() -> None:
    (norvik,) = [claim for claim in claims() if "st-1" in claim.asserted]
    merge = judged("merge", norvik.id, ONE, THREE, kind="claim", others=("cl-sund",))
    (claim,) = claims(merge)
    assert (claim.asserted, claim.denied) == (("st-1", "st-3"), ("st-2",))
    split = judged("split", norvik.id, TWO, kind="claim", others=("st-2",))
    assert sorted((c.asserted, c.denied) for c in claims(split)) == [
        ((), ("st-2",)), (("st-1",), ()), (("st-3",), ()),
    ]  # fmt: skip
    assert claims(merge, split, undone(split), undone(merge)) == claims()


def test_links_are_cut_and_added() -> None:
    people = [
        said(f"st-{n}", name, "takeover", claimer_for="Reds", article=name, **FIELDS)
        for n, name in enumerate(("Ola Berg", "Ola Berg", "Jon Lund"))
    ]  # fmt: skip
    cut = judged("cut-link", "st-0", people[0], people[1], others=("st-1",))
    join = judged("add-link", "st-0", people[0], people[2], others=("st-2",))

    def origins(*judgements: Judgement) -> int:
        (question,) = weigh([], people, PROFILE, judgements).questions
        return question.answers[0].origins

    assert (origins(), origins(cut), origins(join), origins(cut, undone(cut))) == (2, 3, 1, 2)
    assert "judgement" in {lineage.kind for lineage in weigh([], people, PROFILE, [join]).lineages}


def test_a_statement_read_anew_under_another_id_is_found_by_its_place() -> None:
    reject = judged("reject", "st-2", TWO)
    anew = replace(TWO, id="st-9", said_on="2031-03-05")
    assert "st-9" not in str(questions(reject, statements=(ONE, anew, THREE)))
    twin = replace(anew, id="st-8", claimer="Una Holt")
    assert overlay([reject], finder([ONE, anew, twin])).rejected == {"st-9"}
    assert not overlay([reject], finder([ONE, replace(anew, claimer="Una Holt"), twin])).rejected
    assert not overlay([reject], finder([ONE])).rejected


def test_what_people_assess_is_kept_by_day() -> None:
    first = judged("assess", "Norvik", kind="place", value="held by the Reds", day="2031-03-04")
    later = judged("assess", "Norvik", kind="place", value="contested", day="2031-03-04", on="2031-03-06")
    assert assessed([first, later]) == {("Norvik", "2031-03-04"): later}
    assert assessed([first, later, undone(later)]) == {("Norvik", "2031-03-04"): first}
