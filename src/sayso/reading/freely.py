"""What a report says where no trigger reads it: the event that a noun names, or its clauses as they stand."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.analysis import Attribution
from sayso.model.span import Span
from sayso.reading.clauses import Clause, Parse, denied
from sayso.reading.events import Event
from sayso.reading.scenes import Scene
from sayso.reading.triggers import Frame

_FREE = Frame("other", {"subject": "actor"})
_WISH = Frame("stance", {"subject": "actor"})


def noun_of(
    scene: Scene, parse: Parse, content: Span, nouns: Sequence[Event], *, opening: bool
) -> Event | None:
    """Return the event noun that a content is about: it opens it, or is its verb's subject or object.

    With `opening`, only one that opens it counts.
    """
    inside = [c for c in parse.clauses if content.covers(c.group.span)]
    for event in nouns:
        opens = scene.tokens[event.first].span.start <= content.start + 4
        parts = [p for c in inside[:1] for p in (c.subject, c.object) if p is not None]
        held = any(p.first <= event.trigger < p.end for p in parts)
        if opens or (not opening and (held or not inside)):
            return event
    return None


def _main_clauses(scene: Scene, parse: Parse, content: Span) -> list[Clause]:
    """Return the content's own clauses: its first, and those that "and" joins to it."""
    cues = [a.cue for a in scene.analysis.attributions]
    inside = [
        c
        for c in parse.clauses
        if content.covers(c.group.span) and not any(q.overlaps(c.group.span) for q in cues)
    ]
    form = inside[0].group.form if inside else "finite"
    return [
        c for n, c in enumerate(inside) if n == 0 or (c.group.form == form and _joined(scene, c, content))
    ]


def _joined(scene: Scene, clause: Clause, content: Span) -> bool:
    """Tell whether "and", "but" or "and that" opens the clause."""
    before = scene.tokens[max(0, clause.first - 2) : clause.first + 1]
    return any(t.tag == "CC" and content.covers(t.span) for t in before)


def joined_clauses(
    scene: Scene, parse: Parse, content: Span, attribution: Attribution, spoken: Sequence[Span]
) -> list[Event]:
    """Return the main clauses of a content that hold no event, where another clause of it does."""
    found: list[Event] = []
    for clause in _main_clauses(scene, parse, content):
        span = scene.span(clause.first, clause.last)
        chained = any(c.lead is not None and parse.clauses[c.lead] is clause for c in parse.clauses)
        own = clause.subject is not None and clause.first <= clause.subject.first < clause.last
        if own and not chained and not any(span.covers(s) for s in spoken):
            found.append(_free_clause(scene, parse, clause, content, attribution))
    return found


def free(scene: Scene, parse: Parse, content: Span, attribution: Attribution) -> list[Event]:
    """Return the events of a content that no trigger reads: its main clauses, or its words."""
    clauses = _main_clauses(scene, parse, content)
    if clauses:
        return [_free_clause(scene, parse, clause, content, attribution) for clause in clauses]
    inside = [
        k for k in range(parse.sentence.first, parse.sentence.last) if content.covers(scene.tokens[k].span)
    ]
    frame = _WISH if attribution.kind in ("demands", "pledges") else _FREE
    return [Event(frame.type, frame, inside[0], None, inside[0], inside[-1] + 1)] if inside else []


def _free_clause(
    scene: Scene, parse: Parse, clause: Clause, content: Span, attribution: Attribution
) -> Event:
    frame = _WISH if attribution.kind in ("demands", "pledges") else _FREE
    slots = {"actor": clause.subject} if clause.subject is not None else {}
    inside = [k for k in range(clause.first, clause.last) if content.covers(scene.tokens[k].span)]
    first, last = (inside[0], inside[-1] + 1) if inside else (clause.group.first, clause.group.last)
    number = parse.clauses.index(clause)
    return Event(frame.type, frame, clause.group.head, number, first, last, slots, denied(scene, clause))
