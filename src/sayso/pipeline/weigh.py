"""Statements of a ledger to its claims, questions and lineages: what came in, or all of it."""

from __future__ import annotations

import json
from importlib.metadata import version

from sayso.ledger.interface import LedgerWriter
from sayso.ledger.memory import Mark, Memory, Reweighed, Unweighed
from sayso.model.codec import from_record, to_record
from sayso.model.ids import digest
from sayso.model.profile import Profile
from sayso.pipeline.finding import Finder
from sayso.weighing.anew import News, judged_anew, weigh_anew
from sayso.weighing.origins import Origins, origins_of
from sayso.weighing.overlay import Overlay, overlay
from sayso.weighing.weigh import weigh_all

RULES = 3
"""Raised with every change of what statements come to: the next weighing of any ledger is then whole."""


def weigh_ledger(ledger: LedgerWriter, profile: Profile, *, whole: bool = False) -> bool:
    """Weigh what came into the ledger since it was last weighed; tell whether any outcome changed.

    All is weighed where `whole` says so, where another version or profile weighed last, and the first time.
    Both ways come to the same outcome.
    """
    judgements = tuple(ledger.judgements())
    find = Finder(ledger, [anchor for judgement in judgements for anchor in judgement.anchors])
    basis = digest("basis", version("sayso"), RULES)
    record = json.dumps(to_record(profile), ensure_ascii=False, sort_keys=True)
    with ledger.remembering() as memory:
        mark = None if whole else memory.mark()
        if mark is not None and (mark.basis, mark.profile) != (basis, record):
            mark = None
        came = memory.unweighed(mark)
        if mark is None:
            change = _whole(ledger, profile, overlay(judgements, find), came.marked(basis, record))
        elif came.marked(basis, record) == mark:
            return False
        else:
            news = _news(ledger, memory, (mark, came), overlay(judgements, find),
                         overlay(judgements[: mark.judgements], find), find.unsure)  # fmt: skip
            parts, bearings, facts = weigh_anew(memory, profile, news)
            change = Reweighed(tuple(parts), tuple(bearings), facts, came.marked(basis, record))
    return ledger.reweighed(change)


def kept_profile(ledger: LedgerWriter) -> Profile | None:
    """Return the profile that the ledger was last weighed by, None where it never was."""
    with ledger.remembering() as memory:
        mark = memory.mark()
    return None if mark is None else from_record(Profile, json.loads(mark.profile))


def _whole(ledger: LedgerWriter, profile: Profile, laid: Overlay, mark: Mark) -> Reweighed:
    origins = origins_of(list(ledger.articles()), laid.cut, laid.added)
    parts, bearings, facts = weigh_all(ledger.statements(), origins, profile, laid)
    return Reweighed(tuple(parts), tuple(bearings), facts, mark, whole=True)


def _news(
    ledger: LedgerWriter,
    memory: Memory,
    since: tuple[Mark, Unweighed],
    laid: Overlay,
    former: Overlay,
    unsure: frozenset[str],
) -> News:
    records, pairs = judged_anew(laid, former)
    named = {key for key in records if not key.startswith("art-")} | {key for pair in pairs for key in pair}
    statements = {statement.id for statement in memory.statements(named)}
    statements |= memory.of_articles(records)
    articles = bool(since[1].texts) or bool({key for pair in pairs for key in pair} - statements)

    def compared() -> Origins:
        return origins_of(list(ledger.articles()), laid.cut, laid.added)

    return News(
        frozenset(statements | unsure | set(since[1].statements)),
        laid,
        former,
        compared if articles else None,
    )
