"""Statements of a ledger to its claims, questions and lineages: what came in, or all of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version

from sayso.ledger.interface import LedgerWriter
from sayso.ledger.kinship import Anew
from sayso.ledger.memory import Mark, Memory, Reweighed, Unweighed
from sayso.model.article import Article
from sayso.model.codec import from_record, to_record
from sayso.model.ids import digest
from sayso.model.profile import Profile
from sayso.pipeline.finding import Finder
from sayso.weighing.anew import News, judged_anew, weigh_anew
from sayso.weighing.kinship import Cuts, kin_of
from sayso.weighing.origins import origins_of
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
            change = _whole(ledger, memory, profile, overlay(judgements, find), came.marked(basis, record))
        elif came.marked(basis, record) == mark:
            return False
        else:
            former = overlay(judgements[: mark.judgements], find)
            news = _news(memory, came, overlay(judgements, find), former, find.unsure)
            parts, bearings, facts = weigh_anew(memory, profile, news)
            done = came.marked(basis, record)
            change = Reweighed(tuple(parts), tuple(bearings), facts, done, compared=news.kin.compared)
    return ledger.reweighed(change)


def kept_profile(ledger: LedgerWriter) -> Profile | None:
    """Return the profile that the ledger was last weighed by, None where it never was."""
    with ledger.remembering() as memory:
        mark = memory.mark()
    return None if mark is None else from_record(Profile, json.loads(mark.profile))


def _whole(ledger: LedgerWriter, memory: Memory, profile: Profile, laid: Overlay, mark: Mark) -> Reweighed:
    agencies: dict[str, tuple[str, ...]] = {}

    def came() -> Iterator[Article]:
        for article in ledger.articles():
            agencies[article.id] = article.agencies
            yield article

    kin = kin_of(Anew(memory), came(), Cuts(laid.cut, laid.added))
    origins = origins_of(agencies, kin.groups, laid.cut, laid.added)
    parts, bearings, facts = weigh_all(ledger.statements(), origins, profile, laid)
    return Reweighed((*parts, *kin.parts), tuple(bearings), facts, mark, whole=True, compared=kin.compared)


def _news(memory: Memory, came: Unweighed, laid: Overlay, former: Overlay, unsure: frozenset[str]) -> News:
    records, turned = judged_anew(laid, former)
    ends = {key for pair in turned for key in pair}
    named = {key for key in records if not key.startswith("art-")} | ends
    statements = {statement.id for statement in memory.statements(named)}
    # A link of two articles, cut or added, bears on all that either says.
    statements |= memory.of_articles(records | ends)
    new = (memory.article(key) for key in came.articles)
    kin = kin_of(memory, new, Cuts(laid.cut, laid.added, frozenset(turned)))
    return News(frozenset(statements | unsure | set(came.statements)), laid, former, kin)
