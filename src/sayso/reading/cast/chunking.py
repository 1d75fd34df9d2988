"""Noun phrases from their heads: back over modifiers to the determiner, on to what hangs on the head."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.cast.aliases import Hit
from sayso.reading.cast.heads import Ground, classes_of, is_head
from sayso.reading.cast.names import Run
from sayso.reading.cast.nouns import nouns, words
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.tails import Tails
from sayso.reading.cast.words import Page, possessive

_MODIFIER_TAGS = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "NNPS", "CD", "FW"})
_VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})
_DETERMINERS = words("reference", "phrases", "determiners") | words(
    "reference", "phrases", "possessive_pronouns"
)
_APPROXIMATE = words("reference", "phrases", "approximate")
_SPEECH = words("reference", "phrases", "speech")
_LONGEST = 12


def find_phrases(page: Page, hits: Sequence[Hit], runs: Sequence[Run]) -> tuple[Phrase, ...]:
    """Return the phrases of a page in order of their heads."""
    ends = [*((run.first, run.last) for run in runs), *((hit.first, hit.last) for hit in hits)]
    known = {n: (first, last) for first, last in ends for n in range(first, last)}
    return _Chunker(Ground(page, nouns(), known)).find()


class _Chunker:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._ending: dict[int, tuple[int, int]] = {}
        self._starting: dict[int, Phrase] = {}

    def find(self) -> tuple[Phrase, ...]:
        phrases = []
        for head in range(len(self._ground.page.words)):
            if is_head(self._ground, head):
                phrase = self._simple(head)
                phrases.append(phrase)
                self._ending[phrase.last] = (phrase.first, phrase.last)
                self._starting[phrase.first] = phrase
        tails = Tails(self._ground, self._starting)
        for number in range(len(phrases) - 1, -1, -1):
            phrase = tails.of(phrases[number])
            phrases[number] = phrase
            if self._starting[phrase.first].last == phrase.last:
                self._starting[phrase.first] = phrase
        return tuple(phrases)

    def _simple(self, head: int) -> Phrase:
        place, owner, det = head, None, None
        while (
            place - 1 >= 0
            and head - place < _LONGEST
            and self._ground.page.words[place - 1].sentence == (self._ground.page.words[head].sentence)
        ):
            gap = self._ground.page.words[place].gap
            if possessive(gap):
                owner = self._owner(place)
                break
            if not self._ground.page.joined(place):
                break
            before = self._ground.page.low(place - 1)
            if self._determines(place - 1, head) and gap == " ":
                det = before
                break
            step = self._step(place - 1)
            if step is None:
                break
            place = step
        first = owner[0] if owner else place - 1 if det else place
        return Phrase(
            first, head + 1, head, classes_of(self._ground, head), det, owner, (place, head), end=head + 1
        )

    def _determines(self, place: int, head: int) -> bool:
        word = self._ground.page.words[place]
        if word.low == "that" and (word.tag != "DT" or self._ground.page.words[head].tag == "NNS"):
            return False
        return word.low in _DETERMINERS

    def _owner(self, place: int) -> tuple[int, int]:
        """Return the words of the possessor that ends before `place`."""
        if place in self._ending:
            return self._ending[place]
        first = self._ground.known[place - 1][0] if place - 1 in self._ground.known else place - 1
        if self._ground.page.low(first - 1) == "the" and self._ground.page.follows(first):
            first -= 1
        titled = first in self._ending and self._ground.page.joined(first)
        return (self._ending[first][0] if titled else first), place

    def _step(self, place: int) -> int | None:
        """Return where the modifier that ends at `place` begins; None where it is no modifier."""
        if place in self._ground.known:
            return self._ground.known[place][0]
        word = self._ground.page.words[place]
        if (word.low in self._ground.lexicon.calendar and word.capital) or word.lemma in _SPEECH:
            return None
        if (
            word.low in self._ground.lexicon.modifiers
            or word.tag in _MODIFIER_TAGS
            or self._ground.lexicon.of(word.low)
        ):
            plural = word.tag == "NNS" and word.low not in words("people", "modifiers", "plural")
            verb = word.tag in _VERB_TAGS and not word.capital
            return None if plural or verb else place
        hyphened = "-" in word.gap or "-" in self._ground.page.words[place + 1].gap
        if hyphened or word.low in _APPROXIMATE:
            return place
        return place if word.tag in {"VBN", "VBG", "VBD", "NNS", "RB"} and self._determined(place) else None

    def _determined(self, place: int) -> bool:
        """Tell whether a determiner stands before, adjectives between ("a local elected official")."""
        for before in range(place - 1, max(-1, place - 4), -1):
            if self._ground.page.low(before) in _DETERMINERS:
                return place - before == 1 or self._ground.page.words[place].tag in {"VBN", "VBD"}
            word = self._ground.page.words[before]
            qualifies = word.tag == "JJ" or word.low in self._ground.lexicon.modifiers
            if not qualifies or not self._ground.page.joined(before + 1):
                return False
        return False
