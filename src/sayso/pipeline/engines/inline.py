"""This process alone, one article after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.model.capture import Fetched
from sayso.model.issue import Issue
from sayso.model.profile import Profile
from sayso.pipeline.engines.step import Known, Outcome, outcomes_of
from sayso.reading.reader import Reader


@dataclass(frozen=True, slots=True)
class InlineEngine:
    """Reads in this process."""

    reader: Reader
    profile: Profile

    def outcomes(self, captures: Iterable[Fetched | Issue], known: Known) -> Iterator[Outcome | Issue]:
        """Yield what each capture brings, in order."""
        for capture in captures:
            if isinstance(capture, Issue):
                yield capture
            else:
                yield from outcomes_of(capture, self.reader, self.profile, known)
