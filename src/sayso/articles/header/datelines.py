"""The dateline of a wire report: ``KABUL, July 9 (Reuters) -`` and its kin."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from sayso.articles.header.dates import PrintedDate, find_dates
from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where it stands, the place, the date if there is one, and the name in brackets or strokes."""

    span: Span
    place: str | None
    printed: PrintedDate | None
    credit: str | None


# A place: one to four words in capitals or with a capital each, perhaps a second part after a comma
# ("Goma, DRC", "SIRTE, Libya") or a second place after a stroke ("BEIRUT/CAIRO").
_WORD = r"(?:[^\W\d_][\w.'’-]{0,20})"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,3}}(?:/{_WORD}(?: {_WORD}){{0,2}}){{0,2}}(?:, {_WORD}(?: {_WORD}){{0,2}})?"
_DATE = r"[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2} [A-Za-z]{3,9}\.?(?:,? \d{4})?"
_BRACKETS = r"\((?P<c1>[^()]{2,60})\)|/(?P<c2>[^/\s][^/]{0,40})/|\[(?P<c3>[^\[\]]{2,60})\]"
_DASH = r" {0,2}(?:--|[-–—―])(?= ?[\w“\"‘'«(]|$)"
_AFTER = rf"(?: ?(?:{_BRACKETS})(?P<end>{_DASH}|[.:](?= )|(?= ?[A-Z“\"«]|$))|(?P<dash>{_DASH}|:(?= )))\s*"
_LINE = re.compile(rf"(?P<place>{_PLACE})(?:[,.]? (?P<date>{_DATE}))?[.,]?{_AFTER}")
_BARE = re.compile(rf"(?P<date>{_DATE})[.,]?{_AFTER}")
_SIGNATURE = re.compile(r"([A-Z][\w-]{1,20}(?: [A-Z][\w-]{1,20}){0,3})\.\s+(?=[A-Z“\"«])")


def find_dateline(text: str, is_agency: Callable[[str], bool]) -> Dateline | None:
    """Return the dateline that a paragraph opens with, None where it opens with prose.

    It must hold a known agency in brackets, or be closed by a dash and hold a date or brackets; without
    either, its place must be in capitals (``MOSCOW — ``, ``DELHI: ``) or be followed by a spaced long
    dash and a capital (``Goma, DRC – The``).
    """
    for pattern in (_LINE, _BARE):
        match = pattern.match(text)
        if match is None:
            continue
        part = match.groupdict()
        place = part.get("place")
        credit = part["c1"] or part["c2"] or part["c3"]
        dates = find_dates(part["date"]) if part["date"] else ()
        if part["date"] and not dates:
            continue
        known = credit is not None and is_agency(credit)
        if known or _fits(place, bool(dates), credit, part["end"] or part["dash"] or "", text[match.end() :]):
            printed = dates[0] if dates else None
            dateline = Dateline(Span(0, match.end()), _tidy(place), printed, credit)
            return dateline if credit else _with_signature(dateline, text, is_agency)
    return None


def _with_signature(dateline: Dateline, text: str, is_agency: Callable[[str], bool]) -> Dateline:
    """Return the dateline with the agency that follows its dash: ``MOSCOW, July 9 — RIA Novosti. The``."""
    signature = _SIGNATURE.match(text, dateline.span.end)
    if signature is None or not is_agency(signature.group(1)):
        return dateline
    return replace(dateline, span=Span(0, signature.end()), credit=signature.group(1))


def _fits(place: str | None, dated: bool, credit: str | None, end: str, rest: str) -> bool:
    if place is not None and not _like_place(place):
        return False
    dash = end.strip() and end.strip() not in ".:"
    if dated or credit:
        return bool(dash or (credit and (dated or (place and place.isupper() and end))))
    if end == ":" and place is not None:
        return _capitals(place) and len(place.split()) <= 3 and rest[:1].isupper()
    if place is None or not dash or not rest:
        return False
    first = rest.lstrip("“\"‘'«( ")[:1]
    opens = first.isupper() or first.isdigit()
    if _capitals(place):
        return opens
    if not end.startswith(" ") or len(place.split()) > 3:
        return False
    return opens and (end.strip() in "–—―" or ", " in place)


def _like_place(place: str) -> bool:
    """Tell whether every word of a place has a capital, small words apart."""
    small = {"de", "del", "la", "el", "al", "of", "and", "the", "in", "near", "on"}
    names = [word for word in re.split(r"[\s,/]+", place) if word and word.lower() not in small]
    return bool(names) and all(word[0].isupper() or "-" in word for word in names)


def _capitals(place: str) -> bool:
    head = re.split(r"[,/]", place)[0]
    return head.upper() == head and len(head) > 2


def _tidy(place: str | None) -> str | None:
    """Return the place as a name: ``KABUL, Afghanistan`` is Kabul."""
    if place is None:
        return None
    head = re.split(r"[,/]", place)[0].strip(" .")
    if head.isupper() and len(head) > 3:
        return " ".join(word if word.lower() in {"de", "la"} else _title(word) for word in head.split())
    return head or None


def _title(word: str) -> str:
    return "-".join(piece[:1] + piece[1:].lower() for piece in word.split("-"))
