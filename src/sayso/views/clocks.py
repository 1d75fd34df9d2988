"""Two clocks: when things are said to have been so, and what the ledger had been told by then.

**As of** a day, a statement counts where what it speaks of had come about by then:

* what is or was so counts from the last day of its `when`; without one, from the day on which it was
  said; without that, from the day on which its article was published
* that a side holds a place, said of an interval, counts from the first day of the interval
* plans, demands, expectations and conditions count from the day on which they were said (else published):
  what they speak of lies ahead
* without any of these days a statement is taken, whatever the day asked for, and counted as undated

**Known on** a day or moment, a statement counts where the ledger had been told by then: its article was
published by the end of that day; where the page does not say when, it came into the ledger by then.  A
month counts from its last day, a day from its last second (UTC).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Literal

from sayso.claimtypes.comparing import days
from sayso.ledger.interface import Moment
from sayso.model.errors import UsageError

Verdict = Literal["taken", "undated", "unknown", "later", "beyond"]
"""unknown: the ledger had not been told; later: of a later day; beyond: of a time that goes on after it."""

TAKEN: frozenset[Verdict] = frozenset({"taken", "undated"})
"""The verdicts by which a statement counts."""

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_END_OF_DAY = "T23:59:59"


@dataclass(frozen=True, slots=True)
class Clocks:
    """What is asked: how it was said to be `as_of` a day, by what was `known_on` a day or moment (UTC).

    `by_reading` has what was known go by when things came into the ledger, whenever they were published.
    """

    as_of: str | None = None
    known_on: str | None = None
    by_reading: bool = False

    @property
    def running(self) -> bool:
        """Whether neither clock was set: all that the ledger holds counts."""
        return self.as_of is None and self.known_on is None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """How many statements the clocks take, and why not the others.

    `taken` includes `undated` (no day at all, taken as of any day) and `by_reading` (their article does
    not say when it was published, so they count from when they were read).
    """

    as_of: str | None
    known_on: str | None
    taken: int = 0
    undated: int = 0
    by_reading: int = 0
    unknown: int = 0
    later: int = 0
    beyond: int = 0

    @property
    def left_out(self) -> int:
        """How many statements of the ledger do not count."""
        return self.unknown + self.later + self.beyond


def clocks(as_of: str | None = None, known_on: str | None = None) -> Clocks:
    """Return the clocks for what a person asks; raises UsageError for what is no day (or moment)."""
    return Clocks(None if as_of is None else last_day(as_of), None if known_on is None else end_of(known_on))


def last_day(asked: str) -> str:
    """Return the last ISO day of a day, month or year; raises UsageError."""
    if not _DATE.fullmatch(asked.strip()):
        raise UsageError(f"{asked!r} is no date: write 2031-03-07, or 2031-03, or 2031")
    try:
        return datetime.fromisoformat(days(asked.strip())[1]).date().isoformat()
    except ValueError:
        raise UsageError(f"{asked!r} is no date: there is no such day") from None


def end_of(asked: str) -> str:
    """Return the last second (UTC) of a day, month or year, or the moment itself; raises UsageError."""
    if _DATE.fullmatch(asked.strip()):
        return last_day(asked) + _END_OF_DAY
    return _moment(asked)


def start_of(asked: str) -> str:
    """Return the first second (UTC) of a day, month or year, or the moment itself; raises UsageError."""
    if _DATE.fullmatch(asked.strip()):
        last_day(asked)
        return days(asked.strip())[0] + "T00:00:00"
    return _moment(asked)


def told_on(moment: Moment, by_reading: bool = False) -> str:
    """Return the second (UTC) from which on the ledger counts as told of a statement."""
    if moment.published and not by_reading:
        return _days(moment.published)[1] + _END_OF_DAY
    return _utc(datetime.fromisoformat(moment.read_on))


def spoken_of(moment: Moment) -> str | None:
    """Return the time of which a statement speaks, as it was given; None where no day is known.

    It is a day, month, year or ``first/last`` interval: `when`, else `said_on`, else the publication.
    """
    if moment.modality == "actual" and moment.when:
        return moment.when
    return moment.said_on or moment.published


def counts_from(moment: Moment) -> str | None:
    """Return the ISO day from which on a statement counts; None where no day is known."""
    spoken = spoken_of(moment)
    if spoken is None:
        return None
    lasting = moment.type == "control" and moment.modality == "actual" and "/" in spoken
    return _days(spoken)[0 if lasting else 1]


def verdict(moment: Moment, asked: Clocks) -> Verdict:
    """Return whether a statement counts by both clocks, and why not."""
    if asked.known_on is not None and told_on(moment, asked.by_reading) > asked.known_on:
        return "unknown"
    if asked.as_of is None:
        return "taken"
    day = counts_from(moment)
    if day is None:
        return "undated"
    if day <= asked.as_of:
        return "taken"
    return "beyond" if _days(spoken_of(moment) or day)[0] <= asked.as_of else "later"


def sifted(moments: Iterable[Moment], asked: Clocks) -> tuple[dict[str, Moment], Reckoned]:
    """Return the statements that count, by id, and how many were taken or left out for which reason."""
    kept: dict[str, Moment] = {}
    counts: dict[Verdict, int] = {"taken": 0, "undated": 0, "unknown": 0, "later": 0, "beyond": 0}
    by_reading = 0
    for moment in moments:
        found = verdict(moment, asked)
        counts[found] += 1
        if found in TAKEN:
            kept[moment.statement] = moment
            by_reading += asked.known_on is not None and moment.published is None
    return kept, Reckoned(
        as_of=asked.as_of,
        known_on=asked.known_on,
        taken=len(kept),
        undated=counts["undated"],
        by_reading=by_reading,
        unknown=counts["unknown"],
        later=counts["later"],
        beyond=counts["beyond"],
    )


# The same few dates come up in a hundred thousand statements.
_days = lru_cache(maxsize=65_536)(days)


def _moment(asked: str) -> str:
    try:
        return _utc(datetime.fromisoformat(asked.strip()))
    except ValueError:
        raise UsageError(
            f"{asked!r} is no day or moment: write 2031-03-07 or 2031-03-07T06:00 (UTC, or with an offset)"
        ) from None


def _utc(moment: datetime) -> str:
    known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return known.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat()
