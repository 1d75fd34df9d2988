"""Statements of a ledger to its claims, questions and lineages: what came in, or all of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso import __version__
from sayso.ledger.interface import LedgerWriter, Wanted
from sayso.ledger.memory import Mark, Memory, Reweighed, Unweighed
from sayso.model.codec import to_record
from sayso.model.ids import digest
from sayso.model.judgement import Anchor, Judgement
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.weighing.anew import News, judged_anew, weigh_anew
from sayso.weighing.origins import Origins, origins_of
from sayso.weighing.overlay import Find, Overlay, at, overlay
from sayso.weighing.weigh import weigh_all

RULES = 1
"""Raised with every change of what statements come to: then the next weighing of any ledger is a whole one."""


def weigh_ledger(ledger: LedgerWriter, profile: Profile, *, whole: bool = False) -> bool:
    """Weigh what came into the ledger since it was last weighed; tell whether any outcome changed.

    All is weighed where `whole` says so, where another version or profile weighed last, and the first time.
    Both ways come to the same outcome.
    """
    judgements = tuple(ledger.judgements())
    find, moved = _finder(ledger, judgements)
    basis = digest("basis", __version__, RULES, to_record(profile))
    with ledger.remembering() as memory:
        mark = None if whole else memory.mark()
        if mark is not None and mark.basis != basis:
            mark = None
        came = memory.unweighed(mark)
        if mark is None:
            change = _whole(ledger, profile, overlay(judgements, find), came.marked(basis))
        elif came.marked(basis) == mark:
            return False
        else:
            news = _news(ledger, memory, (mark, came), overlay(judgements, find),
                         overlay(judgements[: mark.judgements], find), moved)  # fmt: skip
            parts, bearings, facts = weigh_anew(memory, profile, news)
            change = Reweighed(tuple(parts), tuple(bearings), facts, came.marked(basis))
    return ledger.reweighed(change)


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
    moved: frozenset[str],
) -> News:
    records, pairs = judged_anew(laid, former)
    named = {key for key in records if not key.startswith("art-")} | {key for pair in pairs for key in pair}
    statements = {statement.id for statement in memory.statements(named)}
    statements |= memory.of_articles(records)
    articles = bool(since[1].texts) or bool({key for pair in pairs for key in pair} - statements)

    def compared() -> Origins:
        return origins_of(list(ledger.articles()), laid.cut, laid.added)

    return News(
        frozenset(statements | moved | set(since[1].statements)), laid, former, compared if articles else None
    )


def _finder(ledger: LedgerWriter, judgements: Sequence[Judgement]) -> tuple[Find, frozenset[str]]:
    """Return how statements that judgements name are found, and those that stand in for one that is gone."""
    anchors = [anchor for judgement in judgements for anchor in judgement.anchors]
    there = {s.id for s in _with_ids(ledger, {anchor.statement for anchor in anchors})}
    gone = {anchor: anchor.statement for anchor in anchors if anchor.statement not in there}
    near = {key: list(ledger.statements(Wanted(article=key))) for key in {a.article for a in gone}}

    def find(anchor: Anchor) -> str | None:
        return anchor.statement if anchor.statement in there else at(anchor, near.get(anchor.article, ()))

    # Another statement at the same place may make it unsure which is meant: then these are judged anew, too.
    return find, frozenset(s.id for standing in near.values() for s in standing)


def _with_ids(ledger: LedgerWriter, ids: Iterable[str]) -> Iterable[Statement]:
    found = frozenset(ids)
    return ledger.statements(Wanted(ids=found)) if found else ()
