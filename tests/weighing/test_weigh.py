"""The weighing as a whole: what must hold of any ledger."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from model.rows import CALM, DATES, figures
from sayso.ledger.interface import Weighed
from sayso.model.article import Article
from sayso.model.codec import to_record
from sayso.model.proposition import Proposition
from sayso.model.rowcheck import CHOICES
from sayso.model.statement import Statement
from sayso.model.weighed import Reason
from sayso.weighing import weigh
from weighing.saying import PROFILE, said, told

_WHO = st.sampled_from(
    [
        None,
        "Reds",
        "Blues",
        "blue army",
        "Una Holt",
        "Greens",
        "Norwegian army",
        "Norway",
        "Reds and Blues",
        "Greens fighters",
    ]
)
_WHERE = st.sampled_from(
    [
        None,
        "Norvik",
        "norvik",
        "Norway",
        "districts of Norway",
        "Sund",
        "Norway-Sweden border",
        "port of Norvik",
        "border crossings of Norway",
    ]
)
_WORDS = st.sampled_from(
    [
        "they retake the bridge",
        "The Reds have held the bridge of Norvik since Monday",
        "x",
        "a threat to Norway",
        "he fears it",
    ]
)


def _statements() -> st.SearchStrategy[list[Statement]]:
    proposition = st.builds(
        Proposition, type=st.sampled_from(CHOICES["type"]), actor=_WHO, target=_WHO, place=_WHERE,
        place_from=_WHERE, place_to=_WHERE, quantity=st.none() | figures(), when=st.none() | DATES,
        polarity=st.sampled_from(CHOICES["polarity"]),
    )  # fmt: skip
    one = st.builds(
        Statement, id=st.just(""), article=st.sampled_from(["a", "b", "c"]), evidence=_WORDS,
        span=st.none(), attribution=st.sampled_from(CHOICES["attribution"]),
        epistemic=st.sampled_from(CHOICES["epistemic"]), modality=st.sampled_from(CHOICES["modality"]),
        proposition=proposition, claimer=_WHO, claimer_for=_WHO, via=st.just(()), said_on=st.none() | DATES,
        verification=st.none() | st.just("disputed"), verified_by=_WHO, slots=st.just(()), gaps=st.just(()),
        reader=st.just(""),
    )  # fmt: skip
    return st.lists(one, max_size=12).map(lambda made: [replace(s, id=f"st-{n}") for n, s in enumerate(made)])


ARTICLES = [Article(key, key, None, f"The bridge {key}", (), agencies=("Wire",)) for key in "abc"]


@CALM
@given(made=_statements(), seed=st.integers(0, 99))
def test_the_order_of_arrival_changes_nothing(made: list[Statement], seed: int) -> None:
    outcome = weigh(ARTICLES, made, PROFILE)
    mixed, articles = list(made), list(ARTICLES)
    random.Random(seed).shuffle(mixed)
    random.Random(seed).shuffle(articles)
    assert to_record(weigh(articles, mixed, PROFILE)) == to_record(outcome)


def _check(outcome: Weighed, made: list[Statement]) -> None:
    ids = {statement.id for statement in made}
    for records in (outcome.claims, outcome.questions, outcome.lineages):
        keys = [record.id for record in records]
        assert keys == sorted(set(keys))
    claimed = Counter(key for claim in outcome.claims for key in (*claim.asserted, *claim.denied))
    assert set(claimed) <= ids
    assert set(claimed.values()) <= {1}
    for claim in outcome.claims:
        assert len(claim.reasons) == len(claim.asserted) + len(claim.denied)
        assert claim.reasons.count("first") == 1
    for question in outcome.questions:
        answered = Counter(key for a in question.answers for key in a.statements)
        assert set(answered) <= ids
        assert set(answered.values()) <= {1}
        assert set(question.fired) <= set(answered)
        assert {r.reason for r in question.relations} <= set(get_args(Reason))
        assert question.answers
        assert all(1 <= a.origins <= len(a.statements) for a in question.answers)
        assert all(0 <= r.left < r.right < len(question.answers) for r in question.relations)
        assert question.question
        assert question.reason
    assert all(len(lineage.members) > 1 and lineage.evidence for lineage in outcome.lineages)


@CALM
@given(made=_statements())
def test_what_must_hold_of_any_outcome(made: list[Statement]) -> None:
    _check(weigh(ARTICLES, made, PROFILE), made)


@CALM
@given(made=_statements())
def test_a_contest_needs_a_refutation_between_two_sides(made: list[Statement]) -> None:
    for question in weigh([], made, PROFILE).questions:
        if question.status == "contested":
            sides = [
                {*(question.answers[r.left].by or ("?",)), *(question.answers[r.right].by or ("?",))}
                for r in question.relations
                if r.kind == "refutes"
            ]
            assert any(len(pair) > 1 for pair in sides)


def test_nothing_comes_to_nothing() -> None:
    assert weigh([], [], PROFILE) == Weighed((), (), ())


def test_a_small_war() -> None:
    day = {"when": "2031-03-04", "said_on": "2031-03-04", "place": "Norvik"}
    outcome = weigh(
        [],
        [
            said("1", "Ola Berg", "takeover", claimer_for="Reds", actor="Red fighters", **day),
            said("2", "Una Holt", "retreat", claimer_for="Blues", actor="Blue army", **day),
            said("3", "Greens", "takeover", actor="Reds", epistemic="false-certain", **day),
            told("4", "Post", "control", actor="Reds", **day),
        ],
        PROFILE,
    )
    (question,) = outcome.questions
    assert (question.question, question.status) == ("Who holds Norvik?", "conceded")
    assert [(a.statements, a.by) for a in question.answers] == [
        (("1", "4"), ("Post", "Reds")), (("2",), ("Blues",)), (("3",), ("Greens",)),
    ]  # fmt: skip
