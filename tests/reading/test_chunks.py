"""Noun chunks, verb groups and the relations between them."""

from __future__ import annotations

import pytest

from sayso.model.analysis import Sentence, Token
from sayso.model.span import Span
from sayso.reading.chunks import noun_chunks
from sayso.reading.relations import (
    addressees_of,
    agents_of,
    appositions_of,
    clause_borders,
    noun_phrase,
    objects_of,
    obliques_of,
    relative_clauses_of,
    subjects_of,
)
from sayso.reading.syntax import Syntax, parse
from sayso.reading.tokens import tokenize
from sayso.reading.verbgroups import VerbGroup, verb_groups


def read(text: str) -> tuple[Token, ...]:
    return tokenize(text, Span(0, len(text)))


def parsed(text: str) -> Syntax:
    tokens = read(text)
    return parse(tokens, Sentence(Span(0, len(text)), 0, 0, len(tokens)))


def verb_of(syntax: Syntax, lemma: str) -> VerbGroup:
    return next(verb for verb in syntax.verbs if verb.lemma == lemma)


def texts(syntax: Syntax, numbers: tuple[int, ...]) -> list[str]:
    return [syntax.tokens[n].text for n in numbers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rebels hold the province's nearly 400 districts.",
            ["The rebels", "the province's nearly 400 districts"],
        ),
        ("They hold more than a third of the border.", ["They", "more than a third", "the border"]),
        ("They have already rejected the port's position.", ["They", "the port's position"]),
        ("The warring parties and a negotiated truce", ["The warring parties", "a negotiated truce"]),
        ("militants claiming villages", ["militants", "villages"]),
        ("They met local and foreign troops.", ["They", "local and foreign troops"]),
        ("They took the main border crossing.", ["They", "the main border crossing"]),
        ("She said that the city fell today.", ["She", "the city", "today"]),
        ("At least 20 soldiers died.", ["At least 20 soldiers"]),
        ("Colonel Adem Tal of the 9th Brigade", ["Colonel Adem Tal", "the 9th Brigade"]),
        ("the so-called “special” zone", ["the so-called “special” zone"]),
    ],
)
def test_noun_chunks(text: str, expected: list[str]) -> None:
    tokens = read(text)
    verbs = verb_groups(tokens, 0, len(tokens))
    found = noun_chunks(tokens, 0, len(tokens), verbs)
    assert [chunk.span.of(text) for chunk in found] == expected
    assert all(chunk.first <= chunk.head < chunk.last for chunk in found)


@pytest.mark.parametrize(
    ("text", "words", "facts"),
    [
        ("They had not yet taken it.", "had not yet taken", ("take", "active", True, "past", "finite")),
        (
            "It could not be verified.",
            "could not be verified",
            ("verify", "passive", True, "present", "finite"),
        ),
        ("They will attack Velm.", "will attack", ("attack", "active", False, "future", "finite")),
        ("They want to retake Velm.", "to retake", ("retake", "active", False, "none", "infinitive")),
        ("They are advancing.", "are advancing", ("advance", "active", False, "present", "finite")),
        ("They took over the port.", "took over", ("take", "active", False, "past", "finite")),
        ("The port was not safe.", "was not", ("be", "active", True, "past", "finite")),
        ("They no longer hold it.", "hold", ("hold", "active", False, "present", "finite")),
        (
            "They would no longer tolerate it.",
            "would no longer tolerate",
            ("tolerate", "active", True, "present", "finite"),
        ),
    ],
)
def test_verb_groups(text: str, words: str, facts: tuple[str, str, bool, str, str]) -> None:
    tokens = read(text)
    found = {group.span.of(text): group for group in verb_groups(tokens, 0, len(tokens))}
    group = found[words]
    assert (group.lemma, group.voice, group.negated, group.tense, group.form) == facts


def test_a_joined_participle_shares_the_auxiliaries() -> None:
    tokens = read("The town was seized and burned.")
    seized, burned = verb_groups(tokens, 0, len(tokens))
    assert (burned.lemma, burned.voice, burned.form, burned.tense) == (
        "burn",
        "passive",
        "finite",
        seized.tense,
    )


def test_a_past_tense_with_an_agent_behind_a_noun_is_a_participle() -> None:
    text = "The army claimed 85%, a figure disputed by the rebels."
    tokens = read(text)
    assert verb_groups(tokens, 0, len(tokens))[-1].voice == "passive"


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("The rebels captured the town on Monday.", "capture", ["rebels"], ["town"]),
        ("The army and its allies attacked two villages.", "attack", ["army", "allies"], ["villages"]),
        ("The soldiers who attacked the port fled.", "flee", ["soldiers"], []),
        ("The soldiers who attacked the port fled.", "attack", ["soldiers"], ["port"]),
        ("Velm was captured by the rebels.", "capture", ["Velm"], []),
        ("The group said it had taken Velm and Orsk.", "take", ["it"], ["Velm", "Orsk"]),
        ("The troops are trying to retake the bridge.", "retake", ["troops"], ["bridge"]),
        ("Ruvia urged both sides to show restraint.", "show", ["sides"], ["restraint"]),
        ("The army entered Velm and burned the market.", "burn", ["army"], ["market"]),
        ("Adem Tal, a spokesman for the army, said the town had fallen.", "say", ["Tal"], []),
    ],
)
def test_subjects_and_objects(text: str, verb: str, subjects: list[str], objects: list[str]) -> None:
    syntax = parsed(text)
    group = verb_of(syntax, verb)
    assert texts(syntax, subjects_of(syntax, group)) == subjects
    assert texts(syntax, objects_of(syntax, group)) == objects


def test_agents_addressees_obliques() -> None:
    syntax = parsed("The bridge was held by the army in the north.")
    verb = verb_of(syntax, "hold")
    assert texts(syntax, agents_of(syntax, verb)) == ["army"]
    first = obliques_of(syntax, verb.head)[0]
    assert (first.preposition, syntax.tokens[first.noun].text) == ("by", "army")
    syntax = parsed("The governor told reporters that the town had fallen.")
    assert texts(syntax, addressees_of(syntax, verb_of(syntax, "tell"))) == ["reporters"]


def test_appositions_relative_clauses_phrases_borders() -> None:
    text = "Adem Tal, a spokesman for the army, said that the men who held the port had left."
    syntax = parsed(text)
    tal, men = (n for n, token in enumerate(syntax.tokens) if token.text in ("Tal", "men"))
    assert texts(syntax, appositions_of(syntax, tal)) == ["spokesman"]
    assert [verb.lemma for verb in relative_clauses_of(syntax, men)] == ["hold"]
    spokesman = appositions_of(syntax, tal)[0]
    assert noun_phrase(syntax, spokesman).of(text) == "a spokesman for the army"
    assert 0 in clause_borders(syntax)
