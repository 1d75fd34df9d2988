"""Clauses: each verb with its subject, its object and its prepositions."""

from __future__ import annotations

import pytest

from reading.scenes import parsed

CASES = [
    ("The army shelled Vantorr.", "shell", "The army", "Vantorr"),
    ("The army, which holds Ombrisa, shelled Vantorr.", "shell", "The army", "Vantorr"),
    ("Veyl said the Front had taken over Vantorr.", "take", "the Front", "Vantorr"),
    ("The Front urged the army to leave Vantorr.", "leave", "the army", "Vantorr"),
    ("Villagers trapped in Ombrisa saw the army.", "see", "Villagers", "the army"),
    ("The army left Ombrisa and shelled Vantorr.", "shell", "The army", "Vantorr"),
    ("The army accused the Front of shelling Vantorr.", "shell", "the Front", "Vantorr"),
    ("Rebels seized Vantorr after the army had left Ombrisa.", "seize", "Rebels", "Vantorr"),
]


@pytest.mark.parametrize(("text", "verb", "subject", "own"), CASES, ids=[c[0] for c in CASES])
def test_subject_and_object(text: str, verb: str, subject: str, own: str) -> None:
    scene, parse = parsed(text)
    clause = next(c for c in parse.clauses if c.group.lemma == verb)
    assert clause.subject is not None
    assert clause.object is not None
    assert scene.words(clause.subject.first, clause.subject.last) == subject
    assert scene.words(clause.object.first, clause.object.last) == own


def test_prepositions_are_those_of_the_clause() -> None:
    scene, parse = parsed("In Ombrisa the army fired on Vantorr from Maldrenn.")
    found = [(word, scene.words(p.first, p.last)) for word, p in parse.clauses[0].preps]
    assert found == [("on", "Vantorr"), ("from", "Maldrenn"), ("in", "Ombrisa")]


def test_a_noun_is_no_verb() -> None:
    _, parse = parsed("Norrel stays calm amid fighting near Vantorr.")
    assert [c.group.lemma for c in parse.clauses] == ["stay"]
