"""What a figure counts: the unit and the noun phrase behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.languages import table
from sayso.model.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’.²-][^\W\d_]+|²|2\b)*\.?")
_GAP = re.compile(r"[ \u00a0-]*[\"“”«»‘]?[ ]?")
_OF = re.compile(
    r"\s+(?:out\s+)?of\s+(?:(?:the|their|its|his|our|those|these|all|them|whom|which|whose)\b\s*)?", re.I
)
_PART_OF = re.compile(r"\s+(?:out\s+)?of\s+(?:[^\W\d_]+(?:['’]s)?\s+){0,3}\d[\d,.]*\s+", re.I)
_THEM = re.compile(r"\s+of\s+(?:them|whom|which|those)\b", re.I)
_WORDS_DEEP = 7
_IRREGULAR = re.compile(r"(?:men|people|children|ies|clashes)$")
_TOTAL = re.compile(r"\b(?:number|numbers|total|tally|count)\s+of\s+", re.I)
_TOLL = re.compile(r"\btoll\b", re.I)
_TOTAL_WITHIN = 200
NOTHING = "nothing"
"""The unit of figures that count no things: spans of time, degrees, calibres."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts: the unit, and the words that say it (None: the figure stands alone)."""

    unit: str
    words: Span | None


@dataclass(frozen=True, slots=True)
class Units:
    """The word tables, plurals added."""

    unit_of: Mapping[str, str]
    plurals: frozenset[str]
    not_counted: frozenset[str]
    stops: frozenset[str]
    people_verbs: frozenset[str]
    auxiliaries: frozenset[str]
    measures: frozenset[str]
    empty: frozenset[str]
    money: Mapping[str, str]


@cache
def units(language: str = "english") -> Units:
    """Return the unit tables of a language."""
    rows: dict[str, Any] = table(language, "units")
    unit_of = {w: unit for unit, nouns in rows["units"].items() for noun in nouns for w in (noun, f"{noun}s")}
    nouns = [noun for listed in rows["units"].values() for noun in listed]
    plural = frozenset([f"{n}s" for n in nouns] + [n for n in nouns if _IRREGULAR.search(n)]) | frozenset(
        rows["units"]
    )
    skip = rows["not_counted"]["words"]
    return Units(
        unit_of=unit_of,
        plurals=plural,
        not_counted=frozenset([*skip, *(f"{w}s" for w in skip)]),
        stops=frozenset(rows["stops"]["words"]),
        people_verbs=frozenset(rows["people_verbs"]["words"]),
        auxiliaries=frozenset(rows["people_verbs"]["auxiliaries"]),
        measures=frozenset(rows["measures"]["units"]),
        empty=frozenset(rows["empty"]["words"]),
        money=rows["money"],
    )


def words_behind(text: str, at: int, stop: int) -> list[tuple[int, int, str]]:
    """Return the words that follow a position without a mark between (start, end, lower case)."""
    found: list[tuple[int, int, str]] = []
    while len(found) < _WORDS_DEEP:
        gap = _GAP.match(text, at, stop)
        word = _WORD.match(text, gap.end() if gap else at, stop)
        if word is None:
            break
        run = word.group().lower()
        end = word.end()
        if run.endswith(".") and run.rstrip(".") not in {"u.s", "u.n", "u.k", "sq"}:
            found.append((word.start(), end - 1, run[:-1]))
            break
        found.append((word.start(), end, run))
        at = end
    return found


def counted(text: str, at: int, stop: int) -> Counted | None:
    """Return what the figure that ends at `at` counts, None where the text does not say or it is no count."""
    tables = units()
    part = _PART_OF.match(text, at, stop)
    shared = _noun(text, words_behind(text, part.end(), stop), tables) if part is not None else None
    if shared is not None and shared.unit != NOTHING:
        return Counted(shared.unit, None)
    of = None if _THEM.match(text, at, stop) else _OF.match(text, at, stop)
    words = words_behind(text, of.end() if of else at, stop)
    if (
        not words
        or words[0][2] in tables.not_counted
        or (len(words) > 1 and _pair(words, 0) in tables.not_counted)
    ):
        return Counted(NOTHING, None) if words else None
    return _noun(text, words, tables) or _verb(words, tables)


