"""Nouns that report: "the rebels' claim that …", "a statement by X saying …", "threats to …"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.analysis import CueKind
from sayso.reading.chunks import NounChunk
from sayso.reading.relations import own_subjects
from sayso.reading.speech.cues import Cue
from sayso.reading.speech.found import Found
from sayso.reading.speech.lexicon import noun_kinds
from sayso.reading.speech.scene import Range, Scene
from sayso.reading.speech.skipping import finite_verb_after
from sayso.reading.speech.sources import phrase_range
from sayso.reading.syntax import Syntax
from sayso.reading.verbgroups import VerbGroup

_WITH_INFINITIVE = frozenset({"demands", "pledges"})


def reporting_nouns(scene: Scene, sentence: int, cues: Sequence[Cue]) -> list[Found]:
    """Return the attributions of a sentence that hang on a noun, with a source named beside it."""
    syntax = scene.syntaxes[sentence]
    found: list[Found] = []
    for chunk in syntax.nouns:
        kind = noun_kinds().get(scene.tokens[chunk.head].lemma)
        if kind is None:
            continue
        source, after = _source(scene, syntax, chunk)
        content = _content(scene, syntax, chunk, after, kind, cues)
        if source is not None and content is not None:
            found.append(Found(sentence, (chunk.head, chunk.head + 1), source, (content,), kind))
    return found


def _source(scene: Scene, syntax: Syntax, chunk: NounChunk) -> tuple[Range | None, int]:
    """Return who the noun belongs to ("X's claim", "Ruvian claims", "claims by X"), and where that ends."""
    own = _possessor(scene, chunk)
    after = chunk.last
    if after + 1 < syntax.last and scene.tokens[after].text.lower() in ("by", "from", "of"):
        noun = syntax.chunk_at(after + 1)
        if noun is not None and noun.first == after + 1:
            whole = phrase_range(scene, syntax, (noun.head,), (chunk.first, chunk.last))
            source = (
                (whole[0], min(whole[1], _that_after(scene, syntax, whole[0], whole[1]))) if whole else None
            )
            return (own or source), (source[1] if source else noun.last)
    return own, after


def _that_after(scene: Scene, syntax: Syntax, first: int, last: int) -> int:
    return next(
        (n for n in range(first, min(last, syntax.last)) if scene.tokens[n].text.lower() == "that"), last
    )


def _possessor(scene: Scene, chunk: NounChunk) -> Range | None:
    """Return the possessor or the name that stands before the noun inside its chunk."""
    tokens = scene.tokens
    for place in range(chunk.head - 1, chunk.first - 1, -1):
        if tokens[place].tag == "POS":
            return (chunk.first, place)
        if tokens[place].tag == "PRP$":
            return (place, place + 1)
    first = chunk.head
    while first > chunk.first and tokens[first - 1].tag in ("NNP", "NNPS", "NN"):
        first -= 1
    if any(tokens[n].tag.startswith("NNP") for n in range(first, chunk.head)):
        return (first, chunk.head)
    before = tokens[chunk.head - 1] if chunk.head > chunk.first else None
    if before is not None and before.tag == "JJ" and before.text[:1].isupper() and chunk.head - 1 > 0:
        return (chunk.head - 1, chunk.head)
    return None


def _content(
    scene: Scene, syntax: Syntax, chunk: NounChunk, after: int, kind: CueKind, cues: Sequence[Cue]
) -> Range | None:
    """Return the that-clause or infinitive behind the noun."""
    while after < syntax.last and scene.tokens[after].text == ",":
        after += 1
    if after + 1 >= syntax.last:
        return None
    word = scene.tokens[after].text.lower()
    if word == "that" and finite_verb_after(scene, after + 1, syntax.last) is not None:
        return _bounded(scene, syntax, chunk, after + 1, cues)
    verb = next((v for v in syntax.verbs if v.first == after), None)
    if verb is not None and verb.form == "infinitive" and word == "to" and kind in _WITH_INFINITIVE:
        return _bounded(scene, syntax, chunk, after, cues)
    return None


def _bounded(scene: Scene, syntax: Syntax, chunk: NounChunk, start: int, cues: Sequence[Cue]) -> Range | None:
    """Return ``[start, …)`` up to the verb that the noun is the subject of, or the clause beside it."""
    end = syntax.last
    for verb in syntax.verbs:
        if verb.first > start and verb.form == "finite" and chunk.head in own_subjects(syntax, verb):
            end = min(end, verb.first)
    opening = finite_verb_after(scene, start, end)
    end = _before_second_verb(scene, syntax, opening, end)
    for place in range(opening.last if opening else start, end):
        token = scene.tokens[place]
        if (
            token.text.lower() == "that"
            and token.tag in ("IN", "WDT", "DT")
            and _outer_clause(scene, syntax, cues, chunk, place)
        ):
            end = place
            break
        if token.text == ";" or (token.text == "," and _leaves(scene, syntax, place + 1, end)):
            end = place
            break
    first, last = scene.trim((start, end))
    return (first, last) if first < last else None


def _before_second_verb(scene: Scene, syntax: Syntax, verb: VerbGroup | None, end: int) -> int:
    """Return where a second finite verb begins that nothing joins to the first: it is the main clause's."""
    if verb is None:
        return end
    later = next((v for v in syntax.verbs if v.first >= verb.last and v.form == "finite"), None)
    if later is None or later.first >= end:
        return end
    between = [scene.tokens[n] for n in range(verb.last, later.first)]
    joined = any(
        t.tag in ("CC", "WDT", "WP", ",")
        or t.text.lower() in ("that", "as", "after", "before", "while", "when")
        for t in between
    )
    subjects = own_subjects(syntax, later)
    return (
        end
        if joined or (any(verb.last <= n < later.first for n in subjects) and len(between) > 4)
        else later.first
    )


def _outer_clause(scene: Scene, syntax: Syntax, cues: Sequence[Cue], chunk: NounChunk, place: int) -> bool:
    """Tell whether the "that" at `place` opens the report of a verb that stands before the noun."""
    if finite_verb_after(scene, place + 1, syntax.last) is None or syntax.chunk_at(place + 1) is None:
        return False
    direct = any(
        scene.tokens[n].text.lower() == "that"
        for cue in cues
        for n in range(cue.words[1], chunk.first)
        if cue.verb.head < chunk.first
    )
    return any(cue.verb.head < chunk.first and "that" in cue.frames for cue in cues) and not direct


def _leaves(scene: Scene, syntax: Syntax, place: int, end: int) -> bool:
    """Tell whether a main clause or an aside begins behind a comma."""
    if place >= end:
        return True
    word = scene.tokens[place].text.lower()
    if word in ("but", "while", "though", "although", "according", "saying", "adding"):
        return True
    chunk = syntax.chunk_at(place)
    verb = next((v for v in syntax.verbs if chunk is not None and v.first == chunk.last), None)
    return verb is not None and verb.form == "finite"
