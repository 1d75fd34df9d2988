"""Words of checking in a sentence, and whether they say that it was done or that it was not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.reading.relations import agents_of, noun_phrase, objects_of, own_subjects
from sayso.reading.speech.scene import Range, Scene
from sayso.reading.syntax import Syntax
from sayso.reading.verbgroups import VerbGroup
from sayso.reading.words import listed

_WINDOW = 7
"""How many words before a verb of checking a hindrance may stand."""
_BORDERS = frozenset({",", ";", "–", "—", ":"})


@dataclass(frozen=True, slots=True)
class Check:
    """The clause `words` says that something was checked (`positive`) or not.

    `relative`: it hangs on words of its own sentence before it ("a figure that …"); `plural`: it speaks of
    several claims; `agent`: who confirmed.
    """

    words: Range
    positive: bool
    relative: bool
    plural: bool
    agent: Range | None


def checks_in(scene: Scene, sentence: int) -> Iterator[Check]:
    """Yield the checks of a sentence, in order, one a clause."""
    syntax = scene.syntaxes[sentence]
    taken = -1
    for place in range(syntax.first, syntax.last):
        if place < taken:
            continue
        check = _at(scene, syntax, place)
        if check is not None:
            taken = check.words[1]
            yield check


def _at(scene: Scene, syntax: Syntax, place: int) -> Check | None:
    token = scene.tokens[place]
    if token.lemma not in _checking() and token.text.lower() not in _checking():
        return None
    clause = _clause(scene, syntax, place)
    if _supposed(scene, clause, place):
        return None
    if token.tag.startswith("VB") and token.lemma in listed("disclaimers", "checks", "verbs"):
        return _by_verb(scene, syntax, place, clause)
    if token.text.lower() in listed("disclaimers", "checks", "adjectives")[:-1] and _after_be(
        scene, place, clause
    ):
        return _made(scene, syntax, clause, positive=False)
    if token.tag in ("NN", "NNS") and token.lemma in listed("disclaimers", "checks", "nouns"):
        return _by_noun(scene, syntax, place, clause)
    return None


@cache
def _checking() -> frozenset[str]:
    """Return the lemmas and words that may speak of checking at all."""
    return frozenset(
        word for kind in ("verbs", "nouns", "adjectives") for word in listed("disclaimers", "checks", kind)
    )


def _by_verb(scene: Scene, syntax: Syntax, place: int, clause: Range) -> Check | None:
    verb = syntax.verb_at(place)
    lemma = scene.tokens[place].lemma
    if lemma in listed("disclaimers", "checks", "weak") and not (
        _independent(scene, clause) or _names_claim(scene, clause)
    ):
        return None
    if _hindered(scene, verb, place, clause):
        return _made(scene, syntax, clause, positive=False)
    if verb is None or verb.modal is not None or verb.form == "infinitive":
        return None
    if lemma not in listed("disclaimers", "confirmations", "verbs") or not _confirms(
        scene, syntax, verb, clause
    ):
        return None
    return _made(scene, syntax, clause, positive=True, verb=verb)


def _confirms(scene: Scene, syntax: Syntax, verb: VerbGroup, clause: Range) -> bool:
    """Tell "was confirmed by residents", "images confirmed this" from "the army confirmed that …"."""
    if verb.voice == "passive":
        return bool(agents_of(syntax, verb)) or _independent(scene, clause)
    objects = objects_of(syntax, verb)
    pointing = bool(objects) and _points(scene, syntax, objects[0])
    seen = any(
        scene.tokens[n].lemma in listed("disclaimers", "confirmations", "subjects")
        for n in own_subjects(syntax, verb)
    )
    return pointing and (seen or verb.tense in ("past", "present"))


def _by_noun(scene: Scene, syntax: Syntax, place: int, clause: Range) -> Check | None:
    lemma = scene.tokens[place].lemma
    if lemma in listed("disclaimers", "checks", "weak") and not _independent(scene, clause):
        return None
    before = [scene.tokens[n].text.lower() for n in range(max(clause[0], place - 4), place)]
    after = [scene.tokens[n].text.lower() for n in range(place + 1, min(clause[1], place + 8))]
    hindered = "no" in before or "without" in before or ("any" in before and "not" in before)
    hindered = (
        hindered
        or any(word in ("impossible", "unavailable") for word in after)
        or ("not" in after and "possible" in after)
    )
    return _made(scene, syntax, clause, positive=False) if hindered else None


def _hindered(scene: Scene, verb: VerbGroup | None, place: int, clause: Range) -> bool:
    """Tell whether a negation or a hindrance keeps the verb of checking from happening."""
    if verb is not None and verb.negated:
        return True
    start = max(clause[0], place - _WINDOW)
    near = [scene.tokens[n] for n in range(start, place)]
    low = [token.text.lower() for token in near]
    if any(word in listed("disclaimers", "hindrances", "words") for word in low):
        return True
    if any(t.lemma in listed("disclaimers", "hindrances", "verbs") and t.tag.startswith("VB") for t in near):
        return verb is None or verb.form == "infinitive"
    negated = any(token.lemma == "not" or word == "cannot" for token, word in zip(near, low, strict=True))
    if negated and any(word in listed("disclaimers", "hindrances", "negated") for word in low):
        return True
    after = [scene.tokens[n].text.lower() for n in range(place + 1, clause[1])]
    return (
        verb is not None
        and verb.form in ("infinitive", "ing")
        and ("impossible" in after or ("not" in after and "possible" in after))
    )


def _made(
    scene: Scene, syntax: Syntax, clause: Range, *, positive: bool, verb: VerbGroup | None = None
) -> Check:
    starts_sentence = not any(scene.tokens[n].text[0].isalnum() for n in range(syntax.first, clause[0]))
    words = [scene.tokens[n].text.lower() for n in range(*clause)]
    plural = any(word in listed("disclaimers", "targets", "plural") for word in words)
    agent = _agent(scene, syntax, verb) if verb is not None else None
    return Check(clause, positive, not starts_sentence, plural, agent)


def _agent(scene: Scene, syntax: Syntax, verb: VerbGroup) -> Range | None:
    """Return who confirmed."""
    who = agents_of(syntax, verb) if verb.voice == "passive" else own_subjects(syntax, verb)
    return scene.range(noun_phrase(syntax, who[0])) if who else None


def _points(scene: Scene, syntax: Syntax, noun: int) -> bool:
    chunk = syntax.chunk_at(noun)
    words = [scene.tokens[n].text.lower() for n in range(chunk.first, chunk.last)] if chunk else []
    back = (*listed("disclaimers", "targets", "singular"), *listed("disclaimers", "targets", "plural"))
    return any(word in back for word in words)


def _clause(scene: Scene, syntax: Syntax, place: int) -> Range:
    """Return the tokens between the borders round `place`; short asides between commas are inside."""
    first, last = place, place + 1
    while (
        first > syntax.first and scene.tokens[first - 1].text not in _BORDERS and not scene.is_mark(first - 1)
    ):
        if (
            scene.tokens[first - 1].text.lower() in ("and", "but")
            and syntax.verb_at(first) is not None
            and first < place
        ):
            break
        first -= 1
    while (
        last < syntax.last
        and scene.tokens[last].text not in _BORDERS | {".", "!", "?"}
        and not scene.is_mark(last)
    ):
        if scene.tokens[last].text.lower() in ("and", "but") and _finite_soon(syntax, last):
            break
        last += 1
    return first, last


def _finite_soon(syntax: Syntax, place: int) -> bool:
    return any(verb.form == "finite" and place < verb.first <= place + 5 for verb in syntax.verbs)


def _supposed(scene: Scene, clause: Range, place: int) -> bool:
    """Tell whether the check is only supposed ("If confirmed", "whether it can be verified")."""
    conditions = listed("disclaimers", "conditions", "words")
    return any(scene.tokens[n].text.lower() in conditions for n in range(clause[0], place))


def _independent(scene: Scene, clause: Range) -> bool:
    words = listed("disclaimers", "checks", "independent")
    return any(scene.tokens[n].text.lower() in words for n in range(*clause))


def _names_claim(scene: Scene, clause: Range) -> bool:
    """Tell whether the clause speaks of "this figure", "the report" …"""
    claims = listed("disclaimers", "targets", "singular")
    return any(
        scene.tokens[n].text.lower() in claims
        and scene.tokens[n].tag == "NN"
        and scene.tokens[n - 1].tag == "DT"
        for n in range(clause[0] + 1, clause[1])
    )


def _after_be(scene: Scene, place: int, clause: Range) -> bool:
    """Tell "the claim remains unverified" from "unverified claims"."""
    near = [scene.tokens[n].lemma for n in range(max(clause[0], place - 3), place)]
    return "be" in near or "remain" in near
