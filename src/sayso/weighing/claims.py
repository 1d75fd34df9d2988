"""Which statements put forward, or deny, one and the same proposition."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sayso.model.codec import to_record
from sayso.model.ids import digest
from sayso.model.weighed import Claim
from sayso.weighing.clusters import in_time
from sayso.weighing.voices import Voice


def claims(heard: Iterable[Voice]) -> tuple[Claim, ...]:
    """Return the claims by id: equal slots (sides, places, figures), dates that meet, one mood.

    A statement of a negative counts as a denial of the positive.  Statements that commit nobody
    ("unknown") neither assert nor deny.
    """
    groups: dict[str, list[Voice]] = defaultdict(list)
    for voice in heard:
        if voice.mood != "doubt":
            bare = replace(voice.proposition, when=None, polarity="positive")
            groups[digest("", to_record(bare), voice.mood)].append(voice)
    found = [_claim(cluster) for key in sorted(groups) for cluster in in_time(groups[key])]
    return tuple(sorted(found, key=lambda claim: claim.id))


def _claim(members: list[Voice]) -> Claim:
    dated = sorted({v.proposition.when for v in members if v.proposition.when})
    # The most common date stands for all; of several, the first.
    counts = {when: sum(v.proposition.when == when for v in members) for when in dated}
    when = min(dated, key=lambda day: (-counts[day], day)) if dated else None
    proposition = replace(members[0].proposition, when=when, polarity="positive")
    asserted = tuple(v.statement.id for v in members if v.said.polarity == "positive")
    denied = tuple(v.statement.id for v in members if v.said.polarity == "negative")
    key = digest("cl", to_record(proposition), members[0].mood)
    return Claim(key, proposition, asserted, denied)
