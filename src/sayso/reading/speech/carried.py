"""Quotations without a cue of their own: who speaks them, by what stands round them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reading.relations import subjects_of
from sayso.reading.speech.found import Found
from sayso.reading.speech.scene import Range, Scene
from sayso.reading.speech.sources import phrase_range

_LEAST = 4
"""Quotations of fewer words that no cue claims are taken for scare quotes."""
GOES_ON = "the quotation goes on with the former speaker"
NOBODY = "no speaker is named near the quotation"


def carried_quotes(scene: Scene, found: Sequence[Found]) -> list[Found]:
    """Return attributions for the quotations that `found`, in text order, leaves without a speaker.

    A quotation behind a colon belongs to the subject before it; one that makes whole sentences goes on
    with the speaker of the attribution before it, in its own paragraph or at the end of the one before.
    """
    known = sorted(found, key=lambda item: item.cue)
    new: list[Found] = []
    for number, quote in enumerate(scene.quotes):
        tokens = scene.trim(scene.range(quote.span))
        if tokens[1] - tokens[0] < _LEAST or scene.quote_at[tokens[0]] != number:
            continue
        if any(
            part[0] < tokens[1] and tokens[0] < part[1] for item in [*known, *new] for part in item.content
        ):
            continue
        one = _introduced(scene, tokens) or _going_on(scene, tokens, number, [*known, *new])
        new += [one] if one is not None else []
    return new


def _introduced(scene: Scene, tokens: Range) -> Found | None:
    """Read "X shook his head: “…”": the subject before a colon speaks."""
    before = tokens[0] - 1
    while before > 0 and scene.is_mark(before):
        before -= 1
    number = scene.sentence_of(before)
    syntax = scene.syntaxes[number]
    if scene.tokens[before].text != ":" or before <= syntax.first:
        return None
    for verb in reversed(syntax.verbs):
        if verb.last <= before and verb.form == "finite" and verb.voice == "active":
            subjects = subjects_of(syntax, verb)
            source = phrase_range(scene, syntax, subjects, (verb.first, verb.last)) if subjects else None
            if source is not None and scene.tokens[source[0]].text.lower() not in ("it", "this", "there"):
                return Found(number, (verb.first, verb.last), source, (tokens,), "says")
    chunk = next((noun for noun in syntax.nouns if noun.first == syntax.first and noun.last == before), None)
    return (
        Found(number, (before, before + 1), (chunk.first, chunk.last), (tokens,), "says") if chunk else None
    )


def _going_on(scene: Scene, tokens: Range, number: int, known: Sequence[Found]) -> Found | None:
    if not _is_whole(scene, tokens):
        return None
    chain = scene.quotes[number].chain
    for item in known:
        for part in item.content:
            inside = scene.quote_at[part[0]]
            if inside >= 0 and scene.quotes[inside].chain == chain:
                return _as_before(scene, item, tokens)
    before = [item for item in known if item.cue[0] < tokens[0] and item.kind not in ("asks", "doubts")]
    former = max(before, key=lambda item: item.cue[0], default=None)
    sentence = scene.sentence_of(tokens[0])
    if former is None or not _is_adjacent(scene, former, sentence):
        return Found(sentence, tokens, None, (tokens,), "says", reason=NOBODY)
    return _as_before(scene, former, tokens)


def _as_before(scene: Scene, former: Found, tokens: Range) -> Found:
    sentence = scene.sentence_of(tokens[0])
    return Found(sentence, former.cue, former.source, (tokens,), "says", former.via, former.reason or GOES_ON)


def _is_whole(scene: Scene, tokens: Range) -> bool:
    """Tell whether a quotation makes up its sentences: nothing but marks stands round it."""
    first = scene.syntaxes[scene.sentence_of(tokens[0])].first
    last = scene.syntaxes[scene.sentence_of(tokens[1] - 1)].last
    opens = all(not scene.tokens[n].text[0].isalnum() for n in range(first, tokens[0]))
    return opens and all(not scene.tokens[n].text[0].isalnum() for n in range(tokens[1], last))


def _is_adjacent(scene: Scene, former: Found, sentence: int) -> bool:
    """Tell whether the former attribution ends in the sentence before, quotations between aside."""
    last = max([former.cue[1], *(part[1] for part in former.content)])
    end = scene.sentence_of(last - 1)
    return sentence - end <= 1
