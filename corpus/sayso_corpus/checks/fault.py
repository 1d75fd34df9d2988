"""One thing that is wrong with the corpus."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a rule is broken, and how."""

    where: str
    what: str

    def __str__(self) -> str:
        """Return the fault as one line."""
        return f"{self.where}: {self.what}"
