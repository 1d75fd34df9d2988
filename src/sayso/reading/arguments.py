"""Clauses: a verb group with its subject, its objects and its prepositions, as far as tags show them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.analysis import Sentence
from sayso.reading.chunks import noun_chunks
from sayso.reading.clauses import Clause, Parse
from sayso.reading.phrases import Phrase, phrases_of
from sayso.reading.scenes import Scene
from sayso.reading.subjects import RELATIVE, nearest, object_of, subject_of, top
from sayso.reading.triggers import wordset
from sayso.reading.verbforms import is_noun, settled
from sayso.reading.verbgroups import VerbGroup, verb_groups
from sayso.reading.words import is_quote, listed


def parse_sentence(scene: Scene, sentence: Sentence) -> Parse:
    """Return the noun phrases and clauses of one sentence."""
    tokens = scene.tokens
    found = verb_groups(tokens, sentence.first, sentence.last)
    chunks = noun_chunks(tokens, sentence.first, sentence.last, found)
    phrases = phrases_of(scene, chunks, sentence.last)
    groups = [
        settled(scene, phrases, sentence, group)
        for group in found
        if tokens[group.head].text.lower() not in listed("grammar", "participles", "prepositions")
        and not any(p.first < group.head < p.head for p in phrases)
        and not is_noun(scene, group)
        and "-" not in tokens[group.head].text
    ]
    clauses: list[Clause] = []
    for number, group in enumerate(groups):
        clauses.append(_clause(scene, sentence, phrases, groups, clauses, number, group))
    return Parse(sentence, phrases, tuple(clauses))


def _clause(
    scene: Scene,
    sentence: Sentence,
    phrases: Sequence[Phrase],
    groups: Sequence[VerbGroup],
    before: Sequence[Clause],
    number: int,
    group: VerbGroup,
) -> Clause:
    start = groups[number - 1].last if number else sentence.first
    edge = before[-1].last if before else sentence.first
    lead = number - 1 if number and group.form in ("infinitive", "ing") else None
    subject = subject_of(scene, phrases, before, group, start)
    end = _end(scene, sentence, phrases, groups, number)
    first = subject.first if subject is not None and start <= subject.first < group.first else group.first
    open_from = _opening(scene, edge, first)
    own = object_of(scene, phrases, group, end)
    preps = _preps(scene, phrases, group.last, end) + _preps(scene, phrases, open_from, first)
    return Clause(group, subject, own, preps, open_from, end, lead)


def _opening(scene: Scene, start: int, first: int) -> int:
    """Return where the clause begins that holds `first`: after the last comma or conjunction before it.

    An opening prepositional phrase with its comma ("In the north, …") stays with the clause.
    """
    place = first
    while place > start:
        token = scene.tokens[place - 1]
        if (token.lemma in wordset("openers") and token.tag in ("IN", "WRB", "RB")) or token.tag in (
            ":",
            "CC",
        ):
            break
        place -= 1
    return place


def _end(
    scene: Scene, sentence: Sentence, phrases: Sequence[Phrase], groups: Sequence[VerbGroup], number: int
) -> int:
    """Return where the clause ends: before the next verb with its subject, its conjunction and its comma."""
    if number + 1 >= len(groups):
        return sentence.last
    following = groups[number + 1]
    if following.form == "infinitive":
        return following.first
    floor = groups[number].last
    place = following.first
    if following.form == "finite":
        holder = top(phrases, nearest(phrases, floor, place), floor)
        before = place - 1
        while before > floor and is_quote(scene.tokens[before]):
            before -= 1
        shares = before >= floor and scene.tokens[before].tag in ("CC", *RELATIVE)
        if holder is not None and not shares and holder.first > floor and holder.end >= place - 3:
            place = holder.first
    while place - 1 >= floor and _binds(scene, place - 1):
        place -= 1
    return max(place, floor)


def _binds(scene: Scene, place: int) -> bool:
    """Tell whether the word belongs to the head of the next clause (conjunction, comma, adverb, mark)."""
    token = scene.tokens[place]
    return (
        token.tag in ("CC", ",", "WDT", "WP", "WRB", ":", "RB")
        or token.lemma in wordset("openers")
        or is_quote(token)
    )


def _preps(scene: Scene, phrases: Sequence[Phrase], first: int, last: int) -> tuple[tuple[str, Phrase], ...]:
    """Return every preposition in ``tokens[first:last]`` that a noun phrase follows."""
    found: list[tuple[str, Phrase]] = []
    starts = {p.first: p for p in phrases}
    for place in range(first, last):
        token = scene.tokens[place]
        if token.tag not in ("IN", "TO", "RP"):
            continue
        after = place + 1
        while after < last and (scene.tokens[after].tag == "RB" or is_quote(scene.tokens[after])):
            after += 1
        if after in starts and after not in scene.time_at:
            found.append((token.lemma, starts[after]))
    return tuple(found)
