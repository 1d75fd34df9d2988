"""Reports that the tree of a sentence hides: "X said Y" by tags alone, where no attribution was found.

A reporting verb with a subject before it and a whole clause right after it is an attribution however
the sentence was parsed; one whose content was cut short gets all of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from sayso.model.analysis import Analysis, Attribution, CueKind
from sayso.model.span import Span
from sayso.reading.arguments import parse_sentence
from sayso.reading.clauses import Clause, Parse, denied
from sayso.reading.compounds import before_it
from sayso.reading.phrases import Phrase
from sayso.reading.scenes import Scene, make_scene
from sayso.reading.speech.lexicon import verb_frames
from sayso.reading.triggers import wordset
from sayso.reading.words import is_quote


def with_reports(text: str, analysis: Analysis) -> tuple[Attribution, ...]:
    """Return the attributions of an analysis with the hidden ones added and the short ones lengthened.

    New ones have no claimers yet; parents are not set, for a hidden report is at the top of its sentence.
    """
    scene = make_scene(text, analysis)
    found = list(analysis.attributions)
    for sentence in analysis.sentences:
        parse = parse_sentence(scene, sentence)
        cues = [clause for clause in parse.clauses if _kind(scene, clause) is not None]
        for clause in cues:
            content = _content(scene, parse, cues, clause) if _leads(scene, parse, clause) else None
            if content is not None:
                found = _with_report(scene, parse, found, clause, content)
            elif (content := _content_before(scene, parse, clause)) is not None:
                found = _with_closing(scene, parse, found, clause, content)
    return tuple(found)


def _kind(scene: Scene, clause: Clause) -> CueKind | None:
    """Return the kind of a finite reporting verb that takes a clause, None for any other verb."""
    group = clause.group
    if group.form != "finite" or group.voice != "active" or clause.subject is None or denied(scene, clause):
        return None
    if group.modal is not None or scene.tokens[clause.subject.head].tag == "EX":
        return None
    return verb_frames().get(group.lemma, {}).get("that")


def _leads(scene: Scene, parse: Parse, clause: Clause) -> bool:
    """Tell whether the verb's subject opens a clause, so that the report follows ("X, who …, said …")."""
    if clause.subject is None:
        return False
    place = source_of(scene, parse, clause).first
    before = scene.tokens[place - 1] if place > parse.sentence.first else None
    return (
        before is None or before.tag in ("CC", ",", ":", "IN", "``", "WRB") or before.text in ("–", "—", "-")
    )


def source_of(scene: Scene, parse: Parse, clause: Clause) -> Phrase:
    """Return the subject, from its first conjunct on ("X and Y said")."""
    subject = clause.subject
    assert subject is not None
    earlier = [c.group.last for c in parse.clauses if c.group.last <= subject.first]
    first = before_it(scene, parse.phrases, subject, max(earlier, default=parse.sentence.first), None)
    return Phrase(first.first, subject.head, subject.last)


def _content_before(scene: Scene, parse: Parse, clause: Clause) -> Span | None:
    """Return all before the comma of "…, X and Y said", where a clause of its own stands there."""
    tokens, subject = scene.tokens, clause.subject
    rest = tokens[clause.group.last : parse.sentence.last]
    if subject is None or subject.last > clause.group.first or len(rest) > 12 or clause.object is not None:
        return None
    end = source_of(scene, parse, clause).first
    if end - 1 <= parse.sentence.first or tokens[end - 1].text != ",":
        return None
    whole = [c for c in parse.clauses if c.group.form == "finite" and c.group.last < end]
    return scene.span(parse.sentence.first, end - 1) if whole else None


def _content(scene: Scene, parse: Parse, cues: Sequence[Clause], clause: Clause) -> Span | None:
    """Return the stretch of the clause that follows a reporting verb, up to the next report."""
    start = _opening(scene, parse, clause)
    later = [c for c in parse.clauses if c.group.first > clause.group.first]
    inner = next((c for c in later if c.group.form == "finite" or c.group.first == start), None)
    if inner is None or inner in cues or inner.subject is None:
        return None
    deed = inner.group.form == "infinitive" and inner.group.perfect and inner.group.first == start
    if not deed and inner.subject.first != start and not _led_by(scene, start, inner.subject.first):
        return None
    reports = [c.first for c in cues if c.group.first > inner.group.first]
    end = min([*reports, parse.sentence.last])
    while end > start and (
        scene.tokens[end - 1].tag in (",", "CC", ".", ":") or is_quote(scene.tokens[end - 1])
    ):
        end -= 1
    return scene.span(start, end) if end > start else None


