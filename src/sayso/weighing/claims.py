"""Which statements put forward, or deny, one and the same proposition, and why each is held to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.claimtypes.figures import counted
from sayso.model.codec import to_record
from sayso.model.ids import digest
from sayso.model.proposition import Proposition
from sayso.model.weighed import Claim
from sayso.weighing.clusters import by_figure, in_time
from sayso.weighing.names import folded
from sayso.weighing.voices import Voice


def stem(voice: Voice) -> str | None:
    """Return what all voices of one claim share: equal slots (sides, places) and mood; None for no claim.

    Statements come together by their slots' hash, so that no two are compared that share none.  Those that
    commit nobody ("unknown") neither assert nor deny.
    """
    if voice.mood == "doubt":
        return None
    return digest("", to_record(_slots(voice.proposition)), voice.mood)


def claims(members: Sequence[Voice], joined: Iterable[tuple[str, str]] = ()) -> list[Claim]:
    """Return the claims of voices with one stem: figures within ± 10 % whose dates meet are one.

    A statement of a negative counts as a denial of the positive.  `joined` are pairs of statements whose
    claims people put together (then the stems may differ).  Context: voices of the same slots alone.
    """
    stems: dict[str | None, list[Voice]] = defaultdict(list)
    for voice in members:
        stems[stem(voice)].append(voice)
    runs = [run for key in sorted(stems, key=str) for run in _clusters(stems[key])]
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


def _slots(p: Proposition) -> Proposition:
    """Return what must be equal: everything but date, polarity, and the figure's value."""
    whole = " ".join(sorted(counted(p.quantity.of))) if p.quantity and p.quantity.unit == "share" else None
    unit = p.quantity and replace(p.quantity, value=None, low=None, high=None, of=whole)
    return replace(
        p, when=None, polarity="positive", quantity=unit, actor=folded(p.actor), target=folded(p.target),
        place=folded(p.place), place_from=folded(p.place_from), place_to=folded(p.place_to),
    )  # fmt: skip


def _clusters(group: list[Voice]) -> Iterator[list[Voice]]:
    for alike in by_figure([voice.proposition.quantity for voice in group]):
        yield from in_time([group[n] for n in sorted(alike)])


def claim(members: Sequence[Voice]) -> Claim:
    """Return the claim that these voices make together, under the proposition of the first by id."""
    # The most common date stands for all; of several, the first.
    counts = Counter(v.proposition.when for v in members if v.proposition.when)
    when = min(counts, key=lambda day: (-counts[day], day)) if counts else None
    # The first by id, so that order of arrival makes no difference.
    first = min(members, key=lambda v: v.statement.id)
    proposition = replace(first.proposition, when=when, polarity="positive")
    asserted = [v for v in members if v.said.polarity == "positive"]
    denied = [v for v in members if v.said.polarity == "negative"]
    key = digest("cl", to_record(proposition), members[0].mood)
    reasons = tuple(_reason(voice, first, proposition) for voice in (*asserted, *denied))
    return Claim(key, proposition, _ids(asserted), _ids(denied), reasons)


def _ids(voices: Iterable[Voice]) -> tuple[str, ...]:
    return tuple(voice.statement.id for voice in voices)


def _reason(voice: Voice, first: Voice, whole: Proposition) -> str:
    """Return why a statement is of this claim, in words that name each thing that was taken for equal."""
    if voice is first:
        return "first"
    raw, p = voice.statement.proposition, voice.proposition
    taken = ["same slots"]
    for slot in ("actor", "target"):
        name, side = getattr(raw, slot), getattr(p, slot)
        if name != side:
            taken.append(f"{slot} {name} counts as {side}")
    if raw.place != first.statement.proposition.place and raw.place:
        taken.append(f"place {raw.place} is {p.place}")
    if p.quantity != first.proposition.quantity:
        taken.append("figures within 10 %")
    if p.when != whole.when:
        taken.append("dates within a week" if p.when else "no date of its own")
    if voice.denies:
        taken.append("denies it")
    return "; ".join(taken)
