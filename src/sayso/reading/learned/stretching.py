"""The evidence of a statement: the clause around its words, its report's words with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model.analysis import Attribution, Sentence, Token
from sayso.model.span import Span
from sayso.reading.evidence import trimmed

_BEHIND = frozenset({",", ";", ":", "–", "—", "(", ")", "“", "”", '"', "«", "»", "and", "but"})
_BEFORE = _BEHIND | {"that", "while", "-", "‘"}
"""Words at which a clause ends, and behind which one begins; the corpus's evidence mostly does."""


def stretched(
    text: str,
    tokens: Sequence[Token],
    sentence: Sentence,
    parts: Iterable[Span],
    attribution: Attribution | None,
    *,
    alone: bool,
) -> Span:
    """Return the stretch of a sentence that shows a statement whose anchor and fields stand at `parts`.

    It runs from the first to the last of them and on to the ends of their clauses. The report's source, cue
    and, where nothing else is stated in it (`alone`), its whole content in the sentence belong to it.
    """
    held = [part for part in parts if sentence.span.covers(part)]
    if attribution is not None:
        said = (attribution.cue, attribution.source)
        held += [piece for piece in said if piece is not None and sentence.span.covers(piece)]
        held += [shared for part in attribution.content if alone and (shared := _common(part, sentence.span))]
    span = held[0]
    for piece in held[1:]:
        span = span.join(piece)
    return trimmed(text, _to_clause(tokens, sentence, span))


def _common(part: Span, sentence: Span) -> Span | None:
    start, end = max(part.start, sentence.start), min(part.end, sentence.end)
    return Span(start, end) if start < end else None


def _to_clause(tokens: Sequence[Token], sentence: Sentence, span: Span) -> Span:
    inside = range(sentence.first, sentence.last)
    first = next((n for n in inside if tokens[n].span.end > span.start), sentence.first)
    last = max((n for n in inside if tokens[n].span.start < span.end), default=first)
    while first > sentence.first and tokens[first - 1].text.lower() not in _BEFORE:
        first -= 1
    while last + 1 < sentence.last and tokens[last + 1].text.lower() not in _BEHIND:
        last += 1
    return span.join(Span(tokens[first].span.start, tokens[last].span.end))
