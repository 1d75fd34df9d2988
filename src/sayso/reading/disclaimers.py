"""The article's own word on how far something was checked: not verified, disputed, confirmed.

Three kinds are read: a verb, noun or adjective of checking with a negation or a hindrance ("could not be
independently verified", "no independent confirmation", "a figure that was difficult to corroborate"), the
same without ("confirmed by satellite images"), and denials that point back to somebody's claim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from sayso.model.analysis import Attribution, Disclaimer, Sentence, Token
from sayso.model.span import Span
from sayso.reading.speech.checks import Check, checks_in
from sayso.reading.speech.echoes import answered, names_in
from sayso.reading.speech.scene import Scene, make_scene
from sayso.reading.words import listed

Verdict = Literal["unverified", "disputed", "confirmed"]
_REACH = 3
"""How many sentences back a claim may stand that a disclaimer speaks of."""

_SIDES_REACH = 8
"""How many sentences back the accounts of both sides may begin that a disclaimer speaks of."""


def find_disclaimers(
    text: str, sentences: Sequence[Sentence], tokens: Sequence[Token], attributions: Sequence[Attribution]
) -> tuple[Disclaimer, ...]:
    """Return the disclaimers of an article in text order, one for each stretch that one speaks of.

    `target` is the content of the claim spoken of, or the sentence before where nobody claims anything;
    `by` stays open, `by_span` names who disputes or confirms.
    """
    scene = make_scene(text, sentences, tokens, ())
    found = [one for number in range(len(sentences)) for one in _checked(scene, number, attributions)]
    for number, attribution in enumerate(attributions):
        nested = [a for a in attributions if a.parent == number]
        found += _disputed(scene, attribution, nested, attributions)
    unique = {(one.span, one.target, one.verdict): one for one in found}
    return tuple(sorted(unique.values(), key=lambda one: (one.span, one.target, one.verdict)))


def _disputed(
    scene: Scene, attribution: Attribution, nested: Sequence[Attribution], attributions: Sequence[Attribution]
) -> Iterator[Disclaimer]:
    """Yield a denial's dispute, or a confirmation's, of each stretch that it answers.

    Those are what it points back to ("rejected this claim"), the claim that it names ("a claim by X that
    …"), else the parts of the nearest claim by somebody else that hold a name of its own content.
    """
    denies = attribution.kind in ("denies", "doubts")
    cue = scene.tokens[scene.range(attribution.cue)[1] - 1].lemma
    if not denies and cue not in listed("disclaimers", "confirmations", "cues"):
        return
    words = attribution.cue.join(attribution.content[0])
    if attribution.source is not None and 0 <= attribution.cue.start - attribution.source.end <= 40:
        words = words.join(attribution.source)
    targets = list(attribution.content[1:]) if denies else []
    targets = targets or [part for inner in nested if denies for part in inner.content]
    for target in targets or answered(scene, attribution, attributions):
        yield Disclaimer(words, target, "disputed" if denies else "confirmed", None, attribution.source)


def _checked(scene: Scene, number: int, attributions: Sequence[Attribution]) -> Iterator[Disclaimer]:
    """Yield what the words of checking in a sentence say."""
    for check in checks_in(scene, number):
        verdict: Verdict = "confirmed" if check.positive else "unverified"
        span = scene.span(check.words)
        by = scene.span(check.agent) if check.agent is not None else None
        for target in _targets(scene, number, check, span, attributions):
            yield Disclaimer(span, target, verdict, None, by)


def _targets(
    scene: Scene, number: int, check: Check, span: Span, attributions: Sequence[Attribution]
) -> list[Span]:
    """Return the stretches that the disclaimer speaks of."""
    sentence = scene.sentences[number].span
    before = Span(sentence.start, span.start)
    here = [a for a in attributions if before.covers(a.cue)]
    if check.relative:
        own = [part for a in here[-1:] for part in _parts(a, span)]
        return own or _clause_before(scene, number, span)
    return _in_former(scene, number, check, attributions)


def _parts(attribution: Attribution, span: Span) -> list[Span]:
    """Return an attribution's content short of the disclaimer itself."""
    cut = (
        Span(part.start, min(part.end, span.start)) for part in attribution.content if part.start < span.start
    )
    return [part for part in cut if len(part) > 2]


def _clause_before(scene: Scene, number: int, span: Span) -> list[Span]:
    """Return the words of the sentence before the disclaimer."""
    first = scene.sentences[number].first
    last = next(
        (n for n in range(first, scene.sentences[number].last) if scene.tokens[n].span.start >= span.start),
        first,
    )
    first, last = scene.trim((first, last))
    return [scene.span((first, last))] if first < last else _sentence(scene, number - 1)


def _in_former(scene: Scene, number: int, check: Check, attributions: Sequence[Attribution]) -> list[Span]:
    """Return the claims of the sentences before: the last, or all of the paragraph for "these claims"."""
    if _of_all_sides(scene, check):
        return [part for a in _long_before(scene, number, check, attributions) for part in a.content]
    block = scene.sentences[number].block
    start = scene.sentences[number].span.start
    earliest = max(0, number - (_REACH * 2 if check.plural else _REACH))
    reach = [
        a
        for a in attributions
        if a.cue.end <= start
        and a.kind in ("says", "reports", "pledges", "denies")
        and a.cue.start >= scene.sentences[earliest].span.start
    ]
    if not reach:
        return _sentence(scene, number - 1)
    if not check.plural:
        last = reach[-1]
        group = [a for a in reach if a.cue == last.cue and a.source == last.source]
        return [part for a in group[-1:] for part in a.content]
    named = names_in(scene, scene.span(check.words))
    sharing = [a for a in reach if any(named & names_in(scene, part) for part in a.content)]
    if sharing:
        return [part for a in sharing for part in a.content]
    near = [a for a in reach if _block_of(scene, a) == _block_of(scene, reach[-1])]
    if _block_of(scene, reach[-1]) != block and scene.sentences[number - 1].block == block:
        return _sentence(scene, number - 1)
    return [part for a in near for part in a.content]


def _of_all_sides(scene: Scene, check: Check) -> bool:
    """Tell whether the words speak of what each side says ("neither account", "the rival claims")."""
    words = listed("disclaimers", "targets", "sides")
    return any(scene.tokens[n].text.lower() in words for n in range(*check.words))


def _long_before(
    scene: Scene, number: int, check: Check, attributions: Sequence[Attribution]
) -> list[Attribution]:
    """Return the earlier claims that the words may mean: those that share a name with them, else all."""
    first = scene.sentences[max(0, number - _SIDES_REACH)].span.start
    start = scene.sentences[number].span.start
    claims = [a for a in attributions if first <= a.cue.start < start and a.kind in ("says", "reports")]
    named = names_in(scene, scene.span(check.words))
    return [a for a in claims if any(named & names_in(scene, part) for part in a.content)] or claims


def _block_of(scene: Scene, attribution: Attribution) -> int:
    inside = [s.block for s in scene.sentences if s.span.overlaps(attribution.cue)]
    return inside[0] if inside else -1


def _sentence(scene: Scene, number: int) -> list[Span]:
    return [scene.sentences[number].span] if number >= 0 else []
