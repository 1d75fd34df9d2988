"""Known names found in an article: one pass over its words through a table of aliases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.languages import table
from sayso.model.profile import Profile
from sayso.reading.cast.words import Page, Word, fold, pieces, plain, possessive
from sayso.reading.cast.world import Alias, Form, Referent, world

_ACRONYM = 5
"""Up to so many letters, a name in capitals must stand in capitals ("IS", "US", "WHO")."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at ``words[first:last]``."""

    first: int
    last: int
    referent: Referent
    form: Form


@dataclass(frozen=True, slots=True)
class _Entry:
    lows: tuple[str, ...]
    forms: tuple[str, ...]
    alias: Alias


class AliasTable:
    """Aliases by their first word, the longest first; at equal length, the first given wins."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self._by_first: dict[str, list[_Entry]] = {}
        for alias in aliases:
            parts = [word for _, word in pieces(alias.words)]
            if parts:
                entry = _Entry(tuple(fold(part) for part in parts), tuple(parts), alias)
                self._by_first.setdefault(entry.lows[0], []).append(entry)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry.lows))

    def scan(self, page: Page) -> tuple[Hit, ...]:
        """Return the known names of a page, in order, none overlapping."""
        hits: list[Hit] = []
        place = 0
        while place < len(page.words):
            hit = self._at(page, place)
            if hit:
                hits.append(hit)
            place = hit.last if hit else place + 1
        return tuple(hits)

    def _at(self, page: Page, place: int) -> Hit | None:
        for entry in self._by_first.get(page.words[place].low, ()):
            last = place + len(entry.lows)
            here = page.words[place:last]
            if (
                tuple(word.low for word in here) == entry.lows
                and _together(here)
                and _stands(page, here, entry)
            ):
                return Hit(place, last, entry.alias.referent, entry.alias.form)
        return None


def _together(words: Sequence[Word]) -> bool:
    return all(
        (plain(word.gap) or word.gap == " & " or possessive(word.gap) or word.gap == ". ")
        and word.sentence == words[0].sentence
        for word in words[1:]
    )


def _stands(page: Page, words: Sequence[Word], entry: _Entry) -> bool:
    """Tell whether the case of the words fits the alias, so that "us" is not the US."""
    if entry.alias.form == "seat" and len(entry.lows) == 1 and words[0].text.islower():
        return len(entry.lows[0]) > 4 or words[0].low == "kyiv"
    letters = "".join(entry.forms)
    if letters.isupper() and len(letters) <= _ACRONYM:
        shouting = page.text[words[0].span.start : words[0].span.start + 40].isupper()
        whole = len(letters) > 1 or not page.words[_index(page, words[0]) - 1].gap.endswith("-")
        return all(word.text.isupper() for word in words) and not shouting and whole and _apart(words, entry)
    return all(
        word.capital or not form[0].isupper() for word, form in zip(words, entry.forms, strict=True)
    ) and not (entry.alias.referent.doubtful and not _cued(page, words))


def _apart(words: Sequence[Word], entry: _Entry) -> bool:
    """Tell whether inner points are as in the alias ("U.S." is two words without a space between)."""
    return all(word.gap.strip() in {"", ".", "-", "/"} and word.gap != " " for word in words[1:]) or (
        " " in entry.alias.words
    )


def _index(page: Page, word: Word) -> int:
    first, last = page.spread[word.sentence]
    return next(i for i in range(first, last) if page.words[i] is word)


def _cued(page: Page, words: Sequence[Word]) -> bool:
    """Tell whether a word beside a doubtful name says that an outlet is meant."""
    nouns = table("english", "outlets")["nouns"]
    place = _index(page, words[0])
    near = (page.low(place - 1), page.low(place - 2), page.low(place + len(words)))
    return any(low in nouns["outlet"] for low in near) or near[0] in {"told", "on", "via"}


@cache
def alias_table(profile: Profile) -> AliasTable:
    """Return the table of all aliases of the world under a profile; built once."""
    return AliasTable(world(profile).aliases)
