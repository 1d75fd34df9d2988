"""Coordinated phrases taken apart: "X, Y and Z", "the border with A and B", "…, including Z"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.phrases import Phrase, kinds_of
from sayso.reading.scenes import Scene
from sayso.reading.triggers import wordset

_INCLUDING = (
    "including",
    "especially",
    "notably",
    "particularly",
    "like",
    "such as",
    "most notably",
    "among them",
)
_ALIKE = (
    frozenset({"place"}),
    frozenset({"people", "person", "civilians", "troops", "force", "party", "state", "organisation"}),
    frozenset({"weapon"}),
    frozenset({"event"}),
)


def conjuncts(scene: Scene, phrases: Sequence[Phrase], phrase: Phrase, last: int) -> tuple[Phrase, ...]:
    """Return the phrase and those joined to it before `last`, each with its own tails taken apart."""
    row = _row(scene, phrases, phrase, last)
    out: list[Phrase] = []
    for part in row:
        out.extend(_by_tail(scene, phrases, part, last))
    return tuple(out)


def before_it(
    scene: Scene, phrases: Sequence[Phrase], phrase: Phrase, first: int, owned: int | None
) -> Phrase:
    """Return the first phrase of the coordination that ends with `phrase`, not before `first`.

    `owned` is the token at which the object of the clause before begins: "with its army, and X is …" is
    no coordination of the army and X.
    """
    for start in phrases:
        if first <= start.first < phrase.first and start.end <= phrase.first:
            row = _row(scene, phrases, start, phrase.end)
            if any(p.first == phrase.first for p in row) and not (
                start.first == owned and _new_clause(scene, row)
            ):
                return start
    return phrase


def _new_clause(scene: Scene, row: Sequence[Phrase]) -> bool:
    return len(row) == 2 and scene.tokens[row[0].end].text == ","


def included(scene: Scene, phrases: Sequence[Phrase], row: Sequence[Phrase], last: int) -> tuple[Phrase, ...]:
    """Return the phrases that "including", "such as", "most notably" … name after a coordination."""
    tokens = scene.tokens
    place = row[-1].end
    if place < last and tokens[place].text == ",":
        place += 1
    words = [t.text.lower() for t in tokens[place : min(place + 2, last)]]
    size = 2 if " ".join(words) in _INCLUDING else 1 if words and words[0] in _INCLUDING else 0
    if not size:
        return ()
    start = place + size
    while start < last and tokens[start].tag == "IN":
        start += 1
    found = next((p for p in phrases if p.first == start), None)
    if found is None or found.first >= last or not _alike(scene, row[0], found):
        return ()
    return _row(scene, phrases, found, last)


def _row(scene: Scene, phrases: Sequence[Phrase], phrase: Phrase, last: int) -> tuple[Phrase, ...]:
    """Return the phrases of one coordination; a row of commas without "and" is an apposition, not a list."""
    row, joined = [phrase], False
    tokens = scene.tokens
    while True:
        place = row[-1].end
        comma = place < last and tokens[place].text == ","
        place += comma
        join = place < last and tokens[place].text.lower() in wordset("joins")
        place += join
        if (
            not join
            and place + 2 < last
            and [t.text.lower() for t in tokens[place : place + 3]] == ["as", "well", "as"]
        ):
            join, place = True, place + 3
        follower = next((p for p in phrases if p.first == place and p.end <= last), None)
        if not (comma or join) or follower is None or not _alike(scene, phrase, follower):
            break
        if comma and not join and _describes(scene, row[-1], follower):
            break
        if _joins_tail(scene, row[-1], follower):
            break
        row.append(follower)
        joined = joined or join
        if join and not comma_follows(scene, follower, last):
            break
    return tuple(row) if joined else (phrase,)


def _joins_tail(scene: Scene, one: Phrase, two: Phrase) -> bool:
    """Tell "fighters from A or B" (B goes with A) from "fighters from A or soldiers"."""
    if not one.tails:
        return False
    named = [scene.tokens[p.head].tag.startswith("NNP") for p in (one, one.tails[-1][1], two)]
    if "place" in kinds_of(scene, one):
        return named == [False, True, True]
    return "place" in kinds_of(scene, one.tails[-1][1]) and "place" in kinds_of(scene, two)


def _describes(scene: Scene, one: Phrase, two: Phrase) -> bool:
    """Tell an apposition ("Vantorr, the main post on the border") from a list."""
    return scene.tokens[one.head].tag.startswith("NNP") and scene.tokens[two.first].tag == "DT"


def comma_follows(scene: Scene, phrase: Phrase, last: int) -> bool:
    """Tell whether a comma or "and" stands right after the phrase."""
    return phrase.end < last and scene.tokens[phrase.end].text.lower() in {",", *wordset("joins")}


def _alike(scene: Scene, one: Phrase, two: Phrase) -> bool:
    a, b = kinds_of(scene, one), kinds_of(scene, two)
    if scene.tokens[two.head].tag == "PRP":
        return False
    return any(a & group and b & group for group in _ALIKE) or (not a and not b)


def _by_tail(scene: Scene, phrases: Sequence[Phrase], phrase: Phrase, last: int) -> tuple[Phrase, ...]:
    """Return one phrase for each conjunct of its last tail ("the border with A and B")."""
    if not phrase.tails or phrase.tails[-1][0] not in ("with", "of", "in", "along", "near", "from"):
        return (phrase,)
    word, tail = phrase.tails[-1]
    if "place" not in kinds_of(scene, tail):
        return (phrase,)
    variants = conjuncts(scene, phrases, tail, last)
    if len(variants) < 2:
        return (phrase,)
    return tuple(replace(phrase, tails=(*phrase.tails[:-1], (word, variant))) for variant in variants)
