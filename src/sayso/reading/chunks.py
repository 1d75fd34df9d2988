"""Shallow syntax: base noun phrases and verb groups, from the tags alone.

A noun chunk runs from its determiner to its head and holds possessors ("the province’s nearly 400
districts"); what follows the head (of …, who …) is outside: ``syntax`` links it.  A verb group is a main
verb with its auxiliaries, negation and the adverbs between ("had not yet been taken").
All token numbers are positions in the token tuple given, so in `Analysis.tokens`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.model.analysis import Token
from sayso.model.span import Span
from sayso.reading.verbgroups import VerbGroup
from sayso.reading.words import is_quote, listed

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_INSIDE = NOUNS | {"JJ", "JJR", "JJS", "CD", "$", "POS", "#", "GW", "AFX", "FW", "SYM", "ADD"}
_ALONE = frozenset({"PRP", "EX", "WP", "WDT", "DT", "PDT", "CD", "JJS", "JJR", "$", "FW", "ADD"})
_OPENING = frozenset({"DT", "PDT", "PRP$", "WP$", "WRB"})
_AFTER_THAT = frozenset(
    {"DT", "PRP", "PRP$", "EX", "NNP", "NNPS", "NNS", "CD", "IN", "VBD", "MD", "VBZ", "VBP", "PDT"}
)
_PERCENT = frozenset({"%", "percent"})


@dataclass(frozen=True, slots=True)
class NounChunk:
    """A base noun phrase ``tokens[first:last]``; `head` is the number of its noun or pronoun."""

    span: Span
    first: int
    last: int
    head: int


def noun_chunks(
    tokens: Sequence[Token], first: int, last: int, verbs: Sequence[VerbGroup] = ()
) -> tuple[NounChunk, ...]:
    """Return the noun chunks of ``tokens[first:last]`` (one sentence) in order; they do not overlap.

    `verbs` are the sentence's verb groups: a chunk takes in no part of one, save a lone participle.
    """
    taken = {
        n
        for verb in verbs
        if verb.last - verb.first > 1 or verb.form == "finite"
        for n in range(verb.first, verb.last)
    }
    found: list[NounChunk] = []
    place = first
    while place < last:
        if place in taken:
            place += 1
            continue
        border = next((n for n in range(place, last) if n in taken), last)
        end = _end_of_chunk(tokens, place, border)
        head = _head(tokens, place, end)
        if head is None:
            place += 1
            continue
        end = max(head + 1, _trim(tokens, head, end))
        found.append(NounChunk(Span(tokens[place].span.start, tokens[end - 1].span.end), place, end, head))
        place = end
    return tuple(found)


def _end_of_chunk(tokens: Sequence[Token], place: int, last: int) -> int:
    """Return where the chunk that may begin at `place` ends (`place` itself: none begins)."""
    if tokens[place].tag in ("PRP", "EX", "WP", "WDT"):
        return place + 1
    if tokens[place].tag == "POS":
        return place
    start = place
    place = _after_quantity(tokens, place, last)
    open_mark = False
    while place < last:
        step = _step(tokens, start, place, last)
        if is_quote(tokens[place]) and place > start and _may_quote(tokens, place, last, open_mark):
            open_mark, step = not open_mark, 1
        if not step:
            break
        place += step
    return place


def _after_quantity(tokens: Sequence[Token], place: int, last: int) -> int:
    """Skip words like "more than" before a figure or "a third"; else stay."""
    for parts in _openers().get(tokens[place].text.lower(), ()):
        end = place + len(parts)
        if end < last and [token.text.lower() for token in tokens[place:end]] == parts:
            if tokens[end].tag in ("CD", "$") or _counts(tokens, end, last):
                return end
            further = _after_quantity(tokens, end, last) if len(parts) == 1 else end
            if further > end:
                return further
    return place


@cache
def _openers() -> dict[str, list[list[str]]]:
    """Return the words that open a figure, split, by their first; in the order of the list."""
    found: dict[str, list[list[str]]] = {}
    for phrase in listed("grammar", "quantity", "openers"):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


def _counts(tokens: Sequence[Token], place: int, last: int) -> bool:
    """Tell whether "a third", "a dozen", "half" begin at `place`."""
    if tokens[place].text.lower() in ("a", "an", "the") and place + 1 < last:
        place += 1
    return tokens[place].lemma in listed("grammar", "quantity", "numbers")


def _step(tokens: Sequence[Token], start: int, place: int, last: int) -> int:
    """Return how many tokens the chunk from `start` takes in at `place`; 0 ends it."""
    tag = tokens[place].tag
    after = tokens[place + 1].tag if place + 1 < last else ""
    before = tokens[place - 1].tag if place > start else ""
    if tokens[place].text.lower() == "that" and after in _AFTER_THAT:
        return 0
    if tag in _OPENING:
        fits = not before or before == "PDT" or (before in ("IN", "JJR", "RB") and place - start < 4)
        return int(fits and (tag != "WRB"))
    if before in NOUNS and _breaks(tokens, place, after):
        return 0
    if before == "POS" and tag not in _INSIDE and tag not in ("VBN", "VBG", "RB"):
        return 0
    if tag in _INSIDE:
        return int(not (before in NOUNS and tag in ("JJR", "$")))
    if tag == "VBG" and tokens[place].text.lower() in listed("grammar", "participles", "nouns"):
        return int(before in NOUNS or before in ("DT", "JJ", "PRP$"))
    if tag in ("VBN", "VBG"):
        return int(_modifies(tokens, start, place, last))
    if tag in ("RB", "RBR", "RBS"):
        fits = before not in NOUNS and after in ("JJ", "CD", "VBN", "VBG", "RB")
        return int(fits and _reaches_noun(tokens, place, last))
    if tag == "CC" or (tag == "," and before in ("JJ", "JJR")):
        joined = before in ("JJ", "CD", "JJR", "VBN") and after in ("JJ", "CD", "JJR", "VBN")
        joined = joined and not any(token.tag in NOUNS for token in tokens[start:place])
        return 2 if joined and _reaches_noun(tokens, place + 1, last) else 0
    return 0


def _breaks(tokens: Sequence[Token], place: int, after: str) -> bool:
    """Tell whether the word at `place` begins something new though a noun stands before it."""
    token = tokens[place]
    if token.tag == "CD":
        return tokens[place - 1].tag not in ("NNP", "NNPS")
    day = token.text.lower() in listed("grammar", "adverbs", "day_names")
    return token.tag == "DT" or (day and after not in NOUNS)


def _modifies(tokens: Sequence[Token], start: int, place: int, last: int) -> bool:
    """Tell an adjectival participle ("the warring parties") from a verb ("claiming villages")."""
    word = tokens[place]
    low = word.text.lower()
    if not _reaches_noun(tokens, place, last) or low in listed("grammar", "participles", "prepositions"):
        return False
    if place > start:
        return tokens[place - 1].tag not in NOUNS or (word.tag == "VBG" and low in _adjectives())
    before = tokens[place - 1] if place else None
    if low in _adjectives():
        return before is None or before.lemma != "be"
    return word.tag == "VBN" and before is not None and before.tag in ("IN", "CC") and before.lemma != "as"


def _adjectives() -> tuple[str, ...]:
    return listed("grammar", "participles", "adjectives")


def _reaches_noun(tokens: Sequence[Token], place: int, last: int) -> bool:
    """Tell whether only words that modify stand between `place` and a noun."""
    for number in range(place + 1, min(last, place + 6)):
        tag = tokens[number].tag
        if tag in NOUNS:
            return True
        if tag not in _INSIDE and tag not in ("VBN", "VBG", "RB", "CC"):
            return False
    return False


def _may_quote(tokens: Sequence[Token], place: int, last: int, open_mark: bool) -> bool:
    """Tell whether a quotation mark stands inside the chunk (‘the “special” zone’)."""
    if open_mark:
        return (
            place + 1 < last
            and tokens[place + 1].tag in NOUNS
            and tokens[place - 1].tag not in ("NNP", "NNPS")
        )
    opens = tokens[place - 1].tag in ("DT", "PRP$", "JJ", "POS") and place + 1 < last
    return opens and any(is_quote(token) for token in tokens[place + 1 : min(last, place + 5)])


def _head(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """Return the number of the head: the last noun, else a word that can stand for one."""
    for place in range(end - 1, first - 1, -1):
        noun = tokens[place].tag == "VBG" and tokens[place].text.lower() in listed(
            "grammar", "participles", "nouns"
        )
        if tokens[place].tag in NOUNS or noun:
            return place
    if (
        end - first > 1
        and tokens[first].tag in ("DT", "PRP$")
        and tokens[end - 1].tag in ("JJ", "VBN", "VBG")
    ):
        return end - 1
    for place in range(end - 1, first - 1, -1):
        if tokens[place].tag in _ALONE or tokens[place].text in _PERCENT:
            return place
    return None


def _trim(tokens: Sequence[Token], head: int, end: int) -> int:
    """Return the end of the chunk: figures after a name stay ("Route 7"), other words after the head go."""
    while end > head + 1 and tokens[end - 1].tag not in ("CD", "POS"):
        end -= 1
    return end if end > head + 1 and tokens[end - 1].tag == "CD" else head + 1
