"""Statements that give the same answer to a question."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.claimtypes.account import Account, Lies
from sayso.claimtypes.catalogue import registry
from sayso.claimtypes.talks import talkers
from sayso.model.codec import to_record
from sayso.model.ids import digest
from sayso.model.proposition import Proposition
from sayso.weighing.clusters import by_figure, in_time
from sayso.weighing.extent import Extents
from sayso.weighing.matters import DANGER, as_danger
from sayso.weighing.names import fold, ground
from sayso.weighing.voices import Mood, Voice

_HOLDING = frozenset({"control", "takeover"})

_FREE = frozenset({"stance", "other"})
"""Types whose slots do not say what is meant; their answers are quoted."""

_PLACED = frozenset({"control", "attack", "talks"})
"""Types of questions that what is said of a part, or of a whole, bears on."""

QUOTED = 160
"""Most characters of a sentence that is quoted as an answer."""

_OPENING: dict[Mood, str] = {
    "fact": "",
    "plan": "planned or expected: ",
    "condition": "on a condition: ",
    "demand": "demanded: ",
    "doubt": "open: ",
}


@dataclass(frozen=True, slots=True)
class Ground:
    """What is asked about: the type of the question, its folded place, and how places lie to each other."""

    type: str
    place: str | None
    extents: Extents
    danger: bool = False

    def lies(self, p: Proposition) -> Lies:
        """Return whether the proposition is of the place asked about, of a part of it, or of a whole."""
        place = p.place or p.place_from
        if self.type not in _PLACED or not place or self.place is None or ground(place) == self.place:
            return "here"
        return "around" if self.extents.key(place) in self.extents.around(self.place) else "part"

    @property
    def point(self) -> bool:
        """Whether places are asked about, and not a region, a line or a land."""
        return self.place is not None and self.extents.of(self.place) in ("spot", "several")

    @property
    def line(self) -> bool:
        """Whether a border is asked about, which is what its posts are; a province is not its districts."""
        return self.place is not None and "border" in self.place.split()

    def account(self, voice: Voice) -> Account:
        """Return the voice as comparisons see it."""
        p = as_danger(voice) if self.danger else voice.said
        place = p.place or p.place_from
        spot = place is None or self.extents.of(place) == "spot"
        asked = DANGER if self.danger else self.type
        return Account(
            p, voice.share, self.lies(p), spot, self.retakes(voice), voice.denies, asked,
            voice.statement.said_on, voice.mood == "plan",
        )  # fmt: skip

    def retakes(self, voice: Voice) -> bool:
        """Return whether it is an attack to get the place back, and that is what is asked about."""
        return voice.retakes and self.type == "control"


@dataclass(frozen=True, slots=True)
class Same:
    """Voices that give one answer, and the distinct accounts of it (sorted, without repeats)."""

    voices: tuple[Voice, ...]
    accounts: tuple[Account, ...]
    counts: bool = True
    """Whether it tells how the question stands: a part of a region does not, a post on a border does."""
    yields: bool = True
    """Whether it is of ground that a side can be said to have lost: places, and no region, line or land."""

    @property
    def said(self) -> tuple[Proposition, ...]:
        """The distinct things that are said."""
        return tuple(account.said for account in self.accounts)

    @property
    def mood(self) -> Mood:
        """What kind of word the answer is."""
        return self.voices[0].mood

    @property
    def here(self) -> bool:
        """Whether it is of the very place that is asked about."""
        return self.accounts[0].lies == "here"

    @property
    def articles(self) -> frozenset[str]:
        """The articles that hold it."""
        return frozenset(voice.statement.article for voice in self.voices)

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides that give it, by name."""
        return tuple(sorted({v.side for v in self.voices if v.side}))


