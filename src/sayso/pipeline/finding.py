"""How the statements that judgements name are found in a ledger, also after a reading anew."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.ledger.interface import LedgerView, Wanted
from sayso.model.judgement import Anchor
from sayso.weighing.overlay import at


class Finder:
    """Returns for an anchor the id of the statement that stands there now, None where none surely does."""

    def __init__(self, ledger: LedgerView, anchors: Sequence[Anchor]) -> None:
        ids = frozenset(anchor.statement for anchor in anchors)
        self._there = {s.id for s in ledger.statements(Wanted(ids=ids))} if ids else set()
        articles = {anchor.article for anchor in anchors if anchor.statement not in self._there}
        self._near = {key: list(ledger.statements(Wanted(article=key))) for key in sorted(articles)}

    def __call__(self, anchor: Anchor) -> str | None:
        """Return the statement of that id, else the one that stands at its place."""
        if anchor.statement in self._there:
            return anchor.statement
        return at(anchor, self._near.get(anchor.article, ()))

    @property
    def unsure(self) -> frozenset[str]:
        """The statements that may stand in for one that is gone: one more of them may unsettle which does."""
        return frozenset(s.id for standing in self._near.values() for s in standing)
