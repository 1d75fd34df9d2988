"""Denials that point back ("rejected this claim", "a figure disputed by …"): what they point to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.reading.speech.found import Found
from sayso.reading.speech.lexicon import listing, noun_kinds
from sayso.reading.speech.scene import Range, Scene

_REACH = 4
"""How many sentences back a claim may stand that "this claim" points to."""


def with_antecedents(scene: Scene, found: Sequence[Found]) -> list[Found]:
    """Return the attributions, in the order given, denials that point back with what they point to."""
    out: list[Found] = []
    for number, item in enumerate(found):
        if item.kind in ("denies", "doubts") and item.content and points_back(scene, item.content[0]):
            target = antecedent(scene, item, found[:number])
            out.append(replace(item, content=(*item.content, *target)) if target else item)
        else:
            out.append(item)
    return out


def points_back(scene: Scene, tokens: Range) -> bool:
    """Tell whether a phrase speaks of a claim instead of making one ("this claim by X", "it")."""
    first, last = tokens
    words = [scene.tokens[n] for n in range(first, last)]
    if len(words) == 1 and words[0].text.lower() in (
        "it",
        "this",
        "that",
        "them",
        "him",
        "claims",
        "reports",
    ):
        return True
    if any(token.text.lower() == "that" and token.tag in ("IN", "WDT") for token in words[1:]):
        return False
    syntax = scene.syntaxes[scene.sentence_of(first)]
    chunk = syntax.chunk_at(first)
    if chunk is None or not _is_definite(scene, chunk.first, chunk.head):
        return False
    noun = scene.tokens[chunk.head]
    return noun.lemma in noun_kinds() or noun.lemma in listing("pointing", "nouns")


def _is_definite(scene: Scene, first: int, head: int) -> bool:
    """Tell "the reports", "X's claim", "a figure disputed by" from "currency rumours"."""
    opening = scene.tokens[first]
    owned = any(scene.tokens[n].tag == "POS" for n in range(first, head))
    return (
        owned
        or opening.tag in ("DT", "PRP$", "PDT")
        or opening.text.lower() in ("such", "both", "claims", "reports")
    )


def antecedent(scene: Scene, item: Found, earlier: Sequence[Found]) -> tuple[Range, ...]:
    """Return the content of the nearest claim before, by somebody else, within a few sentences."""
    sentence = item.sentence
    for former in reversed(earlier):
        if former.kind not in ("says", "reports", "pledges") or former.source is None:
            continue
        if sentence - former.sentence > _REACH:
            return ()
        same = (
            item.source is not None and scene.words(former.source).lower() == scene.words(item.source).lower()
        )
        if not same and former.content and former.content[0] != item.content[0]:
            whole = _outermost(former, earlier)
            return tuple(_short_of(part, item) for part in whole.content)
    return ()


def _outermost(item: Found, earlier: Sequence[Found]) -> Found:
    """Return the report that holds this one, if one does ("X said that the town, he added, …")."""
    for other in earlier:
        if (
            other is not item
            and any(p[0] <= item.cue[0] < p[1] for p in other.content)
            and other.kind == "says"
        ):
            return other
    return item


def _short_of(part: Range, item: Found) -> Range:
    """Cut a part that runs into the words that point back."""
    start = item.content[0][0]
    return (part[0], start) if part[0] < start < part[1] else part
