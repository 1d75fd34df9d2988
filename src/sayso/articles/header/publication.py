"""When an article was published, and how that was found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sayso.articles.header.dates import PrintedDate, day_of, find_dates, hours_ago

# A text's own full date helps a date without a year only where the two are close: an article about
# this week may name a day of ten years ago as well.
_NEAR = timedelta(days=62)
_READ_FOR_YEARS = 20_000
_LINE = 400


@dataclass(frozen=True, slots=True)
class Publication:
    """The ISO day (or month, year) and, in words, where it came from; `doubt` names what stayed open."""

    published: str | None = None
    found_in: str | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    printed: PrintedDate
    line: str
    where: str

    @property
    def shown(self) -> str:
        return f"{self.where} {_shortened(self.line)!r}"


def find_publication(
    head: Sequence[str],
    foot: Sequence[str],
    dateline: tuple[str, PrintedDate] | None,
    prose: Sequence[str],
    fetched_on: str | None,
    location: str | None,
) -> Publication:
    """Return the day that the page's own lines give.

    `head` and `foot` are the lines around the article that may hold its date, `dateline` its words and
    date, `prose` its paragraphs, which can lend a year; `fetched_on` is an ISO instant or None.
    """
    candidates = list(_candidates(head, foot, dateline))
    for candidate in candidates:
        day = candidate.printed.iso()
        if day is not None:
            return Publication(day, candidate.shown)
    for candidate in candidates:
        resolved = _with_year(candidate, prose, fetched_on)
        if resolved is not None:
            return resolved
    return _relative(head, fetched_on) or _from_location(location) or Publication(doubt=_doubt(candidates))


def given_publication(value: str, where: str) -> Publication:
    """Return the day in a field of a row or a page's data; `doubt` is set where it is no date."""
    day = day_of(value)
    if day is None:
        return Publication(doubt=f"{where} holds {_shortened(value)!r}, which is no date.")
    return Publication(day, where)


def lies_ahead(published: str, fetched_on: str | None) -> bool:
    """Tell whether a day lies after the day on which its page was fetched (a day's grace for time zones)."""
    read = _day_of_instant(fetched_on)
    return read is not None and published > (read + timedelta(days=1)).isoformat()[: len(published)]


def _candidates(
    head: Sequence[str], foot: Sequence[str], dateline: tuple[str, PrintedDate] | None
) -> Iterator[_Candidate]:
    """Yield the dates in the order in which they are believed."""
    above = [_Candidate(printed, line, "the line") for line in head for printed in find_dates(line[:_LINE])]
    below = [_Candidate(printed, line, "the line") for line in foot for printed in find_dates(line[:_LINE])]
    yield from (one for one in above if one.printed.label == "published")
    yield from (one for one in above if one.printed.label == "")
    yield from (one for one in above if one.printed.label == "updated")
    if dateline is not None:
        yield _Candidate(dateline[1], dateline[0], "the dateline")
    yield from (one for one in below if one.printed.label == "published")
    yield from (one for one in below if one.printed.label == "updated")


def _with_year(candidate: _Candidate, prose: Sequence[str], fetched_on: str | None) -> Publication | None:
    printed = candidate.printed
    if printed.ambiguous or printed.day is None or printed.year is not None:
        return None
    read = _day_of_instant(fetched_on)
    if read is not None:
        for year in range(read.year, read.year - 7, -1):
            day = printed.in_year(year)
            if day is not None and day <= (read + timedelta(days=1)).isoformat():
                return Publication(day, f"{candidate.shown}; the year from the day it was fetched")
        return None
    return _year_from_text(candidate, prose)


def _year_from_text(candidate: _Candidate, prose: Sequence[str]) -> Publication | None:
    """Return the day in the one year in which it stands close to a full date of the text itself."""
    fitting: dict[str, str] = {}
    text = "\n".join(prose)[:_READ_FOR_YEARS]
    for other in find_dates(text):
        full = other.iso() if other.day is not None else None
        if full is None:
            continue
        near = date.fromisoformat(full)
        for year in (near.year - 1, near.year, near.year + 1):
            day = candidate.printed.in_year(year)
            if day is not None and abs(date.fromisoformat(day) - near) <= _NEAR:
                fitting.setdefault(day, other.span.of(text))
    if len(fitting) != 1:
        return None
    ((day, words),) = fitting.items()
    return Publication(day, f"{candidate.shown}; the year from {words!r} in the text")


def _relative(head: Sequence[str], fetched_on: str | None) -> Publication | None:
    if fetched_on is None or _day_of_instant(fetched_on) is None:
        return None
    for line in head:
        hours = hours_ago(line[:_LINE])
        if hours is not None:
            day = (datetime.fromisoformat(fetched_on) - timedelta(hours=hours)).date().isoformat()
            return Publication(day, f"the line {_shortened(line)!r}, counted from when it was fetched")
    return None


def _from_location(location: str | None) -> Publication | None:
    """Return the day that a URL's path spells: ``/2021/07/09/`` or ``/2021-07-09-``."""
    match = re.search(r"[/_-]((?:19|20)\d\d)([/-])(\d\d)\2(\d\d)(?!\d)", location or "")
    day = day_of("-".join(match.group(1, 3, 4))) if match else None
    return Publication(day, "the URL") if day else None


def _doubt(candidates: Sequence[_Candidate]) -> str | None:
    for candidate in candidates:
        if candidate.printed.ambiguous:
            return f"{candidate.shown} can be read in two ways, day first or month first."
        if candidate.printed.year is None:
            return f"{candidate.shown} has no year, and nothing fixes it."
    return "no line gives a day." if not candidates else None


def _day_of_instant(instant: str | None) -> date | None:
    try:
        return datetime.fromisoformat(instant).date() if instant else None
    except ValueError:
        return None


def _shortened(line: str) -> str:
    return line if len(line) <= 60 else f"{line[:57]}..."
