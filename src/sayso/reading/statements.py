"""Propositions and attributions to statements: who puts each forward, how firmly, in which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.claimtypes import registry
from sayso.model.analysis import Attribution, Token
from sayso.model.article import Article
from sayso.model.proposition import Proposition
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.reading.clauses import Parse
from sayso.reading.commitment import Commitment, commitment, governed_by_condition
from sayso.reading.events import Event
from sayso.reading.evidence import cue_lemma, evidence, outside_cue, said_on, speech_gaps, speech_slots
from sayso.reading.filling import Filled, fill
from sayso.reading.phrases import Phrase
from sayso.reading.scenes import Scene
from sayso.reading.triggers import noun_frames


@dataclass(frozen=True, slots=True)
class Told:
    """A statement in the making, with the attribution that holds it (its position, None: narrator)."""

    statement: Statement
    attribution: int | None
    sentence: int
    trigger: Span
    actor_side: str | None = None
    target_side: str | None = None
    wide: bool = False


def innermost(attributions: Sequence[Attribution], span: Span) -> int | None:
    """Return the attribution whose content holds the span most closely.

    What a denial points to after its own words ("rejected this claim") is not said by who denies it.
    """
    holding: list[tuple[int, int]] = []
    for number, a in enumerate(attributions):
        own = a.content[:1] if a.kind in ("denies", "doubts") else a.content
        holding += [(len(c), number) for c in own if c.covers(span)]
    return min(holding)[1] if holding else None


def statements_of(
    article: Article, scene: Scene, parse: Parse, sentence: int, event: Event, held: int | None
) -> tuple[Told, ...]:
    """Return the statements that one event comes to under the attribution `held` (None: the narrator's)."""
    attribution = scene.analysis.attributions[held] if held is not None else None
    filled = fill(scene, parse, event, _when(scene, event))
    trigger = scene.tokens[event.trigger].span
    wide = event.type in ("attack", "retreat") and any(
        frame is event.frame for frame in noun_frames().values()
    )
    starts = frozenset(c.start for c in attribution.content) if attribution is not None else frozenset()
    out: list[Told] = []
    for claimer in _claimers(attribution):
        for one in filled:
            own = _own(scene, event, claimer, one, starts)
            made = _statement(article, scene, parse, event, attribution, claimer, own)
            out.append(Told(made, held, sentence, trigger, own.actor_side, own.target_side, wide))
    return tuple(out)


def _own(scene: Scene, event: Event, claimer: int | None, one: Filled, starts: frozenset[int]) -> Filled:
    """Take "it", "we", "its fighters" in somebody's words for that somebody's side."""
    phrase = event.slots.get("actor")
    if claimer is None or phrase is None or not says_own(scene, phrase):
        return one
    entity = scene.analysis.entities[claimer]
    p = one.proposition
    opens = scene.tokens[phrase.first].span.start in starts and scene.tokens[phrase.first].tag == "PRP"
    if opens and entity.kind != "person":
        name = entity.side or entity.name
        return replace(one, proposition=replace(p, actor=name), actor_side=entity.side, gaps=())
    person = p.actor == entity.name and entity.kind == "person" and p.type not in ("stance", "other")
    if entity.side is None or not (p.actor is None or person or one.actor_side is None):
        return one
    gaps = tuple(gap for gap in one.gaps if gap.slot != "actor")
    return replace(one, proposition=replace(p, actor=entity.side), actor_side=entity.side, gaps=gaps)


def says_own(scene: Scene, phrase: Phrase) -> bool:
    """Tell whether the phrase is a pronoun or begins with "our", "its" …"""
    opening = scene.tokens[phrase.first]
    return opening.tag in ("PRP", "PRP$") and opening.lemma not in ("you", "your")


def _claimers(attribution: Attribution | None) -> tuple[int | None, ...]:
    return attribution.claimers if attribution is not None and attribution.claimers else (None,)


def _statement(
    article: Article, scene: Scene, parse: Parse, event: Event,
    attribution: Attribution | None, claimer: int | None, one: Filled,
) -> Statement:  # fmt: skip
    entity = scene.analysis.entities[claimer] if claimer is not None else None
    own = entity is not None and entity.side is not None and one.actor_side == entity.side
    stand = _commitment(scene, parse, event, attribution, own_act=own)
    span = evidence(scene, parse, one.extent, attribution)
    return Statement(
        id="",
        article=article.id,
        evidence=span.of(article.text),
        span=span,
        attribution=attribution.style if attribution is not None else "narrator",
        epistemic=stand.epistemic,
        modality=stand.modality,
        proposition=_dated(parse, event, one, _said_or_anchor(scene, attribution), stand),
        claimer=entity.name if entity is not None else (article.voice if attribution is None else None),
        claimer_for=entity.side if entity is not None else None,
        via=attribution.via if attribution is not None else (),
        said_on=said_on(scene, attribution),
        slots=(*speech_slots(attribution), *one.slots),
        gaps=(*speech_gaps(attribution), *one.gaps),
    )


def _commitment(
    scene: Scene, parse: Parse, event: Event, attribution: Attribution | None, *, own_act: bool
) -> Commitment:
    tokens = scene.tokens
    words = tokens[event.first : event.last]
    group = parse.clauses[event.clause].group if event.clause is not None else None
    first, last = parse.sentence.first, parse.sentence.last
    return commitment(
        outside_cue(words, attribution),
        group,
        attribution,
        cue_lemma(tokens, attribution),
        negative=event.negative,
        embedded=event.modality,
        own_act=own_act,
        conditional=_conditional(tokens[first:last], event, first, attribution),
    )


def _conditional(
    sentence: Sequence[Token], event: Event, first: int, attribution: Attribution | None
) -> bool:
    """Tell whether a condition inside the same content governs the event."""
    inside = [
        t for t in sentence if attribution is None or any(c.covers(t.span) for c in attribution.content)
    ]
    if not inside:
        return False
    skipped = next(k for k, t in enumerate(sentence) if t is inside[0])
    return governed_by_condition(inside, event.first - first - skipped, event.last - first - skipped)


def _said_or_anchor(scene: Scene, attribution: Attribution | None) -> str | None:
    """Return the day of speaking; the narrator speaks on the article's day."""
    return said_on(scene, attribution) if attribution is not None else scene.analysis.anchor


def _dated(parse: Parse, event: Event, one: Filled, spoken: str | None, stand: Commitment) -> Proposition:
    """Date a state told in the present tense by the day on which it is told."""
    p = one.proposition
    group = parse.clauses[event.clause].group if event.clause is not None else None
    present = group is not None and group.tense == "present" and not group.perfect and group.modal is None
    if (
        p.when is not None
        or not present
        or stand.modality != "actual"
        or "when" not in registry()[p.type].slots
    ):
        return p
    return replace(p, when=spoken)


def _when(scene: Scene, event: Event) -> str | None:
    """Return the time in the event's own clause, else None."""
    for place in [*range(event.trigger, event.last), *range(event.trigger - 1, event.first - 1, -1)]:
        time = scene.time_at.get(place)
        if time is not None and time.value is not None:
            return time.value
    return None
