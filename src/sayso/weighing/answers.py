"""Statements that give the same answer to a question."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from sayso.claimtypes.catalogue import registry
from sayso.model.codec import to_record
from sayso.model.ids import digest
from sayso.model.proposition import Proposition
from sayso.weighing.clusters import by_figure, in_time
from sayso.weighing.extent import Extents
from sayso.weighing.names import fold
from sayso.weighing.voices import Mood, Voice

_HOLDING = frozenset({"control", "takeover"})

_FREE = frozenset({"stance", "other"})
"""Types whose slots do not say what is meant; their answers are quoted."""

QUOTED = 160
"""Most characters of a sentence that is quoted as an answer."""

_OPENING: dict[Mood, str] = {
    "fact": "",
    "plan": "planned or expected: ",
    "demand": "demanded: ",
    "doubt": "open: ",
}


@dataclass(frozen=True, slots=True)
class Same:
    """Voices that give one answer, and the distinct things they say (sorted, without repeats)."""

    voices: tuple[Voice, ...]
    said: tuple[Proposition, ...]

    @property
    def mood(self) -> Mood:
        """What kind of word the answer is."""
        return self.voices[0].mood

    @property
    def retakes(self) -> bool:
        """Whether some voice tells of an attack to get a place back."""
        return any(voice.retakes for voice in self.voices)

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides that give it, by name."""
        return tuple(sorted({v.side for v in self.voices if v.side}))


def answers(members: Sequence[Voice]) -> list[Same]:
    """Return the answers of one question, those with most statements first.

    One answer: the same mood and polarity, the same actor (and parties or matter, where the type asks
    for them), figures within ± 10 %, dates that meet.  Holding and having taken a place are one.
    """
    groups: dict[Hashable, list[Voice]] = defaultdict(list)
    for voice in members:
        groups[_stem(voice)].append(voice)
    found = [_same(run) for group in groups.values() for run in _runs(group)]
    return sorted(found, key=lambda same: (-len(same.voices), same.voices[0].statement.id))


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


def _stem(voice: Voice) -> Hashable:
    p = voice.said
    kind = "control" if p.type in _HOLDING else p.type
    return voice.mood, kind, p.polarity, _parties(p)


def _parties(p: Proposition) -> tuple[str, ...]:
    if p.type == "talks":  # who meets whom is the same from either end
        return tuple(sorted(fold(name) for name in (p.actor, p.target) if name))
    matter = p.target if p.type in ("stance", "other", "casualties") else None
    return fold(p.actor or ""), fold(matter or "")


def _runs(group: list[Voice]) -> Iterator[list[Voice]]:
    for alike in by_figure([voice.said.quantity for voice in group]):
        yield from in_time([group[n] for n in sorted(alike)])


def _same(run: list[Voice]) -> Same:
    distinct = {digest("", to_record(voice.said)): voice.said for voice in run}
    return Same(tuple(run), tuple(distinct[key] for key in sorted(distinct)))