def _opening(scene: Scene, parse: Parse, clause: Clause) -> int:
    """Return the token at which the content begins: after times, "in a statement", the addressee, "that"."""
    place = clause.group.last
    told = clause.group.lemma in wordset("told")
    while place < parse.sentence.last:
        token = scene.tokens[place]
        phrase = next((p for p in parse.phrases if p.first == place), None)
        if token.lemma in wordset("introducing") and token.tag in ("IN", "DT", "WDT", "WRB"):
            return place + 1 + is_quote(scene.tokens[min(place + 1, parse.sentence.last - 1)])
        if place in scene.time_at or token.tag == "RB" or is_quote(token):
            place += 1
        elif token.tag == "IN" and phrase is None and _after_preposition(parse, place) is not None:
            place = _after_preposition(parse, place) or place + 1
        elif told and phrase is not None and token.tag != "PRP":
            place, told = phrase.end, False
        else:
            return place
    return place


def _after_preposition(parse: Parse, place: int) -> int | None:
    phrase = next((p for p in parse.phrases if p.first == place + 1), None)
    return phrase.last if phrase is not None else None


def _led_by(scene: Scene, start: int, subject: int) -> bool:
    """Tell whether only an opening phrase ("in the north", "after a day") stands before the subject."""
    if not start < subject <= start + 8:
        return False
    words = scene.tokens[start:subject]
    return words[0].tag in ("IN", "RB", "DT", "CD") and not any(t.tag.startswith("VB") for t in words)


def _with_closing(
    scene: Scene, parse: Parse, found: list[Attribution], clause: Clause, content: Span
) -> list[Attribution]:
    """Add "…, X said" where no attribution holds the verb."""
    cue = scene.span(clause.group.first, clause.group.last)
    if any(one.cue.overlaps(parse.sentence.span) for one in found):
        return found
    phrase = source_of(scene, parse, clause)
    kind = _kind(scene, clause) or "says"
    new = Attribution(cue, scene.span(phrase.first, phrase.last), (content,), kind, _style(scene, content))
    return _inserted(found, new, next((n for n, one in enumerate(found) if one.cue > cue), len(found)))


def _with_report(
    scene: Scene, parse: Parse, found: list[Attribution], clause: Clause, content: Span
) -> list[Attribution]:
    cue = scene.span(clause.group.first, clause.group.last)
    phrase = source_of(scene, parse, clause)
    source = scene.span(phrase.first, phrase.last)
    for number, one in enumerate(found):
        if one.cue.overlaps(cue):
            changed = _mended(scene, one, source, content)
            return [*found[:number], changed, *found[number + 1 :]]
    if any(c.covers(cue) for one in found for c in one.content):
        return found
    kind = _kind(scene, clause) or "says"
    new = Attribution(cue=cue, source=source, content=(content,), kind=kind, style=_style(scene, content))
    place = next((n for n, one in enumerate(found) if one.cue > cue), len(found))
    return _inserted(found, new, place)


def _mended(scene: Scene, one: Attribution, source: Span, content: Span) -> Attribution:
    """Set right a source that the content holds, or a content cut short."""
    own = one.source
    if (own is not None and content.covers(own)) or any(source.overlaps(c) for c in one.content):
        return replace(one, source=source, content=(content,), style=_style(scene, content), reason=None)
    short = bool(one.content) and content.covers(one.content[0]) and len(one.content[0]) < len(content)
    if short:
        return replace(one, content=(content, *one.content[1:]), style=_style(scene, content))
    return one


def _inserted(found: list[Attribution], new: Attribution, place: int) -> list[Attribution]:
    """Insert an attribution; the parents that stand after it move up by one."""

    def moved(one: Attribution) -> Attribution:
        return replace(one, parent=one.parent + 1) if one.parent is not None and one.parent >= place else one

    return [*(moved(one) for one in found[:place]), new, *(moved(one) for one in found[place:])]


def _style(scene: Scene, content: Span) -> Literal["direct", "indirect", "mixed"]:
    quoted = [q.span for q in scene.analysis.quotes if q.span.overlaps(content)]
    if any(q.covers(content) for q in quoted):
        return "direct"
    return "mixed" if quoted else "indirect"
