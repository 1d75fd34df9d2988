"""Where the narrator speaks again inside a sentence that reports: "; …", ", while …", ", a figure that …"."""

from __future__ import annotations

from sayso.reading.relations import own_subjects
from sayso.reading.speech.lexicon import noun_kinds
from sayso.reading.speech.scene import Scene
from sayso.reading.syntax import Syntax

_CONTRASTS = frozenset({"while", "whereas", "but", "yet"})
_FIGURES = frozenset(
    {
        "figure",
        "percentage",
        "number",
        "toll",
        "something",
        "idea",
        "move",
        "assessment",
        "version",
        "account",
        "view",
        "thing",
    }
)
_CHECKS = frozenset({"verify", "confirm", "corroborate", "substantiate", "check", "authenticate"})


def before_aside(scene: Scene, syntax: Syntax, start: int, end: int) -> int:
    """Return where the narrator's own word begins: "; …", ", while …", ", a figure that …"."""
    for place in range(start + 1, end):
        if scene.quote_at[place] >= 0:
            continue
        word = scene.tokens[place].text.lower()
        if word == ";" or (word == ":" and place + 1 < end and _opens_clause(scene, syntax, place + 1)):
            return place
        if scene.tokens[place - 1].text != ",":
            if word == "according" and scene.tokens[place - 1].text != ",":
                return place
            continue
        if word in ("according", "something") or _is_comment(scene, syntax, place, end):
            return place - 1
        if word in _CONTRASTS and has_own_clause(syntax, place + 1):
            return place - 1
        if word in ("without", "which", "although", "though", "that") and _is_checked(scene, place, end):
            return place - 1
    return end


def _opens_clause(scene: Scene, syntax: Syntax, place: int) -> bool:
    """Tell whether a quotation or a clause of its own begins behind a colon."""
    return scene.is_mark(place) or has_own_clause(syntax, place)


def _is_comment(scene: Scene, syntax: Syntax, place: int, end: int) -> bool:
    """Tell an apposition that speaks of the report itself ("a figure that was hard to check")."""
    if scene.tokens[place].text.lower() not in ("a", "an", "the", "something", "claims"):
        return False
    chunk = syntax.chunk_at(place)
    if chunk is None or chunk.last >= end:
        return False
    noun = scene.tokens[chunk.head].lemma
    follows = scene.tokens[chunk.last].text.lower()
    return (noun in _FIGURES or noun in noun_kinds()) and (
        follows in ("that", "which", "by")
        or scene.tokens[chunk.last].tag == "VBN"
        or _is_checked(scene, place, end)
    )


def _is_checked(scene: Scene, place: int, end: int) -> bool:
    return any(token.lemma in _CHECKS for token in scene.tokens[place : min(end, place + 12)])


def has_own_clause(syntax: Syntax, place: int) -> bool:
    """Tell whether a subject and its finite verb follow."""
    chunk = syntax.chunk_at(place) if place < syntax.last else None
    if chunk is None or chunk.first != place:
        return False
    verb = next((v for v in syntax.verbs if v.first >= chunk.last and v.form == "finite"), None)
    return verb is not None and (verb.first == chunk.last or chunk.head in own_subjects(syntax, verb))
