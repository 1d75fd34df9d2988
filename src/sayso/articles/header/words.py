"""The words of the page's own language, as data made ready for comparing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sayso.languages import table

_MARKS = " \t.,:;!?|•·*–—-_()[]<>«»\"'“”‘’=+#~…→›▶►"


@dataclass(frozen=True, slots=True)
class Words:
    """One language's tables of `boilerplate.toml`; all phrases in lower case."""

    months: dict[str, int]
    weekdays: dict[str, int]
    published: frozenset[str]
    updated: frozenset[str]
    beside_date: frozenset[str]
    month_first: frozenset[str]
    day_first: frozenset[str]
    summary: frozenset[str]
    sections: frozenset[str]
    caption_verbs: frozenset[str]
    caption_words: tuple[str, ...]
    speech: frozenset[str]
    exact: frozenset[str]
    starts: re.Pattern[str]
    starts_weak: re.Pattern[str]
    contains: tuple[str, ...]
    opens_list: frozenset[str]
    tail_strong: re.Pattern[str]
    tail_weak: re.Pattern[str]
    bio: tuple[str, ...]
    covers: tuple[str, ...]
    credit_starts: re.Pattern[str]
    credit_contains: tuple[str, ...]
    reported_from: tuple[str, ...]
    generic: dict[str, str]
    byline: tuple[str, ...]
    staff: frozenset[str]
    press: frozenset[str]
    forms: frozenset[str]
    common: frozenset[str]
    states: frozenset[str]


@cache
def words(language: str = "english") -> Words:
    """Return the words of a language that has a `boilerplate.toml`."""
    data = table(language, "boilerplate")
    labels, furniture, tail, credit = data["labels"], data["furniture"], data["tail"], data["credits"]
    return Words(
        months=labels["months"],
        weekdays=labels["weekdays"],
        published=frozenset(labels["published"]),
        updated=frozenset(labels["updated"]),
        beside_date=frozenset(labels["beside_date"]),
        month_first=frozenset(labels["month_first"]),
        day_first=frozenset(labels["day_first"]),
        summary=frozenset(labels["summary"]),
        sections=frozenset(labels["sections"]),
        caption_verbs=frozenset(labels["caption_verbs"]),
        caption_words=tuple(labels["caption_words"]),
        speech=frozenset(labels["speech"]),
        exact=frozenset(bare(phrase) for phrase in furniture["exact"]),
        starts=_opening(furniture["starts"]),
        starts_weak=_opening(furniture["starts_weak"]),
        contains=tuple(furniture["contains"]),
        opens_list=frozenset(furniture["opens_list"]),
        tail_strong=_opening(tail["strong"]),
        tail_weak=_opening(tail["weak"]),
        bio=tuple(tail["bio"]),
        covers=tuple(tail["covers"]),
        credit_starts=_opening(credit["starts"]),
        credit_contains=tuple(credit["contains"]),
        reported_from=tuple(credit["reported_from"]),
        generic=credit["generic"],
        byline=tuple(credit["byline"]),
        staff=frozenset(credit["staff"]),
        press=frozenset(data["press"]["words"]),
        forms=frozenset(data["press"]["forms"]),
        common=frozenset(data["language"]["common"]),
        states=frozenset(labels["states"]),
    )


def _opening(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return an expression for lines in lower case that open with one of the phrases, as whole words."""
    ended = (re.escape(phrase) + (r"(?![^\W_])" if phrase[-1].isalnum() else "") for phrase in phrases)
    return re.compile("|".join(ended))


def opening(text: str) -> str:
    """Return a line as it is compared with opening phrases: lower case, without bullets and brackets."""
    return text[:80].lower().lstrip(" ([*•►▶→").replace("’", "'")


def bare(text: str) -> str:
    """Return a line in lower case, straight quotes, single blanks, without marks at its ends."""
    return " ".join(text.replace("’", "'").lower().split()).strip(_MARKS)


def tokens(text: str) -> list[str]:
    """Return the words of a short line in lower case."""
    return re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*", text.lower())
