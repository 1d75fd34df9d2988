"""Statements of a ledger to its claims, questions and lineages."""

from __future__ import annotations

from sayso.ledger.interface import LedgerWriter
from sayso.model.profile import Profile
from sayso.weighing import weigh


def weigh_ledger(ledger: LedgerWriter, profile: Profile) -> bool:
    """Weigh all that the ledger holds anew; tell whether anything changed."""
    return ledger.weighed(weigh(ledger.articles(), ledger.statements(), profile))
