"""How a watch is doing, in figures."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class SourceHealth:
    """One source: the last look (ISO instant), and how many looks in a row have failed."""

    looked_at: str = ""
    failures: int = 0
    articles: int = 0


@dataclass(slots=True)
class Health:
    """A watch since its start. Counters only grow; `waiting_for_ledger` is 1 while another writer has it."""

    started: str
    rounds: int = 0
    articles: int = 0
    known: int = 0
    statements: int = 0
    issues: int = 0
    last_round: str = ""
    waiting_for_ledger: int = 0
    sources: dict[str, SourceHealth] = field(default_factory=dict)

    @property
    def well(self) -> bool:
        """Whether the ledger can be written and at least one source answers (or none was asked yet)."""
        asked = [s for s in self.sources.values() if s.looked_at]
        return not self.waiting_for_ledger and (not asked or any(not s.failures for s in asked))
