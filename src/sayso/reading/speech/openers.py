"""Sources named without a verb of speech: "according to X", "as X put it"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from sayso.reading.speech.cues import Cue
from sayso.reading.speech.found import Found
from sayso.reading.speech.lexicon import listing
from sayso.reading.speech.scene import Range, Scene
from sayso.reading.speech.skipping import finite_verb_after
from sayso.reading.speech.sources import phrase_range
from sayso.reading.syntax import Syntax

RELATIVE = frozenset({"which", "that", "who"})


def according_to(scene: Scene, sentence: int, cues: Sequence[Cue], left_start: int) -> list[Found]:
    """Return the attributions of a sentence that "according to" and its like make."""
    syntax = scene.syntaxes[sentence]
    found: list[Found] = []
    for first in range(syntax.first, syntax.last):
        for phrase in _phrases().get(scene.tokens[first].text.lower(), ()):
            last = first + len(phrase)
            words = tuple(token.text.lower() for token in scene.tokens[first:last])
            if last < syntax.last and words == phrase:
                one = _one(scene, syntax, sentence, (first, last), cues, max(left_start, _earlier(found)))
                found += [one] if one is not None else []
                break
    return found


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases, cut into words, by their first word; longer ones first."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in sorted(listing("according", "phrases"), key=lambda words: (-len(words), words)):
        words = tuple(phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return found


def _earlier(found: Sequence[Found]) -> int:
    """Return where the report of the phrase before ends, for it bounds the next one's."""
    return max((item.source[1] for item in found if item.source is not None), default=0)


def _one(
    scene: Scene, syntax: Syntax, sentence: int, cue: Range, cues: Sequence[Cue], left_start: int
) -> Found | None:
    chunk = next((noun for noun in syntax.nouns if cue[1] <= noun.first <= cue[1] + 1), None)
    if chunk is None:
        return None
    source = phrase_range(scene, syntax, (chunk.head,), cue)
    if source is None or source[0] < cue[1]:
        return None
    content = _content(scene, syntax, sentence, cue, source, cues, left_start)
    return Found(sentence, cue, source, (content,), "says") if content is not None else None


def _content(
    scene: Scene,
    syntax: Syntax,
    sentence: int,
    cue: Range,
    source: Range,
    cues: Sequence[Cue],
    left_start: int,
) -> Range | None:
    """Return the words before the phrase where they hold a verb, else those behind it."""
    before = cue[0] - 1
    while before > left_start and scene.tokens[before].text == ",":
        before -= 1
    relative = before >= left_start and scene.tokens[before].text.lower() in RELATIVE
    clause_before = before > left_start and finite_verb_after(scene, left_start, before + 1) is not None
    if clause_before and not relative:
        left = scene.trim((left_start, before + 1))
        return left if left[0] < left[1] else None
    start = source[1]
    while start < syntax.last and scene.tokens[start].text != "," and not scene.is_mark(start):
        start += 1
    quoted = start + 2 < syntax.last and scene.tokens[start + 1].lemma in listing("relays", "citing")
    if start + 1 < syntax.last and (quoted or scene.tokens[start + 1].text.lower() in RELATIVE):
        closing = (
            n for n in range(start + 2, syntax.last) if scene.tokens[n].text == "," and scene.quote_at[n] < 0
        )
        start = next(closing, start)
    if start + 1 >= syntax.last:
        left = scene.trim((left_start, before + 1))
        return left if left[0] < left[1] else None
    end = _right(scene, sentence, cues, start)
    right = scene.trim((start, end))
    return right if right[0] < right[1] else None


def _right(scene: Scene, sentence: int, cues: Sequence[Cue], start: int) -> int:
    """Return the end of a report behind the phrase: at the next cue beside it, else the sentence's."""
    syntax = scene.syntaxes[sentence]
    end = syntax.last
    for other in cues:
        if other.first > start + 1 and not other.related and other.own:
            joint = scene.tokens[other.first - 1].text.lower()
            if joint in ("and", "but", "while", ";"):
                end = min(end, other.first - 1)
    return scene.trim((start, end))[1]
