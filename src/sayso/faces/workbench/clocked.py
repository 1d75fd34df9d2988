"""Pages by the two clocks: the ledger as of a day, as known on another, from the dates in an address."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING

from sayso.faces.workbench.asides import SMALL
from sayso.model.errors import UsageError

if TYPE_CHECKING:
    from starlette.requests import Request

    from sayso.api import Ledger
    from sayso.views.pages import Pages

KEPT = 4
"""So many pairs of dates are kept weighed."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page shows: `ledger` and `pages` by the dates.

    `too_large` says that dates were asked for, and the ledger is too large to be weighed anew for a page:
    then it is shown as it stands now, and the page says so.
    """

    ledger: Ledger
    as_of: str | None
    known_on: str | None
    too_large: bool = False

    @property
    def pages(self) -> Pages:
        """The ledger some at a time."""
        return self.ledger.pages

    @property
    def dated(self) -> bool:
        """Whether it is shown by other dates than today's."""
        return bool(self.as_of or self.known_on) and not self.too_large


@dataclass(slots=True)
class Clocked:
    """A ledger by its dates, kept while its state stays the same."""

    ledger: Ledger
    _lock: Lock = field(default_factory=Lock)
    _kept: dict[tuple[str, str | None, str | None], Ledger] = field(default_factory=dict)

    def seen(self, request: Request) -> Seen:
        """Return the ledger by the dates of an address; raises UsageError for what is no day."""
        as_of, known_on = day_of(request, "as_of"), day_of(request, "known_on")
        if as_of is None and known_on is None:
            return Seen(self.ledger, None, None)
        if self.ledger.pages.counts().statements > SMALL:
            return Seen(self.ledger, as_of, known_on, too_large=True)
        key = (self.ledger.pages.state(), as_of, known_on)
        with self._lock:
            found = self._kept.pop(key, None) or self.ledger.at(as_of, known_on)
            # Opened under the lock: two pages at once shall not open it twice.
            found.pages.state()
            self._kept[key] = found
            while len(self._kept) > KEPT:
                self._kept.pop(next(iter(self._kept))).close()
        return Seen(found, as_of, known_on)

    def close(self) -> None:
        """Let go of what is kept."""
        with self._lock:
            while self._kept:
                self._kept.popitem()[1].close()


def day_of(request: Request, name: str) -> str | None:
    """Return the ISO day that was chosen, None for none; raises UsageError for what is no day."""
    value = request.query_params.get(name, "").strip()
    if not value:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise UsageError(f"{name} {value[:40]!r} is no day: write 2031-03-07") from None
