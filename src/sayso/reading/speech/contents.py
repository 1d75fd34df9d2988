"""What a reporting verb reports: the clause after it, the words before it, or both round it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.reading.relations import own_subjects
from sayso.reading.speech.beside import beside_quote, split_report
from sayso.reading.speech.borders import right_end
from sayso.reading.speech.clausal import that_clause
from sayso.reading.speech.content import Content
from sayso.reading.speech.cues import Cue
from sayso.reading.speech.lexicon import Frame
from sayso.reading.speech.objects import by_preposition, objects, orders
from sayso.reading.speech.scene import Range, Scene
from sayso.reading.speech.skipping import after_modifiers
from sayso.reading.speech.sources import phrase_range
from sayso.reading.syntax import Syntax


def content_of(scene: Scene, cue: Cue, cues: Sequence[Cue], left_start: int) -> Content | None:
    """Return what the cue reports, None where it reports nothing; `left_start` bounds words before it."""
    if cue.passive:
        return _of_passive(scene, cue, cues)
    for find in _WAYS:
        found = find(scene, cue, cues, left_start)
        if found is not None:
            return found
    return None


def _infinitive(scene: Scene, cue: Cue, cues: Sequence[Cue], _: int) -> Content | None:
    """X vowed to …, and in translations "said to have taken"."""
    return _nonfinite(scene, cue, cues, "to", "infinitive")


def _gerund(scene: Scene, cue: Cue, cues: Sequence[Cue], _: int) -> Content | None:
    """X denied …ing …"""
    return _nonfinite(scene, cue, cues, "ing", "ing")


def _nonfinite(scene: Scene, cue: Cue, cues: Sequence[Cue], frame: Frame, form: str) -> Content | None:
    kind = cue.frames.get(frame) or (cue.frames.get("that") if frame == "to" else None)
    if kind is None:
        return None
    syntax = scene.syntaxes[cue.sentence]
    place = cue.words[1] if form == "ing" else after_modifiers(scene, cue)
    while place < syntax.last and (scene.is_mark(place) or scene.tokens[place].tag.startswith("RB")):
        place += 1
    verb = next((v for v in syntax.verbs if v.first == place and v.form == form), None)
    if verb is None or (frame not in cue.frames and not verb.perfect):
        return None
    end = right_end(scene, cue, cues, place)
    return Content((scene.trim((place, end)),), kind)


def _order(scene: Scene, cue: Cue, cues: Sequence[Cue], _: int) -> Content | None:
    start = orders(scene, cue)
    kind = cue.frames.get("order")
    if start is None or kind is None:
        return None
    return Content((scene.trim((start, right_end(scene, cue, cues, start))),), kind)


def _bound(scene: Scene, cue: Cue, cues: Sequence[Cue], _: int) -> Content | None:
    found = by_preposition(scene, cue)
    if found is None:
        return None
    start, kind = found
    return Content((scene.trim((start, right_end(scene, cue, cues, start))),), kind)


def _object(scene: Scene, cue: Cue, cues: Sequence[Cue], _: int) -> Content | None:
    found = objects(scene, cue)
    if found is None:
        return None
    start, kind = found
    return Content((scene.trim((start, right_end(scene, cue, cues, start))),), kind)


def _of_passive(scene: Scene, cue: Cue, cues: Sequence[Cue]) -> Content | None:
    """It was announced by X that …; a ceasefire was announced by X; described by X as …"""
    syntax = scene.syntaxes[cue.sentence]
    assert cue.source is not None
    start = cue.source[1]
    kind = cue.frames.get("that") if cue.verb.form == "finite" else None
    if kind is not None and start < syntax.last and scene.tokens[start].text.lower() == "that":
        return Content((scene.trim((start + 1, right_end(scene, cue, cues, start + 1))),), kind)
    subject = _passive_subject(scene, syntax, cue)
    if subject is None:
        return None
    kind = cue.frames.get("as")
    if kind is not None and start < syntax.last and scene.tokens[start].text.lower() == "as":
        return Content((subject, scene.trim((start, right_end(scene, cue, cues, start)))), kind)
    kind = cue.frames.get("object")
    return Content((subject,), kind) if kind is not None else None


def _passive_subject(scene: Scene, syntax: Syntax, cue: Cue) -> Range | None:
    """Return the phrase of what is announced, denied … ("a ceasefire", "a figure disputed by")."""
    own = own_subjects(syntax, cue.verb) if cue.verb.form == "finite" else ()
    if own and own[0] < cue.words[0] and scene.tokens[own[0]].tag not in ("WDT", "WP"):
        return phrase_range(scene, syntax, own, cue.words)
    end = cue.words[0]
    for chunk in reversed(syntax.nouns):
        if chunk.last > cue.words[0]:
            continue
        before = scene.tokens[chunk.first - 1] if chunk.first > syntax.first else None
        if scene.tokens[chunk.head].tag in ("WDT", "WP"):
            end = chunk.first
        elif before is None or before.tag not in ("IN", "TO"):
            return scene.trim((chunk.first, end))
    return None


_Way = Callable[[Scene, Cue, Sequence[Cue], int], "Content | None"]
_WAYS: tuple[_Way, ...] = (
    beside_quote,
    split_report,
    that_clause,
    _order,
    _infinitive,
    _gerund,
    _bound,
    _object,
)
