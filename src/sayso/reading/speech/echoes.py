"""Which earlier claim a denial or confirmation speaks of, by the names that both hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from sayso.model.analysis import Attribution
from sayso.model.span import Span
from sayso.reading.speech.scene import Scene

_REACH = 8
"""How many sentences back a claim may stand that a denial or confirmation of its own wording answers."""

_COMMON = 4
"""A name in more sentences than this, and in more than a fifth of them, is the article's subject."""


def names_in(scene: Scene, span: Span) -> frozenset[str]:
    """Return the words of proper names inside the span."""
    first, last = scene.range(span)
    return frozenset(t.text for t in scene.tokens[first:last] if t.tag in ("NNP", "NNPS") and len(t.text) > 2)


def answered(scene: Scene, later: Attribution, attributions: Sequence[Attribution]) -> list[Span]:
    """Return the parts of the nearest earlier claim, by somebody else, that share a name with `later`."""
    if later.source is None or not later.content:
        return []
    own = names_in(scene, later.content[0]) - names_in(scene, later.source) - _everywhere(scene)
    start = min(later.cue.start, later.source.start)
    number = scene.sentence_of(max(0, scene.range(later.cue)[0]))
    earliest = scene.sentences[max(0, number - _REACH)].span.start
    for former in reversed(attributions):
        if (
            not earliest <= former.cue.start < start
            or former.kind not in ("says", "reports")
            or former.source is None
        ):
            continue
        if names_in(scene, former.source) & names_in(scene, later.source):
            continue
        parts = [part for span in former.content if span.end <= start for part in parts_of(scene, span)]
        found = [part for part in parts if names_in(scene, part) & (own - names_in(scene, former.source))]
        if found:
            return found
    return []


def _everywhere(scene: Scene) -> frozenset[str]:
    """Return the names that stand in so many of the article's sentences that sharing one tells nothing."""
    counts = Counter(name for sentence in scene.sentences for name in names_in(scene, sentence.span))
    most = max(_COMMON, len(scene.sentences) // 5)
    return frozenset(name for name, count in counts.items() if count > most)


def parts_of(scene: Scene, span: Span) -> list[Span]:
    """Cut a report where "and that" or "but that" begins a new part of it."""
    first, last = scene.range(span)
    cuts = [
        place
        for place in range(first + 1, last - 1)
        if scene.tokens[place].tag == "CC" and scene.tokens[place + 1].text.lower() == "that"
    ]
    edges = [first, *cuts, last]
    pieces = (scene.trim((one, two)) for one, two in pairwise(edges))
    return [scene.span(piece) for piece in pieces if piece[0] < piece[1]]