def counted_before(text: str, start: int, at: int) -> Counted | None:
    """Return what the words before a figure say that it counts: "the number of troops killed at 400"."""
    start = max(start, at - _TOTAL_WITHIN)
    totals = list(_TOTAL.finditer(text, start, at))
    if totals:
        return _noun(text, words_behind(text, totals[-1].end(), at), units())
    return Counted("people", None) if _TOLL.search(text, start, at) else None


def _pair(words: list[tuple[int, int, str]], n: int) -> str:
    return f"{words[n][2]} {words[n + 1][2]}" if n + 1 < len(words) else ""


def _noun(text: str, words: list[tuple[int, int, str]], tables: Units) -> Counted | None:
    """Find the head noun: the last of the first run of words that units know, else a plural in -s."""
    for n, (start, end, word) in enumerate(words):
        if word in tables.stops and not (n == 0 and word == "more"):
            return None
        if word in tables.not_counted:
            return Counted(NOTHING, None)
        last = _last_known(words, n, tables)
        if last is not None:
            unit, final = last
            return Counted(unit, _named(words, final, tables))
        if _is_plural(text[start:end], word, words, n, tables):
            return Counted(word, _named(words, n, tables))
        if _is_nation(text[start:end], words, n, tables):
            return Counted("people", _named(words, n, tables))
    return None


def _named(words: list[tuple[int, int, str]], final: int, tables: Units) -> Span:
    """Return the noun phrase without the words before it that say nothing ("two more districts")."""
    first = next((n for n in range(final) if words[n][2] not in tables.empty), final)
    return Span(words[first][0], words[final][1])


def _last_known(words: list[tuple[int, int, str]], n: int, tables: Units) -> tuple[str, int] | None:
    found = None
    while n < len(words):
        pair, one = tables.unit_of.get(_pair(words, n)), tables.unit_of.get(words[n][2])
        if pair is None and one is None:
            break
        found = (pair, n + 1) if pair is not None else (one or "", n)
        n = found[1] + 1
        if words[found[1]][2] in tables.plurals or (n < len(words) and words[n][2] in tables.stops):
            break
    if found is not None and n == found[1] + 1 < len(words) and words[found[1]][2] not in tables.plurals:
        head = words[n][2]
        if head.endswith("s") and len(head) > 4 and head not in tables.stops:
            return head, n
    return found


def _is_plural(written: str, word: str, words: list[tuple[int, int, str]], n: int, tables: Units) -> bool:
    """Tell whether a word looks like the plural noun at the end of its phrase."""
    if (
        not written.islower()
        or len(word) < 4
        or not word.endswith("s")
        or word.endswith(("ss", "us", "is", "’s", "'s"))
    ):
        return False
    behind = words[n + 1][2] if n + 1 < len(words) else ""
    return not behind or behind in tables.stops or not tables.unit_of.get(behind)


def _is_nation(written: str, words: list[tuple[int, int, str]], n: int, tables: Units) -> bool:
    """Tell whether a word names people by where they come from ("400 Ruritanians", "60 Omanis")."""
    if not written[0].isupper() or not written.endswith(("ans", "ese", "is")) or len(written) < 5:
        return False
    behind = words[n + 1][2] if n + 1 < len(words) else ""
    return not behind or behind in tables.stops or behind in tables.people_verbs


def _verb(words: list[tuple[int, int, str]], tables: Units) -> Counted | None:
    """Read "60 had surrendered": a bare figure that counts people."""
    for n, (_, _, word) in enumerate(words[:4]):
        if word in tables.people_verbs:
            return Counted("people", None)
        if word not in tables.auxiliaries and not (n and word.endswith("ly")):
            return None
    return None
