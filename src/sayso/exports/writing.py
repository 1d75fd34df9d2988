"""What several formats need: JSON in pieces, names for the web, days and their precision."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit

from sayso.model.article import Article

URN = "urn:sayso:"


def dump(value: Any) -> str:
    """Return the value as JSON in one line; U+0085, U+2028 and U+2029, line ends to some, as escapes."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")


def listed(head: dict[str, Any], name: str, items: Iterable[Any]) -> Iterator[str]:
    """Yield the object `head` with a last member `name` that is the list of items, one a line."""
    yield dump(head)[:-1] + f"{', ' if head else ''}{dump(name)}: [\n"
    before = ""
    for item in items:
        yield before + dump(item)
        before = ",\n"
    yield "\n]}\n"


def urn(id_: str) -> str:
    """Return a record's id as an IRI; what an IRI may not hold is percent-encoded."""
    return URN + quote(id_, safe="-._~")


def address(article: Article) -> str | None:
    """Return the web address that an article was read from, None for a file or an unfit address."""
    try:
        parts = urlsplit(article.name)
        fit = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    # Only what RFC 3986 allows in an address: blanks, quotes and marks of other scripts are encoded.
    return quote(article.name, safe="%/:?#[]@!$&'()*+,;=-._~") if fit else None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time as first and last day; `days` counts both."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days the stretch has."""
        return (self.last - self.first).days + 1


def stretch(when: str | None) -> Stretch | None:
    """Return the days that an ISO day, month, year or ``first/last`` covers, None for None."""
    if when is None:
        return None
    first, _, last = when.partition("/")
    return Stretch(_edge(first, end=False), _edge(last or first, end=True))


def _edge(point: str, *, end: bool) -> date:
    parts = [int(part) for part in point.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else (12 if end else 1)
    day = parts[2] if len(parts) > 2 else (monthrange(year, month)[1] if end else 1)
    return date(year, month, day)
