"""Statements of a ledger to its claims, questions and lineages."""

from __future__ import annotations

from dataclasses import replace

from sayso.ledger.interface import LedgerWriter
from sayso.model.profile import Profile
from sayso.weighing import weigh
from sayso.weighing.board import rank


def weigh_ledger(ledger: LedgerWriter, profile: Profile) -> bool:
    """Weigh all that the ledger holds anew; tell whether anything changed."""
    outcome = weigh(ledger.articles(), ledger.statements(), profile)
    homes = {statement.id: statement.article for statement in ledger.statements()}
    order = tuple(question.id for question in rank(outcome.questions, homes))
    return ledger.weighed(replace(outcome, order=order))