def answers(members: Sequence[Voice], on: Ground) -> list[Same]:
    """Return the answers of one question, those of the very place and with most statements first.

    One answer: the same mood and polarity, the same actor (and parties or matter, where the type asks
    for them), the same place, figures within ± 10 %, dates that meet.  Holding and having taken a place are
    one.
    """
    groups: dict[Hashable, list[Voice]] = defaultdict(list)
    for voice in members:
        groups[_stem(voice, on)].append(voice)
    met = {_teller(v) for v in members if v.said.type == "talks" and v.said.polarity == "positive"}
    found = [_same(run, on, met) for group in groups.values() for run in _runs(group)]
    return sorted(found, key=lambda same: (not same.here, -len(same.voices), same.voices[0].statement.id))


def wording(same: Same, extents: Extents) -> str:
    """Return the answer in words: what most of its statements say."""
    counts = Counter(_worded(voice, extents) for voice in same.voices)
    words = min(counts, key=lambda text: (-counts[text], len(text), text))
    return _OPENING[same.mood] + words


def _worded(voice: Voice, extents: Extents) -> str:
    if voice.proposition.type in _FREE:
        words = " ".join(voice.statement.evidence.split())
        return f"“{words if len(words) <= QUOTED else words[: QUOTED - 1] + '…'}”"
    p = voice.proposition
    words = registry()[p.type].answer(p)
    if p.type in _HOLDING and p.place and p.quantity is None and extents.of(p.place) != "spot":
        # To hold ground in a country is not to hold the country.
        words += " (how much is not said)"
    return f"not so: {words}" if voice.denies else words


def _stem(voice: Voice, on: Ground) -> Hashable:
    p = voice.said
    kind = "control" if p.type in _HOLDING else p.type
    return (
        voice.mood,
        kind,
        p.polarity,
        on.retakes(voice),
        _parties(voice, on),
        _where(p, on),
    )


def _where(p: Proposition, on: Ground) -> tuple[str, ...]:
    """Return the places that tell one answer from another."""
    if p.type in ("deployment", "flight"):
        return tuple(fold(name or "") for name in (p.place, p.place_from, p.place_to))
    if on.type in ("casualties", "talks") or on.lies(p) == "here":
        return ()
    return (fold(p.place or p.place_from or ""),)


def _parties(voice: Voice, on: Ground) -> tuple[str, ...]:
    p = as_danger(voice) if on.danger else voice.said
    if p.type == "talks":  # who meets whom is the same from either end
        return tuple(fold(name) for name in talkers(p))
    if p.type == "attack" and on.type == "attack":
        return fold(p.actor or ""), fold(p.target or "")
    if p.type in _FREE and not p.target and not on.danger:
        # Nothing but its words tells what is meant.
        return fold(p.actor or ""), fold(voice.statement.evidence)
    matter = p.target if p.type in ("stance", "other", "casualties", "deployment") else None
    return fold(p.actor or ""), fold(matter or "")


def _runs(group: list[Voice]) -> Iterator[list[Voice]]:
    for alike in by_figure([voice.said.quantity for voice in group]):
        yield from in_time([group[n] for n in sorted(alike)])


def _teller(voice: Voice) -> tuple[str, str]:
    return voice.statement.article, fold(voice.statement.claimer or "")


def _same(run: list[Voice], on: Ground, met: Collection[tuple[str, str]]) -> Same:
    """Return the answer; who tells of talks, and then of what did not come of them, has them held."""
    accounts = []
    for voice in run:
        one = on.account(voice)
        outcome = one.said.type == "talks" and not one.positive and not one.denies and voice.mood == "fact"
        if outcome and _teller(voice) in met:
            one = replace(one, said=replace(one.said, polarity="positive"))
        accounts.append(one)
    distinct = {_meant(one): one for one in accounts}
    counts = on.line or accounts[0].lies != "part"
    return Same(tuple(run), tuple(distinct[key] for key in sorted(distinct)), counts, on.point)


# Thousands of voices of a place that is always in the news give the same few accounts.
@lru_cache(maxsize=65_536)
def _meant(one: Account) -> str:
    return digest("", to_record(one.said), one.share, one.retakes, one.denies, one.told, one.planned)
