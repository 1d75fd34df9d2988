"""What hangs on a phrase's head: "for the X", "of Defence", "at a hospital in Y", "close to Z"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sayso.reading.cast.heads import NEAR_TO, Ground
from sayso.reading.cast.nouns import words
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.words import possessive

_COMPOUND = words("reference", "phrases", "compound")
_PREPOSITIONS = words("reference", "phrases", "prepositions")
_TAILED = frozenset(
    {
        "spokes",
        "office",
        "speaker",
        "rank",
        "ministry",
        "organ",
        "government",
        "army",
        "delegation",
        "forces",
        "body",
    }
)


class Tails:
    """Finds tails; `starting` gives the phrase that begins at a word, later ones with their own tails."""

    def __init__(self, ground: Ground, starting: Mapping[int, Phrase]) -> None:
        self._ground = ground
        self._starting = starting

    def of(self, phrase: Phrase) -> Phrase:
        """Return the phrase with what hangs on its head, as it is where nothing does."""
        if phrase.classes.isdisjoint(_TAILED):
            return phrase
        portfolio = self._portfolio(phrase) if "ministry" in phrase.classes else None
        last = portfolio[1] if portfolio else phrase.last
        prep = self._ground.page.low(last)
        tail = self._node(last + 1) if self._leads_on(last) and _binds(phrase, prep) else None
        if "office" in phrase.classes and prep == "of" and self._ground.page.low(last + 1) in _COMPOUND:
            return replace(phrase, end=last + 2)
        end = self._with_second(phrase, tail[1]) if tail else last
        if (
            tail is None
            and (prep, self._ground.page.low(last + 1)) in NEAR_TO
            and (node := self._node(last + 2))
        ):
            return replace(phrase, end=node[1], portfolio=portfolio)
        if tail is None and prep in {"of", "for"} and not phrase.classes.isdisjoint({"office", "spokes"}):
            end = self._compound(last)
        return replace(phrase, prep=prep if tail else None, tail=tail, end=end, portfolio=portfolio)

    def _compound(self, last: int) -> int:
        """Return where "of state", "for foreign affairs" after a title ends; `last` where none follows."""
        end = last + 1
        while end - last < 4 and self._ground.page.follows(end) and self._ground.page.words[end].gap == " ":
            word = self._ground.page.words[end]
            if word.capital or word.tag not in {"NN", "NNS", "JJ"} or end in self._ground.known:
                break
            end += 1
        return end if end > last + 1 else last

    def _with_second(self, phrase: Phrase, end: int) -> int:
        """Return where the tail of a plural ends ("the mayors of X and Y")."""
        plural = self._ground.page.words[phrase.head].tag == "NNS"
        follows = (
            self._ground.page.low(end) == "and"
            and self._ground.page.follows(end)
            and self._ground.page.follows(end + 1)
        )
        return self._ground.known[end + 1][1] if plural and follows and end + 1 in self._ground.known else end

    def _portfolio(self, phrase: Phrase) -> tuple[int, int] | None:
        """Return the words of "of (the) Migration and the Displaced" after a ministry's head."""
        place = phrase.last + 1
        if self._ground.page.low(phrase.last) != "of" or not self._ground.page.follows(place):
            return None
        end = place
        while (
            self._ground.page.follows(end)
            and self._ground.page.words[end].gap == " "
            and self._of_office(end)
        ):
            end += 1
        while end > place and not self._ground.page.words[end - 1].capital:
            end -= 1
        return (place, end) if end > place else None

    def _of_office(self, place: int) -> bool:
        word = self._ground.page.words[place]
        return word.low in {"the", "and", "&"} or (
            word.capital and word.low in self._ground.lexicon.ministries
        )

    def _leads_on(self, place: int) -> bool:
        """Tell whether a preposition at `place` and a word after it go on in the same phrase."""
        if self._ground.page.low(place) not in _PREPOSITIONS or not self._ground.page.follows(place):
            return False
        gaps = [self._ground.page.words[n].gap for n in (place, place + 1) if self._ground.page.follows(n)]
        return gaps == [" ", " "]

    def _node(self, place: int) -> tuple[int, int] | None:
        """Return the phrase or name that begins at `place`, its own tail included."""
        if place in self._starting:
            phrase = self._starting[place]
            title = phrase.end == phrase.last and not phrase.classes.isdisjoint(
                {"office", "rank", "organ", "body"}
            )
            return self._through(phrase.first, phrase.end, titled=title)
        first = (
            place + 1
            if self._ground.page.low(place) in {"the", "a", "an", "nearby", "neighbouring"}
            else place
        )
        if first in self._ground.known:
            return self._through(place, self._administered(self._ground.known[first][1]))
        return None

    def _administered(self, last: int) -> int:
        """Return where "X-administered Y" ends after its X."""
        page = self._ground.page
        hyphened = page.follows(last) and page.words[last].gap == "-" and page.joined(last + 1)
        return self._ground.known[last + 1][1] if hyphened and last + 1 in self._ground.known else last

    def _through(self, first: int, last: int, *, titled: bool = False) -> tuple[int, int]:
        """Stretch a node over what it possesses ("the Ministry's Second Directorate")."""
        while last in self._ground.known and self._goes_on(last, titled=titled):
            last = self._ground.known[last][1]
        return first, last

    def _goes_on(self, place: int, *, titled: bool) -> bool:
        """Tell whether a name at `place` belongs to the node before: a possession, or a title's name."""
        if possessive(self._ground.page.words[place].gap):
            return True
        return titled and self._ground.page.joined(place)


def _binds(phrase: Phrase, prep: str) -> bool:
    """Tell whether a preposition after this head belongs to it rather than to the verb."""
    if prep == "of":
        return True
    if not phrase.classes.isdisjoint({"spokes", "office"}):
        return prep in {"for", "to", "before", "in", "at"}
    if "speaker" in phrase.classes:
        return prep in {"in", "at", "from", "with", "within", "for", "inside"}
    return (
        prep in {"in", "for"}
        and not phrase.classes.isdisjoint({"ministry", "organ"})
        and phrase.det is not None
    )
