"""Runs of capitalised words that no list explains: people, places and bodies met for the first time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.reading.cast.aliases import Hit
from sayso.reading.cast.nouns import Nouns, nouns, words
from sayso.reading.cast.words import Page

_LONGEST = 7
_NAME_TAGS = frozenset({"NNP", "NNPS", "FW"})


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised ``words[first:last]``; `name` as printed, `organ` where its last word names a body."""

    first: int
    last: int
    name: str
    lows: tuple[str, ...]
    organ: bool = False

    @property
    def known_as(self) -> str:
        """Return the folded words, the key under which one name's runs meet."""
        return " ".join(self.lows)


def find_runs(page: Page, hits: Sequence[Hit]) -> tuple[Run, ...]:
    """Return the name runs of a page outside of the known names.

    In a sentence set like a headline every word has a capital, so there a run counts only where the
    same words are a run elsewhere, too.
    """
    taken = {place for hit in hits for place in range(hit.first, hit.last)}
    finder = _Finder(page, nouns(), frozenset(taken))
    found: list[Run] = []
    headlines: list[int] = []
    for number in range(len(page.sentences)):
        if page.titled(number):
            headlines.append(number)
        else:
            found.extend(finder.of_sentence(number))
    sure = {run.lows: run for run in reversed(found)}
    for number in headlines:
        found.extend(finder.of_headline(number, sure))
    return tuple(_with_town(page, hits, run) for run in sorted(found, key=lambda run: run.first))


def _with_town(page: Page, hits: Sequence[Hit], run: Run) -> Run:
    """Return a body's name with the capital or country before it ("the Tripoli Ambulance Service")."""
    if not run.organ or not page.joined(run.first):
        return run
    hit = next((hit for hit in hits if hit.last == run.first and hit.form in {"seat", "name"}), None)
    if hit is None or hit.referent.kind != "state":
        return run
    name = page.span(hit.first, run.last).of(page.text)
    return Run(hit.first, run.last, name, page.lows(hit.first, run.last), organ=True)


@dataclass(frozen=True, slots=True)
class _Finder:
    page: Page
    lexicon: Nouns
    taken: frozenset[int]

    def of_sentence(self, number: int) -> list[Run]:
        first, last = self.page.spread[number]
        runs: list[Run] = []
        place = first
        while place < last:
            end = self._end(place, last)
            run = self._run(place, end) if end > place else None
            if run:
                runs.append(run)
            place = max(end, place + 1)
        return runs

    def of_headline(self, number: int, sure: Mapping[tuple[str, ...], Run]) -> list[Run]:
        """Return the runs of a headline that are runs, or the ends of runs, of the text."""
        first, last = self.page.spread[number]
        endings = {lows[-1:] for lows in sure}
        runs: list[Run] = []
        place = first
        while place < last:
            end = min(last, place + _LONGEST)
            while (
                end > place
                and self.page.lows(place, end) not in sure
                and self.page.lows(place, end) not in endings
            ):
                end -= 1
            if end > place and self.taken.isdisjoint(range(place, end)) and self.page.words[place].capital:
                lows = self.page.lows(place, end)
                organ = lows in sure and sure[lows].organ
                runs.append(Run(place, end, self.page.span(place, end).of(self.page.text), lows, organ))
            place = max(end, place + 1)
        return runs

    def _end(self, place: int, last: int) -> int:
        """Return where the longest run from `place` ends; `place` itself where none begins."""
        if not (self._name(place) or self._particle(place)):
            return place
        end = place
        while end < last and end - place < _LONGEST and (end == place or self._joins(end)):
            if self._name(end) or self._links(place, end, last) or self._closes(place, end):
                end += 1
            elif self._particle(end) and end + 1 < last and (self._joins(end + 1)):
                if not (self._name(end + 1) or self._particle(end + 1)):
                    break
                end += 1
            else:
                break
        return end

    def _closes(self, first: int, place: int) -> bool:
        """Tell whether a title ends a name as its surname ("Dina Mufti", "Ivo King")."""
        word = self.page.words[place]
        title = word.low in words("people", "roles", "title") and word.capital and place > first
        after = self.page.words[place + 1] if self.page.follows(place + 1) else None
        return (
            title and place not in self.taken and (after is None or not (after.capital and after.gap == " "))
        )

    def _links(self, first: int, place: int, last: int) -> bool:
        """Tell whether an "of" goes on with the name of a body ("Operation X of Y")."""
        opened = (
            place > first and self.page.low(first) in self.lexicon.organs and self.page.words[first].capital
        )
        return opened and self.page.low(place) == "of" and place + 1 < last and self._name(place + 1)

    def _joins(self, place: int) -> bool:
        gap = self.page.words[place].gap
        before = self.page.words[place - 1].text
        if gap in {" ", "-", "\u00a0", "'", "’", "‘", "‑", "‐"}:
            return True
        return gap in {". ", "."} and (len(before) == 1 or before in {"St", "Mt", "Jr", "Ste"})

    def _name(self, place: int) -> bool:
        word = self.page.words[place]
        if place in self.taken or not word.capital or word.low in self.lexicon.calendar:
            return False
        inside = word.gap == "-" and self.page.low(place - 1) in self.lexicon.particles
        if self._titles(word.low) and not inside:
            return False
        return not self._only_a_beginning(place)

    def _titles(self, low: str) -> bool:
        return self.lexicon.is_role(low) or low in words("people", "roles", "title")

    def _only_a_beginning(self, place: int) -> bool:
        """Tell whether the capital is only that of a sentence or a quotation, by the word's tag."""
        word = self.page.words[place]
        starts = self.page.opens(place) or any(c in '“”"«»„:•*—[(' for c in word.gap) or "\n" in word.gap
        common = word.low in self.lexicon.modifiers or bool(self.lexicon.of(word.low))
        return starts and (word.tag not in _NAME_TAGS or common)

    def _particle(self, place: int) -> bool:
        word = self.page.words[place]
        if word.low not in self.lexicon.particles or place in self.taken or word.capital:
            return False
        if word.low in self.lexicon.hyphenated:
            return self.page.low(place + 1) != "" and "-" in (self.page.words[place + 1].gap, word.gap)
        follows = self.page.words[place + 1] if self.page.follows(place + 1) else None
        return follows is not None and (follows.capital or follows.low in self.lexicon.particles)

    def _run(self, first: int, last: int) -> Run | None:
        while last > first and self._particle_only(last - 1):
            last -= 1
        while first < last and self._leads(first, last):
            first += 1
        lows = self.page.lows(first, last)
        if not any(self._unknown(place) for place in range(first, last)) or len("".join(lows)) < 2:
            return None
        organ = last - first > 1 and (lows[-1] in self.lexicon.organs or "of" in lows)
        return Run(first, last, self.page.span(first, last).of(self.page.text), lows, organ)

    def _particle_only(self, place: int) -> bool:
        return not self.page.words[place].capital

    def _leads(self, first: int, last: int) -> bool:
        """Tell whether the first word only leads up to a name ("Army", "Interior")."""
        low = self.page.low(first)
        if low in self.lexicon.never and self.page.words[first].tag.startswith("JJ"):
            return True
        leads = low in self.lexicon.ministries or bool(self.lexicon.of(low))
        return leads and last - first > 1 and self.page.lows(first, last)[-1] not in self.lexicon.organs

    def _unknown(self, place: int) -> bool:
        word = self.page.words[place]
        known = (
            word.low in self.lexicon.organs
            or word.low in self.lexicon.never
            or word.low in self.lexicon.ministries
            or word.low in self.lexicon.generic
            or self.lexicon.of(word.low)
        )
        return word.capital and not known
