"""What may stand between a reporting verb and its report: to whom, when, where it was said."""

from __future__ import annotations

from sayso.reading.chunks import NounChunk
from sayso.reading.speech.cues import Cue
from sayso.reading.speech.lexicon import listing
from sayso.reading.speech.scene import Scene
from sayso.reading.syntax import Syntax
from sayso.reading.verbgroups import VerbGroup
from sayso.reading.words import listed

_BINDERS = frozenset(
    {"that", "if", "whether", "because", "while", "although", "though", "unless", "as", "than"}
)
_STARTERS = frozenset({"after", "before", "since", "until"})


def after_modifiers(scene: Scene, cue: Cue) -> int:
    """Return the token after the cue's verb, its speaker (where that follows), addressee, time and place."""
    syntax = scene.syntaxes[cue.sentence]
    place = cue.words[1]
    if cue.source is not None and cue.own and cue.source[0] >= place:
        place = cue.source[1]
    place = _after_addressee(scene, syntax, cue, place)
    while place < syntax.last:
        step = _after_one(scene, syntax, place)
        if step == place:
            return place
        place = step
    return place


def _after_addressee(scene: Scene, syntax: Syntax, cue: Cue, place: int) -> int:
    """Step over the one spoken to ("told AFP", "assured the court") where a report can still follow."""
    if cue.verb.lemma not in listing("telling", "verbs"):
        return place
    chunk = syntax.chunk_at(place) if place < syntax.last else None
    if chunk is None or chunk.first != place:
        return place
    end = _after_of(scene, syntax, chunk.last)
    verb = next((v for v in syntax.verbs if v.first >= end), None)
    if verb is not None and verb.first == end and verb.form == "finite" and cue.verb.lemma != "tell":
        return place
    return end


def _after_of(scene: Scene, syntax: Syntax, place: int) -> int:
    """Step over phrases with "of", "and", "'s" that belong to the noun just passed."""
    while place + 1 < syntax.last and scene.tokens[place].text.lower() in ("of", "and", "in", "at", "from"):
        chunk = syntax.chunk_at(place + 1)
        if chunk is None or chunk.first != place + 1:
            break
        follower = syntax.verb_at(chunk.last) if chunk.last < syntax.last else None
        if scene.tokens[place].text.lower() == "and" and follower is not None:
            break
        place = chunk.last
    return place


def _after_one(scene: Scene, syntax: Syntax, place: int) -> int:
    """Step over one adverb, time, prepositional phrase or aside between commas."""
    token = scene.tokens[place]
    low = token.text.lower()
    chunk = syntax.chunk_at(place)
    if token.tag.startswith("RB") and not scene.is_mark(place) and (chunk is None or chunk.first != place):
        return place + 1
    if chunk is not None and chunk.first == place and is_time(scene, chunk):
        follower = syntax.verb_at(chunk.last) if chunk.last < syntax.last else None
        return place if follower is not None and follower.form == "finite" else chunk.last
    if chunk is not None and chunk.first == place:
        return place
    if token.tag in ("IN", "TO") and low not in _BINDERS:
        return _after_phrase(scene, syntax, place)
    if low == ",":
        return _after_aside(scene, syntax, place)
    return place


def _after_phrase(scene: Scene, syntax: Syntax, place: int) -> int:
    """Step over a preposition with its noun and what hangs on that."""
    start = place + 1
    while start < syntax.last and (
        scene.tokens[start].tag in ("IN", "TO", "RB") and scene.tokens[start].text.lower() not in _BINDERS
    ):
        start += 1
    chunk = syntax.chunk_at(start) if start < syntax.last else None
    if chunk is None or chunk.first != start:
        return place
    end = _after_of(scene, syntax, chunk.last)
    verb = syntax.verb_at(end) if end < syntax.last else None
    if verb is not None and verb.first == end:
        if verb.form == "finite":
            return place
        if verb.form in ("participle", "ing") and not any(
            v.form == "finite" for v in syntax.verbs if v.first > end
        ):
            return place if scene.tokens[place].text.lower() in _STARTERS else verb.last
        return verb.last if verb.form in ("participle", "ing") else end
    return end


def _after_aside(scene: Scene, syntax: Syntax, place: int) -> int:
    """Step over ", however," and over a comma within a date ("Friday, July 9")."""
    after = place + 1
    if (
        after + 1 < syntax.last
        and scene.tokens[after].tag.startswith("RB")
        and scene.tokens[after + 1].text == ","
    ):
        return after + 2
    if (
        after < syntax.last
        and scene.tokens[after].lemma in listing("relays", "citing")
        and scene.tokens[after].tag == "VBG"
    ):
        comma = next((n for n in range(after, syntax.last) if scene.tokens[n].text == ","), None)
        return comma + 1 if comma is not None else place
    closing = next(
        (n for n in range(after, min(syntax.last, after + 10)) if scene.tokens[n].text == ","), None
    )
    closed = closing is not None and closing + 1 < syntax.last and scene.tokens[after].tag == "IN"
    if closed and closing is not None and scene.tokens[closing + 1].text.lower() == "that":
        return closing + 1
    chunk = syntax.chunk_at(after) if after < syntax.last else None
    if chunk is not None and chunk.first == after and is_time(scene, chunk):
        return chunk.last
    return place


def is_time(scene: Scene, chunk: NounChunk) -> bool:
    """Tell whether a noun chunk only says when ("Friday", "last week", "July 9")."""
    return any(
        scene.tokens[n].text.lower() in listed("grammar", "times", "words") for n in (chunk.head, chunk.first)
    ) or (
        scene.tokens[chunk.head].lemma in listed("grammar", "times", "units")
        and chunk.last - chunk.first <= 3
    )


def finite_verb_after(scene: Scene, first: int, last: int) -> VerbGroup | None:
    """Return the first finite verb group within ``[first, last)`` that is not in a relative clause."""
    if first >= last:
        return None
    syntax = scene.syntaxes[scene.sentence_of(first)]
    for verb in syntax.verbs:
        if (
            verb.first >= first
            and verb.last <= last
            and verb.form == "finite"
            and not _relative(scene, verb, first)
        ):
            return verb
    return None


def _relative(scene: Scene, verb: VerbGroup, first: int) -> bool:
    place = verb.first - 1
    while place > first and scene.tokens[place].tag.startswith("RB"):
        place -= 1
    return (
        place > first
        and scene.tokens[place].text.lower() in ("who", "which", "that")
        and scene.tokens[place].tag != "IN"
    )
