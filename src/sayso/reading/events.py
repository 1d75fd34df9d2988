"""An event: a trigger in its clause, its frame, and the phrases for its slots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model.proposition import PropositionType
from sayso.model.statement import Modality
from sayso.reading.clauses import Clause, Parse, denied
from sayso.reading.phrases import Phrase
from sayso.reading.scenes import Scene
from sayso.reading.triggers import Embed, Frame
from sayso.reading.words import listed


@dataclass(frozen=True, slots=True)
class Event:
    """A trigger in its clause: the frame that fits and the phrases for its slots.

    `clause` is the position in the parse; `first` and `last` bound its words; `negative` counts every
    negation of the words themselves; `modality` is what an embedding word makes of it.
    """

    type: PropositionType
    frame: Frame
    trigger: int
    clause: int | None
    first: int
    last: int
    slots: Mapping[str, Phrase] = field(default_factory=dict)
    negative: bool = False
    modality: Modality | None = None
    retaking: bool = False
    weak: bool = False


def _start(parse: Parse, clause: Clause) -> int:
    """Return where the finite clause begins on which an infinitive or -ing form hangs."""
    while clause.lead is not None and clause.group.form in ("infinitive", "ing"):
        clause = parse.clauses[clause.lead]
    return clause.first


def made(
    scene: Scene, parse: Parse, number: int, clause: Clause, frame: Frame, slots: Mapping[str, Phrase],
    lead: Sequence[tuple[Embed, Clause]], negative: bool = False,
) -> Event:  # fmt: skip
    """Return the event of a frame in a clause, as the verbs above it ("plans to", "failed to") turn it."""
    becomes = next((e.becomes for e, _ in lead if e.becomes and frame.type in e.types), None)
    modality = next((e.modality for e, _ in lead if e.modality and not e.becomes), None)
    turns = [denied(scene, clause), negative, frame.polarity == "negative" and "negation" not in frame.need]
    turns += [e.negative for e, _ in lead] + [denied(scene, c) for _, c in lead]
    turns += [denying(scene, c.group.last, c.last) for _, c in lead]
    return Event(
        type=becomes or frame.type,
        frame=frame,
        trigger=clause.group.head,
        clause=number,
        first=min([clause.first, *(c.first for _, c in lead), _start(parse, clause)]),
        last=clause.last,
        slots=slots,
        negative=sum(turns) % 2 == 1 or _negating_word(scene, slots),
        modality=modality,
        retaking=becomes is not None,
    )


def denying(scene: Scene, first: int, last: int) -> bool:
    """Tell whether a determiner among the words denies ("no fighters", "little resistance")."""
    words = listed("hedges", "negation", "determiners")
    return any(token.text.lower() in words for token in scene.tokens[first:last])


def _negating_word(scene: Scene, slots: Mapping[str, Phrase]) -> bool:
    """Tell whether a part's determiner denies it ("no fighters", "little resistance")."""
    words = listed("hedges", "negation", "determiners")
    return any(scene.tokens[p.first].text.lower() in words for slot, p in slots.items() if slot != "place")
