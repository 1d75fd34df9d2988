"""The words that put something into somebody's mouth (``languages/english/reporting.toml``), looked up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sayso.languages import table
from sayso.model.analysis import CueKind, Token
from sayso.reading.verbgroups import VerbGroup

Frame = Literal["that", "quote", "to", "object", "ing", "order", "as", "preposition"]
Frames = Mapping[Frame, CueKind]


@dataclass(frozen=True, slots=True)
class Binding:
    """A verb whose content follows a preposition: "called for X", "accused Y of X", "cast doubt on X"."""

    kind: CueKind
    prepositions: tuple[str, ...]
    noun: str | None
    takes_object: bool
    infinitive: bool
    negated: bool


@cache
def verb_frames() -> Mapping[str, Frames]:
    """Return lemma (with its particle) → frame → kind."""
    found: dict[str, dict[Frame, CueKind]] = {}
    for group in table("english", "reporting")["verbs"]:
        for word in group["words"]:
            for frame in group["frames"]:
                found.setdefault(word, {}).setdefault(frame, group["kind"])
    return found


@cache
def bindings() -> Mapping[str, tuple[Binding, ...]]:
    """Return lemma → the ways in which a preposition brings in its content."""
    found: dict[str, list[Binding]] = {}
    for row in table("english", "reporting")["prepositions"]:
        found.setdefault(row["verb"], []).append(
            Binding(
                row["kind"],
                tuple(row["prepositions"]),
                row.get("noun"),
                row.get("object", False),
                row.get("infinitive", False),
                row.get("negated", False),
            )
        )
    return {verb: tuple(rows) for verb, rows in found.items()}


@cache
def noun_kinds() -> Mapping[str, CueKind]:
    """Return the reporting nouns and what they commit their source to."""
    return {
        word: group["kind"] for group in table("english", "reporting")["nouns"] for word in group["words"]
    }


@cache
def listing(section: str, name: str) -> frozenset[str]:
    """Return one list of words: ``listing("relays", "nouns")``."""
    return frozenset(table("english", "reporting")[section][name])


def frames_of(tokens: Sequence[Token], verb: VerbGroup) -> tuple[Frames, int]:
    """Return the frames of the verb as it stands here and the token after the cue's words."""
    known = verb_frames()
    after = tokens[verb.head + 1].text.lower() if verb.head + 1 < len(tokens) else ""
    if after and f"{verb.lemma} {after}" in known:
        return known[f"{verb.lemma} {after}"], verb.head + 2
    if verb.particle:
        return {}, verb.last
    return known.get(verb.lemma, {}), verb.last
