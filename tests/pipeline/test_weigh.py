"""Weighing what came in comes to the same as weighing all, whatever came in and in whatever order."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.ledger import open_writer
from sayso.ledger.interface import LedgerWriter, Record, Wanted
from sayso.model.article import Article, Block
from sayso.model.judgement import Judgement
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.pipeline.weigh import weigh_ledger
from sayso.weighing.overlay import anchor_of
from weighing.saying import PROFILE, said

FEW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

_WHO = st.sampled_from([None, "Reds", "Una Berg", "Jon Lund", "Norwegian army", "Norway", "Greens"])
_FOR = st.sampled_from([None, "Greens", "Norway", "Government of Norway"])
_WHERE = st.sampled_from(["Norvik", "norvik", "Sund", None])
_TYPES = st.sampled_from(["control", "attack", "attack", "talks", "talks", "takeover", "retreat"])
_DAYS = st.sampled_from([None, None, "2031-03-01", "2031-03-05", "2031-03-20"])
WIRE = (
    "The Reds have held the bridge of Norvik since Monday and say that they will not leave it before spring "
)
TEXTS = ["", WIRE * 3, WIRE * 3 + "as the Blues said at noon", "A storm closed the harbour of Sund. " * 4]
"""Of articles "0" to "3": a stub, two copies, another."""


@st.composite
def _statements(draw: st.DrawFn) -> list[Statement]:
    made = []
    for n in range(draw(st.integers(2, 8))):
        kind = draw(_TYPES)
        made.append(
            said(
                f"st-{n}", "", kind, article=draw(st.sampled_from("0000123")), claimer=draw(_WHO),
                claimer_for=draw(_FOR), actor=draw(_WHO), target=draw(_WHO), when=draw(_DAYS),
                place=None if kind == "talks" else draw(_WHERE),
                attribution=draw(st.sampled_from(["indirect", "narrator"])),
                epistemic=draw(st.sampled_from(["true-certain", "true-certain", "false-certain", "unknown"])),
                modality=draw(st.sampled_from(["actual", "actual", "demanded"])),
            )
        )  # fmt: skip
    return made


_ACTS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 9), st.integers(0, 9)), max_size=4)


def _article(number: str) -> Article:
    text = TEXTS[int(number)]
    blocks = (Block(Span(0, len(text)), "paragraph"),) if text else ()
    return Article(f"art-{number}", f"art-{number}", None, text, blocks, agencies=("Wire",))


def _put(ledger: LedgerWriter, statements: Iterable[Statement]) -> None:
    for statement in statements:
        article = _article(statement.article)
        ledger.add(Record(article, "read" if article.text else "stub", "hand"))
        span = Span(0, 9) if article.text else None
        words = article.text[:9] if article.text else statement.evidence
        placed = replace(statement, article=article.id, evidence=words, span=span)
        ledger.statements_into(article.id, [placed], "hand")


def _judge(ledger: LedgerWriter, act: tuple[int, int, int], number: int) -> None:
    """Make one of nine kinds of judgement on two statements, as far as they are there."""
    there = {s.id: s for s in ledger.statements(Wanted(ids=frozenset(f"st-{n}" for n in act[1:])))}
    one, other = (there.get(f"st-{n}") for n in act[1:])
    if one is None or other is None:
        return
    questions = sorted(q.id for q in ledger.questions()) or ["qu-none"]
    pair = (questions[act[1] % len(questions)], questions[act[2] % len(questions)])
    anchors = (anchor_of(one.id, one), anchor_of(other.id, other))
    bare = Judgement(
        "", "statement", one.id, "reject", "Ann", f"2031-01-01T00:00:{number:02}", "so", anchors=anchors[:1]
    )
    made: list[dict[str, Any]] = [
        {},
        {"act": "correct", "field": "claimer_for", "value": "Greens"},
        {"act": "correct", "field": "place", "value": None},
        {"kind": "question", "record": pair[0], "act": "merge", "others": (pair[1],), "anchors": ()},
        {"kind": "question", "record": pair[0], "act": "split", "others": (one.id,)},
        {"kind": "claim", "record": "cl-1", "act": "merge", "others": ("cl-2",),
         "anchors": (anchor_of("cl-1", one), anchor_of("cl-2", other))},
        {"kind": "claim", "record": "cl-1", "act": "split", "others": (one.id,)},
        {"act": "cut-link", "others": (other.id,), "anchors": anchors},
        {"act": "add-link", "others": (other.id,), "anchors": anchors},
    ]  # fmt: skip
    ledger.judge(replace(bare, **made[act[0]]).identified())


def _outcome(ledger: LedgerWriter) -> tuple[Any, ...]:
    body = [entry.body for entry in ledger.chain() if entry.kind == "weighing"]
    return [*ledger.claims()], [*ledger.questions()], [*ledger.lineages()], body[-1:]


def _run(statements: Sequence[Statement], acts: Sequence[tuple[int, int, int]], folder: str) -> None:
    """Bring statements and judgements in one by one, weighing each time; then weigh all and compare."""
    with open_writer(Path(folder) / "one.db") as one:
        for n, statement in enumerate(statements):
            _put(one, [statement])
            weigh_ledger(one, PROFILE)
            for number, act in enumerate(acts[n :: max(1, len(statements))]):
                _judge(one, act, n * 5 + number)
                weigh_ledger(one, PROFILE)
        stepwise = _outcome(one)
        assert one.verify() == []
        with open_writer(Path(folder) / "all.db") as other:
            _put(other, reversed(statements))
            for judgement in one.judgements():
                other.judge(judgement)
            weigh_ledger(other, PROFILE)
            assert _outcome(other) == stepwise
        assert not weigh_ledger(one, PROFILE, whole=True)
        assert not weigh_ledger(one, PROFILE)
        assert _outcome(one) == stepwise


@FEW
@given(statements=_statements(), acts=_ACTS)
def test_step_by_step_or_all_at_once(statements: list[Statement], acts: list[tuple[int, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _run(statements, acts, folder)


@FEW
@given(statements=_statements(), judged=st.tuples(st.integers(0, 8), st.integers(0, 9), st.integers(0, 9)))
def test_what_is_taken_back_leaves_no_trace(
    statements: list[Statement], judged: tuple[int, int, int]
) -> None:
    with tempfile.TemporaryDirectory() as folder, open_writer(Path(folder) / "one.db") as ledger:
        _put(ledger, statements)
        weigh_ledger(ledger, PROFILE)
        before = _outcome(ledger)
        _judge(ledger, judged, 1)
        weigh_ledger(ledger, PROFILE)
        for made in list(ledger.judgements()):
            ledger.judge(Judgement("", "judgement", made.id, "undo", "Bo", "2031-01-02", "so").identified())
        weigh_ledger(ledger, PROFILE)
        assert _outcome(ledger) == before


def test_another_profile_weighs_all_anew(tmp_path: Path) -> None:
    with open_writer(tmp_path / "one.db") as ledger:
        _put(ledger, [said("st-1", "Una Holt", "control", article="0", actor="Blue army", place="Norvik")])
        assert weigh_ledger(ledger, PROFILE)
        assert next(ledger.claims()).proposition.actor == "Blues"
        assert weigh_ledger(ledger, replace(PROFILE, parties=()))
        assert next(ledger.claims()).proposition.actor == "Blue army"


def test_only_what_is_touched_is_put_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def apart(n: int) -> Statement:
        return said(f"st-{n}", "Reds", "control", article="0", actor="Reds", place=f"Town {n}")

    with open_writer(tmp_path / "one.db") as ledger:
        _put(ledger, map(apart, range(30)))
        weigh_ledger(ledger, PROFILE)
        _put(ledger, [replace(apart(7), id="st-new", claimer="Blues")])
        changed = []
        put = ledger.reweighed
        monkeypatch.setattr(ledger, "reweighed", lambda change: (changed.append(change), put(change))[1])
        assert weigh_ledger(ledger, PROFILE)
        ((question,),) = [[q for part in c.parts for q in part.outcome.questions] for c in changed]
        assert question.place == "Town 7"
        assert [one.statement for one in changed[0].bearings] == ["st-new"]
