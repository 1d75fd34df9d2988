"""Which statements put forward, or deny, one and the same proposition."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.model.codec import to_record
from sayso.model.ids import digest
from sayso.model.weighed import Claim
from sayso.weighing.clusters import in_time
from sayso.weighing.voices import Voice


def stem(voice: Voice) -> str | None:
    """Return what all voices of one claim share: slots (sides, places, figures) and mood; None for no claim.

    Statements that commit nobody ("unknown") neither assert nor deny.
    """
    if voice.mood == "doubt":
        return None
    return digest("", to_record(replace(voice.proposition, when=None, polarity="positive")), voice.mood)


def claims(members: Sequence[Voice], joined: Iterable[tuple[str, str]] = ()) -> list[Claim]:
    """Return the claims of voices with one stem: those whose dates meet are one.

    A statement of a negative counts as a denial of the positive.  `joined` are pairs of statements whose
    claims people put together (then the stems may differ).
    """
    stems: dict[str | None, list[Voice]] = defaultdict(list)
    for voice in members:
        stems[stem(voice)].append(voice)
    runs = [run for key in sorted(stems, key=str) for run in in_time(stems[key])]
    return [claim(run) for run in _together(runs, joined)]


def _together(runs: list[list[Voice]], joined: Iterable[tuple[str, str]]) -> list[list[Voice]]:
    """Return the runs, those put together that hold the two statements of a pair."""
    place = {voice.statement.id: n for n, run in enumerate(runs) for voice in run}
    goes = list(range(len(runs)))
    for one, other in joined:
        if one in place and other in place:
            old, new = sorted((goes[place[one]], goes[place[other]]), reverse=True)
            goes = [new if at == old else at for at in goes]
    found: dict[int, list[Voice]] = defaultdict(list)
    for n, run in enumerate(runs):
        found[goes[n]] += run
    return [sorted(found[n], key=lambda voice: voice.statement.id) for n in sorted(found)]


def claim(members: Sequence[Voice]) -> Claim:
    """Return the claim that these voices make together, under the proposition of the first."""
    # The most common date stands for all; of several, the first.
    counts = Counter(v.proposition.when for v in members if v.proposition.when)
    when = min(counts, key=lambda day: (-counts[day], day)) if counts else None
    proposition = replace(members[0].proposition, when=when, polarity="positive")
    asserted = tuple(v.statement.id for v in members if v.said.polarity == "positive")
    denied = tuple(v.statement.id for v in members if v.said.polarity == "negative")
    key = digest("cl", to_record(proposition), members[0].mood)
    return Claim(key, proposition, asserted, denied)
