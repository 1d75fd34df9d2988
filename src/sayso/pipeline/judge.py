"""A person's judgement to the ledger: what it names is looked up, checked, and kept with where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sayso.ledger.interface import LedgerView, LedgerWriter
from sayso.model.judgement import Judgement
from sayso.model.profile import Profile
from sayso.pipeline.acts import Asked, check
from sayso.pipeline.naming import named
from sayso.pipeline.weigh import weigh_ledger


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgement as it stands in the ledger, and whether the outcome of the weighing changed with it."""

    judgement: Judgement
    changed: bool


def judge_into(ledger: LedgerWriter, asked: Asked, profile: Profile, on: str | None = None) -> Judged:
    """Add a judgement and weigh what it touches; `on` is when it was made (without it, now).

    Raises:
        NotFound: a record that it names is not there, or several are.
        UsageError: the act cannot be done to such records; the text says what it needs.
        InputError: a field cannot be corrected so.
    """
    bare = _checked(ledger, asked)
    now = on or datetime.now(UTC).isoformat(timespec="seconds")
    judgement = replace(bare, on=now).identified()
    ledger.judge(judgement)
    return Judged(judgement, weigh_ledger(ledger, profile))


def _checked(ledger: LedgerView, asked: Asked) -> Judgement:
    one = named(ledger, asked.record)
    others = tuple(named(ledger, key) for key in asked.others)
    check(ledger, asked, one, others)
    anchors = one.anchors if asked.act != "split" else ()
    return Judgement(
        "", one.kind, one.id, asked.act, asked.by.strip(), "", asked.reason.strip(),
        value=asked.value, field=asked.field, day=asked.day, others=tuple(other.id for other in others),
        anchors=(*anchors, *(anchor for other in others for anchor in other.anchors)),
    )  # fmt: skip
