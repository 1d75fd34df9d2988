"""What a monitor asks of a ledger day by day: a part of the door for faces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.api.door import Door

# As in `door`: what a call needs is imported in it.
if TYPE_CHECKING:
    from sayso.ledger.interface import LedgerView
    from sayso.views.clocks import Reckoned
    from sayso.views.diff import Diff
    from sayso.views.ground import Assessed, DayRow
    from sayso.views.place import PlaceLedger
    from sayso.views.record import ClaimRecord
    from sayso.views.versions import Versions


class Monitoring(Door):
    """The queries of a `Ledger` about places over time, about what is new, and about claimers."""

    def reckoned(self) -> Reckoned:
        """Return how many statements the two clocks take, and why not the others."""
        from sayso.views.clocks import Clocks, sifted

        return sifted(self._whole().moments(), self._clocks or Clocks())[1]

    def place(self, name: str, assessed: Sequence[Assessed] = ()) -> PlaceLedger:
        """Return the place ledger: what each side claims of a place, and how it stood from day to day.

        `assessed` are what people hold to be so. Raises NotFound naming what comes near.
        """
        from sayso.views.place import place_of

        return place_of(self.view, name, self._gazetteer, self.profile, assessed)

    def place_days(
        self, name: str, until: str | None = None, assessed: Sequence[Assessed] = ()
    ) -> tuple[DayRow, ...]:
        """Return how a place stood, one row a day, in VIINA's columns and our own; raises NotFound.

        Days run from the first state to `until` (an ISO day; without it, the day that the ledger is shown
        as of, else the last day spoken of).
        """
        from sayso.views.ground import days_of

        found = self.place(name, assessed)
        return days_of(found.name, found.states, until or (self._clocks.as_of if self._clocks else None))

    def diff(
        self,
        since: str,
        until: str | None = None,
        as_of: str | None = None,
        quiet_days: int = 7,
        *,
        by_reading: bool = False,
    ) -> Diff:
        """Return what is new from `since` to `until` (without it, to the last that the ledger was told).

        Both are days (from the first second, to the last) or moments (UTC, or with an offset), by what the
        ledger had been told: see `sayso.views.clocks`; `by_reading` goes by when articles came into it,
        whenever they were published.  A claim to hold a place has gone quiet when it is
        not repeated for `quiet_days` days while others still write about the place.

        Raises:
            UsageError: what was given is no day or moment, or `until` lies before `since`.
        """
        from sayso.views.diff import diff_of

        asked = self._clocks
        return diff_of(
            self._whole(),
            self.profile,
            since,
            until or (asked.known_on if asked else None),
            as_of or (asked.as_of if asked else None),
            quiet_days,
            by_reading,
        )

    def versions(self, article: str | None = None, limit: int | None = None) -> tuple[Versions, ...]:
        """Return the articles that came in several versions, with what changed; or those of one article.

        `article` is its name, or the id of a version (or its start); raises NotFound.
        """
        from sayso.views.versions import versions_in, versions_of

        return versions_in(self.view, limit) if article is None else (versions_of(self.view, article),)

    def record(self, name: str) -> ClaimRecord:
        """Return what became of a side's claims: counts and lists, no score; raises NotFound as `who`."""
        from sayso.views.record import record_of

        return record_of(self.view, name, self.profile)

    def _whole(self) -> LedgerView:
        """Return the view that knows no clocks."""
        from sayso.views.then import Then

        return self.view.inner if isinstance(self.view, Then) else self.view
