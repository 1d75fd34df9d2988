"""What may be judged how: which records an act takes, and what it needs besides."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sayso.ledger.interface import LedgerView
from sayso.model.correcting import corrected
from sayso.model.errors import UsageError
from sayso.model.judgement import Act
from sayso.model.rowcheck import is_date
from sayso.pipeline.naming import Named
from sayso.weighing.overlay import split_off


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants judged; ids may be the start of one. Fields as in `Judgement`."""

    act: Act
    record: str
    by: str
    reason: str
    others: tuple[str, ...] = ()
    field: str | None = None
    value: str | None = None
    day: str | None = None


Check = Callable[[LedgerView, Asked, Named, Sequence[Named]], None]


def check(ledger: LedgerView, asked: Asked, one: Named, others: Sequence[Named]) -> None:
    """Raise UsageError where the act cannot be done to these records, InputError for an illegal value."""
    if not asked.by.strip():
        raise UsageError("a judgement needs a name: say whose it is")
    if not asked.reason.strip():
        raise UsageError("a judgement needs a reason")
    if asked.act not in ("assess", "undo") and one.kind in ("judgement", "place") and asked.act != "note":
        raise UsageError(f"a {one.kind} cannot be judged by {asked.act!r}")
    if asked.act in CHECKS:
        CHECKS[asked.act](ledger, asked, one, others)
    elif others:
        raise UsageError(f"{asked.act} takes one record")


def _merge(ledger: LedgerView, asked: Asked, one: Named, others: Sequence[Named]) -> None:  # noqa: ARG001
    if len(others) != 1 or {one.kind, others[0].kind} not in ({"question"}, {"claim"}):
        raise UsageError("merge takes two questions, or two claims: the first goes into the second")
    if one.id == others[0].id:
        raise UsageError(f"{one.id} is one already")
    _refuse_split_off(ledger, one, *others)


def _split(ledger: LedgerView, asked: Asked, one: Named, others: Sequence[Named]) -> None:  # noqa: ARG001
    if one.kind not in ("question", "claim") or not others:
        raise UsageError("split takes a question or a claim, then the statements that leave it")
    _refuse_split_off(ledger, one)
    strange = [other.id for other in others if other.id not in one.statements]
    if strange:
        raise UsageError(f"{', '.join(strange)} is no statement of {one.id}")


def _refuse_split_off(ledger: LedgerView, *named: Named) -> None:
    made = split_off(ledger.judgements())
    for one in named:
        if one.id in made:
            raise UsageError(
                f"{one.id} was itself split off, by {made[one.id]}: undo that one, and judge anew"
            )


def _link(ledger: LedgerView, asked: Asked, one: Named, others: Sequence[Named]) -> None:  # noqa: ARG001
    kinds = {one.kind, *(other.kind for other in others)}
    if len(others) != 1 or kinds not in ({"statement"}, {"article"}) or one.id == others[0].id:
        raise UsageError(f"{asked.act} takes two statements, or two articles")


def _assess(ledger: LedgerView, asked: Asked, one: Named, others: Sequence[Named]) -> None:  # noqa: ARG001
    if one.kind not in ("question", "place") or others:
        raise UsageError("assess takes a question or a place, and words for how it stands")
    if not (asked.value or "").strip():
        raise UsageError("an assessment needs words: how does it stand?")
    if asked.day is not None and (not is_date(asked.day) or len(asked.day) != len("2000-01-01")):
        raise UsageError(f"{asked.day!r} is no ISO day (2031-03-04)")


def _correct(ledger: LedgerView, asked: Asked, one: Named, others: Sequence[Named]) -> None:
    if one.kind != "statement" or others or not asked.field:
        raise UsageError("correct takes a statement, one of its fields, and the field's value or none")
    corrected(ledger.statement(one.id), {asked.field: asked.value})


def _undo(ledger: LedgerView, asked: Asked, one: Named, others: Sequence[Named]) -> None:  # noqa: ARG001
    if one.kind != "judgement" or others:
        raise UsageError("undo takes the id of a judgement (see `sayso judgements`)")


CHECKS: Mapping[Act, Check] = MappingProxyType(
    {
        "merge": _merge, "split": _split, "cut-link": _link, "add-link": _link, "assess": _assess,
        "correct": _correct, "undo": _undo,
    }
)  # fmt: skip
"""Acts that take other than one record of any kind."""
