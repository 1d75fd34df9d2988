"""The words that name a source: a noun phrase, its apposition, its name or role, what "and" joins to it."""

from __future__ import annotations

from sayso.reading.chunks import NounChunk
from sayso.reading.relations import appositions_of, is_time_word, noun_phrase
from sayso.reading.speech.scene import Range, Scene
from sayso.reading.syntax import Syntax

RELATIVE = frozenset({"who", "which", "that", "whom"})
_SUBORDINATORS = frozenset(
    {
        "that",
        "as",
        "while",
        "after",
        "before",
        "since",
        "because",
        "if",
        "although",
        "though",
        "than",
        "whether",
        "when",
    }
)


def ungoverned(syntax: Syntax, place: int) -> NounChunk | None:
    """Return the chunk at or left of `place` that no preposition governs ("men of the army": men)."""
    for step in range(5):
        chunk = syntax.chunk_at(place) if place >= syntax.first else None
        if chunk is None or syntax.tokens[chunk.head].text.lower() in RELATIVE:
            return None
        before = syntax.tokens[chunk.first - 1] if chunk.first > syntax.first else None
        clause = before is not None and before.text.lower() in _SUBORDINATORS
        if clause and before is not None and before.text.lower() in ("as", "than"):
            clause = step == 0
        joins = before is not None and before.tag == "CC" and not _opens_clause(syntax, chunk.first - 1)
        if before is None or clause or not (joins or before.tag in ("IN", "TO")):
            return chunk
        place = chunk.first - 2
    return None


def phrase_range(scene: Scene, syntax: Syntax, nouns: tuple[int, ...], words: Range) -> Range | None:
    """Return the tokens of the phrase that the joined nouns head, appositions included, short of `words`."""
    last_of_conj = nouns if len(nouns) > 1 else nouns[:1]
    tokens: list[int] = []
    for noun in last_of_conj:
        first, last = scene.range(noun_phrase(syntax, noun))
        last = max(last, _after_apposition(scene, syntax, noun, last))
        last = _with_next(scene, syntax, _up_to(scene, syntax, last, words), words)
        tokens += (_before_name(scene, syntax, first), last - 1)
    first, last = min(tokens), max(tokens) + 1
    if first < words[0] < last:
        last = words[0]
    if first < words[1] < last and first >= words[0]:
        first = words[1]
    first, last = scene.trim((_with_joined(scene, syntax, first), last))
    while last - 1 > first and scene.tokens[last - 1].tag in ("IN", "TO", "CC"):
        first, last = scene.trim((first, last - 1))
    return (first, last) if first < last else None


def _opens_clause(syntax: Syntax, joint: int) -> bool:
    """Tell a conjunction between clauses ("…, but the army said") from one between nouns."""
    return syntax.tokens[joint].text.lower() == "but" or syntax.tokens[joint - 1].text == ","


def _before_name(scene: Scene, syntax: Syntax, first: int) -> int:
    """Take in the role before a name ("its spokesman, Colonel X": its)."""
    if (
        first - 2 < syntax.first
        or scene.tokens[first - 1].text != ","
        or not scene.tokens[first].tag.startswith("NNP")
    ):
        return first
    if first - 3 >= syntax.first and scene.tokens[first - 3].text == ",":
        return first
    chunk = ungoverned(syntax, first - 2)
    if (
        chunk is None
        or scene.tokens[chunk.head].tag.startswith("NNP")
        or scene.tokens[chunk.head].tag == "CD"
    ):
        return first
    before = scene.tokens[chunk.first - 1].text.lower() if chunk.first > syntax.first else ","
    opens = (
        scene.tokens[chunk.first].tag == "PRP$"
        or before in (",", ":", ";", "and", "but", "while", "as")
        or scene.is_mark(chunk.first - 1)
    )
    return chunk.first if opens and syntax.verb_at(chunk.last) is None else first


def _up_to(scene: Scene, syntax: Syntax, last: int, words: Range) -> int:
    """Take in the prepositional phrases that fill the gap before the cue ("the office of X of Y said")."""
    place = last
    while place + 1 < words[0]:
        chunk = syntax.chunk_at(place + 1)
        if (
            scene.tokens[place].tag != "IN"
            or chunk is None
            or chunk.first != place + 1
            or is_time_word(scene.tokens[chunk.first])
        ):
            break
        place = chunk.last
    return place if place == words[0] else last


def _with_next(scene: Scene, syntax: Syntax, last: int, words: Range) -> int:
    """Take in what "and" joins to a phrase on the right before the cue ("X and a resident … said")."""
    while last + 1 < min(words[0], syntax.last) and scene.tokens[last].text.lower() in ("and", "or"):
        chunk = syntax.chunk_at(last + 1)
        if chunk is None or chunk.first != last + 1:
            break
        last = max(chunk.last, scene.range(noun_phrase(syntax, chunk.head))[1])
    return last


def _with_joined(scene: Scene, syntax: Syntax, first: int) -> int:
    """Take in what "and" joins to a phrase from the left, where the parse has not ("X and Y’s men said")."""
    if first - 2 < syntax.first or scene.tokens[first - 1].text.lower() != "and":
        return first
    chunk = syntax.chunk_at(first - 2)
    if chunk is None or chunk.last != first - 1:
        return first
    starts = (
        chunk.first == syntax.first
        or scene.tokens[chunk.first - 1].text in (",", "and")
        or scene.is_mark(chunk.first - 1)
    )
    return chunk.first if starts and not scene.is_mark(first - 2) else first


def _after_apposition(scene: Scene, syntax: Syntax, noun: int, last: int) -> int:
    """Return where an apposition right after the phrase ends ("X, a spokesman for Y,"), else `last`."""
    for child in appositions_of(syntax, noun):
        chunk = syntax.chunk_at(child)
        if child > noun and chunk is not None and renames(scene, syntax, noun, chunk):
            first, end = scene.range(noun_phrase(syntax, child))
            if first - last <= 1:
                last = max(last, end)
    if last + 1 < syntax.last and scene.tokens[last].text == ",":
        chunk = syntax.chunk_at(last + 1)
        if chunk is not None and chunk.first == last + 1 and renames(scene, syntax, noun, chunk):
            end = scene.range(noun_phrase(syntax, chunk.head))[1]
            if (end < syntax.last and scene.tokens[end].text in (",", ".")) or end >= syntax.last:
                return end
    return last


def renames(scene: Scene, syntax: Syntax, noun: int, chunk: NounChunk) -> bool:
    """Tell whether the chunk gives the noun's role ("a spokesman") or name ("Colonel X") once more."""
    opening = scene.tokens[chunk.first]
    verb_follows = syntax.verb_at(chunk.last) if chunk.last < syntax.last else None
    if verb_follows is not None and verb_follows.form == "finite":
        return False
    names = scene.tokens[noun].tag.startswith("NNP"), scene.tokens[chunk.head].tag.startswith("NNP")
    binder = scene.tokens[chunk.last].text.lower() if chunk.last < syntax.last else ""
    if names == (True, False) and opening.tag == "NN" and binder in ("of", "for", "in", "with"):
        return True
    return opening.text.lower() in ("a", "an", "the", "its", "their", "his", "her") or names == (False, True)
