"""The words that put propositions forward, as loaded from ``triggers.toml``, and which of them fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, cast

from sayso.languages import table
from sayso.model.analysis import Token
from sayso.model.proposition import PropositionType
from sayso.model.statement import Modality

REACH = 5
"""Words that may stand between two words of a pattern ("are also under our full control")."""

SLOTS = frozenset({"actor", "target", "place", "place_from", "place_to", "force", "thing"})
_FIXED = frozenset(
    {
        "type",
        "verbs",
        "nouns",
        "subject_is",
        "object_is",
        "words",
        "need",
        "polarity",
        "modality",
        "unit",
        "alone",
        "voice",
    }
)


@dataclass(frozen=True, slots=True)
class Frame:
    """One sense of some verbs or nouns: `roles` says which part of the clause fills which slot.

    `subject_is` and `object_is` are kinds (``kinds.toml``) of which the part must be one (empty: any);
    `words` lemmas of which one must head the object; `need` parts that must be there.
    """

    type: PropositionType
    roles: Mapping[str, str]
    subject_is: frozenset[str] = frozenset()
    object_is: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    need: frozenset[str] = frozenset()
    polarity: Literal["positive", "negative"] = "positive"
    unit: str | None = None
    voice: str | None = None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Support:
    """Verbs that lend an event noun their grammar.

    `types` limits them, `negative` turns the event around, `eager` ones come before the verb's own senses.
    """

    object: frozenset[str]
    subject: frozenset[str]
    types: frozenset[str]
    negative: bool
    modality: Modality | None
    eager: bool


@dataclass(frozen=True, slots=True)
class Embed:
    """Words that take an infinitive: what they make of its modality, polarity and type."""

    patterns: tuple[tuple[str, ...], ...]
    modality: Modality | None
    negative: bool
    types: frozenset[str]
    becomes: PropositionType | None


Pattern = tuple[str, ...]


@cache
def verb_frames() -> Mapping[str, tuple[tuple[Pattern, Frame], ...]]:
    """Return first lemma → (pattern, frame), the longest patterns first, then in the file's order."""
    found: dict[str, list[tuple[Pattern, Frame]]] = {}
    for row in table("english", "triggers")["frame"]:
        frame = _frame(row)
        for words in row["verbs"]:
            pattern = tuple(words.split())
            found.setdefault(pattern[0], []).append((pattern, frame))
    return {lemma: tuple(sorted(rows, key=lambda r: -len(r[0]))) for lemma, rows in found.items()}


@cache
def noun_frames() -> Mapping[str, Frame]:
    """Return lemma → frame of the nouns that name an event; the first frame of a noun is its own."""
    found: dict[str, Frame] = {}
    for row in table("english", "triggers")["noun"]:
        frame = _frame(row)
        for noun in row["nouns"]:
            found.setdefault(noun, frame)
    return found


def noun_frame(token: Token) -> Frame | None:
    """Return the frame of the event that a noun names; a plural may have a sense of its own ("losses")."""
    if token.lemma in table("english", "triggers")["singular"] and token.tag in ("NNS", "NNPS"):
        return None
    return noun_frames().get(token.text.lower()) or noun_frames().get(token.lemma)


@cache
def supports() -> tuple[Support, ...]:
    """Return the support verbs, the limited sorts first."""
    rows = [
        Support(
            frozenset(row.get("object", ())),
            frozenset(row.get("subject", ())),
            frozenset(row.get("types", ())),
            row.get("polarity") == "negative",
            row.get("modality"),
            row.get("eager", False),
        )
        for row in table("english", "triggers")["support"]
    ]
    return tuple(sorted(rows, key=lambda s: not s.types))


@cache
def embeds() -> tuple[Embed, ...]:
    """Return the embedding words in the file's order."""
    return tuple(
        Embed(
            tuple(sorted((tuple(w.split()) for w in row["words"]), key=lambda p: -len(p))),
            row.get("modality"),
            row.get("polarity") == "negative",
            frozenset(row.get("types", ())),
            cast("PropositionType | None", row.get("becomes")),
        )
        for row in table("english", "triggers")["embed"]
    )


def _frame(row: Mapping[str, Any]) -> Frame:
    return Frame(
        type=row["type"],
        roles={part: slot for part, slot in row.items() if part not in _FIXED},
        subject_is=frozenset(row.get("subject_is", ())),
        object_is=frozenset(row.get("object_is", ())),
        words=frozenset(row.get("words", ())),
        need=frozenset(row.get("need", ())),
        polarity=row.get("polarity", "positive"),
        unit=row.get("unit"),
        voice=row.get("voice"),
        alone=row.get("alone", False),
    )


def match_words(pattern: Pattern, lemmas: Sequence[str], start: int, end: int) -> int | None:
    """Return the place of the pattern's last word, found from `start` on in order, None where it is not.

    ``lemmas[start]`` must be the first word; at most `REACH` words may stand between two.
    """
    if start >= end or lemmas[start] != pattern[0]:
        return None
    place = start
    for word in pattern[1:]:
        window = range(place + 1, min(place + 2 + REACH, end))
        found = next((k for k in window if lemmas[k] == word), None)
        if found is None:
            return None
        place = found
    return place


@cache
def kinds() -> Mapping[str, frozenset[str]]:
    """Return kind → the lemmas of common nouns of that kind (``kinds.toml``)."""
    return {kind: frozenset(words) for kind, words in table("english", "kinds").items()}


@cache
def wordset(name: str) -> frozenset[str]:
    """Return one small class of words of ``clauses.toml``."""
    return frozenset(table("english", "clauses")[name])
