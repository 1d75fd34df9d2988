"""Dates as pages print them, without a guess: what is not printed stays open."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from sayso.articles.header.words import bare, tokens, words
from sayso.model.span import Span

Label = Literal["published", "updated", ""]


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed: the parts that are there, and the label before it.

    `day` is None for "March 2021"; `year` None for "Thursday, August 5"; `weekday` 0 for Monday.
    `ambiguous` marks 05/03/2021, which two halves of the world read differently: no part of it is used.
    """

    span: Span
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None = None
    label: Label = ""
    ambiguous: bool = False

    def iso(self) -> str | None:
        """Return the ISO day, or month, or None where the year is missing or the day does not exist."""
        if self.ambiguous or self.year is None or self.month is None:
            return None
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        # With all three parts printed, a weekday that does not fit is the misprint.
        return replace(self, weekday=None).in_year(self.year)

    def in_year(self, year: int) -> str | None:
        """Return the ISO day in a given year; None where it does not exist or has another weekday."""
        if self.month is None or self.day is None:
            return None
        try:
            moment = date(year, self.month, self.day)
        except ValueError:
            return None
        if self.weekday is not None and moment.weekday() != self.weekday:
            return None
        return moment.isoformat()


@cache
def _pattern() -> re.Pattern[str]:
    """Return one expression for all shapes; each alternative begins with a literal or a digit."""
    months = "|".join(sorted(words().months, key=len, reverse=True))
    weekdays = "|".join(sorted(words().weekdays, key=len, reverse=True))
    day = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
    # Pages saved as text run together: "July 9, 2021Updated", "9 Jul 202110 Jul 2021", "20216:12 PM".
    year = r"(?:19|20)\d\d(?=\D|$|\d{1,2}:\d\d|\d{1,2}\ [A-Za-z]{3})"
    return re.compile(
        rf"(?:(?<![\w/.-])|(?<=\D20\d\d))(?:(?P<wd>{weekdays})\b\.?,?\ {{0,2}}(?:the\ )?)?(?:"
        rf"(?P<m1>{months})\b\.?\ {{0,2}}(?P<d1>{day})\b(?!:)(?:,?\ {{0,2}}(?:of\ )?(?P<y1>{year}))?"
        rf"|(?P<d2>{day})\ {{0,2}}(?:of\ )?(?P<m2>{months})\b\.?(?:,?\ {{0,2}}(?:of\ )?(?P<y2>{year}))?"
        rf"|(?P<m3>{months})\b\.?,?\ (?:of\ )?(?P<y3>{year})"
        rf"|(?P<y4>{year})(?P<s4>[-/.])(?P<m4>\d\d?)(?P=s4)(?P<d4>\d\d?)(?=T\d|[^\d\w/.-]|[.,-]?\s|[.,]?$)"
        rf"|(?P<a5>\d\d?)(?P<s5>[-/.])(?P<b5>\d\d?)(?P=s5)(?P<y5>{year})(?=[^\d\w/.-]|[.,-]?\s|[.,]?$)"
        rf")",
        re.IGNORECASE,
    )


def find_dates(text: str) -> tuple[PrintedDate, ...]:
    """Return all dates printed in `text`, in order."""
    found = []
    for match in _pattern().finditer(text):
        around = text[max(0, match.start() - 40) : match.end() + 40]
        printed = _printed(match, _label_before(text[max(0, match.start() - 60) : match.start()]), around)
        if printed is not None:
            found.append(printed)
    return tuple(found)


def _printed(match: re.Match[str], label: Label, around: str) -> PrintedDate | None:
    part = match.groupdict()
    span = Span(match.start(), match.end())
    weekday = words().weekdays[part["wd"].lower()] if part["wd"] else None
    if part["a5"]:
        return _numeric(part, span, weekday, label, around)
    if part["y4"]:
        month, day = int(part["m4"]), int(part["d4"])
        return _checked(PrintedDate(span, int(part["y4"]), month, day, weekday, label))
    name = part["m1"] or part["m2"] or part["m3"]
    number = part["d1"] or part["d2"]
    if name.islower():
        # "may 5" and "march 12" in running text are verbs; a month has a capital.
        return None
    digits = re.match(r"\d+", number or "")
    given = part["y1"] or part["y2"] or part["y3"]
    return _checked(
        PrintedDate(
            span,
            int(given) if given else None,
            words().months[name.lower()],
            int(digits.group()) if digits else None,
            weekday,
            label,
        )
    )


def _numeric(
    part: dict[str, str], span: Span, weekday: int | None, label: Label, around: str
) -> PrintedDate | None:
    """Read 19.10.2020: dots are day first everywhere; strokes are open unless one part is over 12.

    A clock's zone beside the date (EST, CEST) tells which half of the world wrote it.
    """
    first, second, year = int(part["a5"]), int(part["b5"]), int(part["y5"])
    zones = set(tokens(around))
    readings = {(first, second), (second, first)}
    if part["s5"] == "." or not words().day_first.isdisjoint(zones):
        readings = {(first, second)}
    elif not words().month_first.isdisjoint(zones):
        readings = {(second, first)}
    fitting = [
        printed
        for day, month in sorted(readings)
        if (printed := _checked(PrintedDate(span, year, month, day, weekday, label))) and printed.iso()
    ]
    if len(fitting) == 2:
        return PrintedDate(span, year, None, None, weekday, label, ambiguous=True)
    return fitting[0] if fitting else None


def _checked(printed: PrintedDate) -> PrintedDate | None:
    """Return the date if its month and day exist in some year."""
    if printed.month is None or not 1 <= printed.month <= 12:
        return None
    try:
        date(printed.year or 2000, printed.month, printed.day or 1)
    except ValueError:
        return None
    return printed


def _label_before(text: str) -> Label:
    """Return the label that ends right before a date ("Last updated: 6:41 PM GMT, ")."""
    near = bare(re.split(r"[|;\n]", text)[-1])
    pieces = near.split()
    for back in range(len(pieces) - 1, -1, -1):
        word = pieces[back].strip(".,:")
        pair = f"{pieces[back - 1]} {word}" if back else word
        if word in words().updated or pair in words().updated:
            return "updated"
        if word in words().published or pair in words().published:
            return "published"
        if word not in words().beside_date and not re.fullmatch(r"[\d:.]+(?:am|pm)?", word):
            return ""
    return ""


_AGO = re.compile(r"\b(\d{1,3}|an?|one)\s{1,2}(minute|min|hour|hr|day|week)s?\s{1,2}ago\b", re.IGNORECASE)
_HOURS = {"minute": 0.0, "min": 0.0, "hour": 1.0, "hr": 1.0, "day": 24.0, "week": 168.0}


def hours_ago(text: str) -> float | None:
    """Return how many hours before its reading a page was put up, as it says itself ("5 hours ago")."""
    match = _AGO.search(text)
    if match is None:
        return None
    number = 1 if not match.group(1).isdigit() else int(match.group(1))
    return number * _HOURS[match.group(2).lower()]


def day_of(value: str) -> str | None:
    """Return the ISO day (or month, or year) that a field such as a row's ``published`` holds."""
    text = value.strip()
    short = re.fullmatch(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?", text)
    if short:
        return text
    packed = re.fullmatch(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:T?\d{4,6}Z?)?", text)
    if packed:
        text = "-".join(packed.groups())
    isos = [iso for printed in find_dates(text) if (iso := printed.iso())]
    return isos[0] if isos else None
