"""Clauses to events: which trigger a clause holds, and what its parts say for the slots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.reading.clauses import Clause, Parse
from sayso.reading.events import Event, denying, made
from sayso.reading.nounevents import noun_events, supported
from sayso.reading.roles import slots_of
from sayso.reading.scenes import Scene
from sayso.reading.triggers import Embed, Pattern, embeds, match_words, verb_frames


def events_of(scene: Scene, parse: Parse) -> tuple[Event, ...]:
    """Return the events of one sentence, those of verbs and those of nouns, in text order."""
    found: list[Event] = []
    shifted: dict[int, list[tuple[Embed, Clause]]] = {}
    for number, clause in enumerate(parse.clauses):
        lead = _leads(scene, parse, number)
        event = _verb_event(scene, parse, number, clause, lead)
        if event is not None and not _without(scene, clause):
            found.append(event)
            shifted[number] = lead
    found = [e for e in found if not _only_leads(parse, e, shifted)]
    found += noun_events(scene, parse, found)
    return tuple(sorted(found, key=lambda e: (e.first, e.trigger)))


def _without(scene: Scene, clause: Clause) -> bool:
    return clause.group.first > 0 and scene.tokens[clause.group.first - 1].lemma in ("without", "than")


def _leads(scene: Scene, parse: Parse, number: int) -> list[tuple[Embed, Clause]]:
    """Return the embedding words above an infinitive, nearest first ("plans to try to retake")."""
    found: list[tuple[Embed, Clause]] = []
    clause = parse.clauses[number]
    while clause.lead is not None and clause.group.form in ("infinitive", "ing"):
        above = parse.clauses[clause.lead]
        embed = _embed(scene, above)
        if embed is None:
            break
        found.append((embed, above))
        clause = above
    return found


def _embed(scene: Scene, clause: Clause) -> Embed | None:
    lemmas = [t.lemma for t in scene.tokens[clause.group.head : clause.last]]
    for embed in embeds():
        for pattern in embed.patterns:
            if match_words(_active(pattern, clause), lemmas, 0, len(lemmas)) is not None:
                return embed
    return None


def _active(pattern: Pattern, clause: Clause) -> Pattern:
    """Strip the "be" of a pattern where the group itself is its passive ("be expected")."""
    if pattern[0] == "be" and len(pattern) > 1 and clause.group.voice == "passive":
        return (clause.group.lemma,) if _same_participle(pattern[1], clause.group.lemma) else pattern
    return pattern


def _same_participle(form: str, lemma: str) -> bool:
    return form in (lemma, lemma + "d", lemma + "ed") or form.startswith(lemma[:-1])


def _only_leads(parse: Parse, event: Event, shifted: Mapping[int, Sequence[tuple[Embed, Clause]]]) -> bool:
    """Tell whether the event's verb only leads another event of the sentence."""
    if event.clause is None:
        return False
    clause = parse.clauses[event.clause]
    return any(above is clause for lead in shifted.values() for _, above in lead)


def _verb_event(
    scene: Scene, parse: Parse, number: int, clause: Clause, lead: Sequence[tuple[Embed, Clause]]
) -> Event | None:
    group = clause.group
    lemmas = [t.lemma for t in scene.tokens[: clause.last]]
    if group.particle is not None:
        lemmas[group.last - 1] = group.particle
    clause = _existing(scene, clause)
    lemma = "exist" if clause is not parse.clauses[number] else group.lemma
    lemmas[group.head] = lemma
    eager = supported(scene, parse, number, clause, lead, eager=True)
    if eager is not None:
        return eager
    for pattern, frame in verb_frames().get(lemma, ()):
        if frame.voice is not None and frame.voice != group.voice:
            continue
        end = match_words(pattern, lemmas, group.head, clause.last)
        if end is None:
            continue
        slots = slots_of(scene, parse, clause, frame, end)
        if slots is not None:
            return made(scene, parse, number, clause, frame, slots, lead, denying(scene, group.last, end + 1))
    return supported(scene, parse, number, clause, lead, eager=False)


def _existing(scene: Scene, clause: Clause) -> Clause:
    """Read "there are fighters in X" as "fighters exist in X"."""
    if clause.subject is None or scene.tokens[clause.subject.head].tag != "EX" or clause.object is None:
        return clause
    return replace(clause, subject=clause.object, object=None)
