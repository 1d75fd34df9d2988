"""Verbs that report speech, and who speaks by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.reading.relations import agents_of, own_subjects, subjects_of
from sayso.reading.speech.lexicon import Frames, bindings, frames_of, listing
from sayso.reading.speech.scene import Range, Scene
from sayso.reading.speech.sources import phrase_range
from sayso.reading.speech.speakers import (
    agent_after,
    chunk_beside,
    closes_sentence,
    doer_of_participle,
    free_subjects,
    is_related,
    same_voice,
    starts_clause,
)
from sayso.reading.syntax import Syntax
from sayso.reading.verbgroups import VerbGroup

_NO_SPEAKER = frozenset({"there", "what", "which", "this", "these", "those", "that"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb in its clause.

    `words` are the verb group's tokens (with a particle), `source` the speaker's noun phrase, `own`
    whether that stands in the verb's own clause (else shared: "X said A and added B"), `related`
    whether the clause is a relative one ("X, who says …"), `passive` whether the source is the agent.
    """

    sentence: int
    verb: VerbGroup
    words: Range
    frames: Frames
    source: Range | None
    own: bool
    related: bool
    passive: bool

    @property
    def first(self) -> int:
        """Return where the cue's clause begins: its source or its verb."""
        if self.own and self.source is not None and not self.related:
            return min(self.source[0], self.words[0])
        return self.words[0]


def verb_cues(scene: Scene, sentence: int) -> list[Cue]:
    """Return the reporting verbs of a sentence that may assert something, in order."""
    syntax = scene.syntaxes[sentence]
    found: list[Cue] = []
    for verb in syntax.verbs:
        frames, last = frames_of(scene.tokens, verb)
        if not frames and verb.lemma not in bindings():
            continue
        relaying = verb.lemma in listing("relays", "citing") and (
            verb.form == "ing" or verb.voice == "passive"
        )
        if relaying or is_void(syntax, verb):
            continue
        cue = _with_source(scene, sentence, verb, frames, max(last, verb.last))
        former = _carried_on(scene, syntax, verb, found) if cue is None or not cue.own else None
        if former is not None:
            cue = Cue(
                sentence, verb, (verb.first, max(last, verb.last)), frames, former.source, False, False, False
            )
        if cue is not None:
            found.append(cue)
    return found


def _carried_on(scene: Scene, syntax: Syntax, verb: VerbGroup, found: Sequence[Cue]) -> Cue | None:
    """Return the cue whose speaker goes on in "X said the road was cut and called for help".

    The parse hangs the second verb on the report's own; where that has no doer (a form of "be", a
    passive) it is the speaker's.
    """
    place = verb.first - 1
    while place > syntax.first and syntax.tokens[place].tag.startswith("RB"):
        place -= 1
    if verb.form != "finite" or place <= syntax.first or syntax.tokens[place].tag != "CC" or not found:
        return None
    former = found[-1]
    same = former.verb.tense == verb.tense and former.verb.perfect == verb.perfect
    if not same or former.passive or not same_voice(scene, former.verb.head, verb.head):
        return None
    head = syntax.head(verb.head) if syntax.relation(verb.head) == "conj" else -1
    doer = syntax.verb_at(head) if head >= 0 else None
    acts = doer is not None and doer.voice == "active" and doer.lemma not in ("be", "have")
    return (
        None if acts and doer is not None and doer.head != former.verb.head and not doer.perfect else former
    )


def is_void(syntax: Syntax, verb: VerbGroup) -> bool:
    """Tell whether nothing is asserted by the verb: kept back, only possible, only supposed, to come."""
    near = {syntax.tokens[n].text.lower() for n in range(max(syntax.first, verb.first - 1), verb.head)}
    if near & listing("void", "rarely"):
        return True
    if verb.negated and not any(binding.negated for binding in bindings().get(verb.lemma, ())):
        return True
    if verb.modal is not None or (verb.form == "infinitive" and not _let_stand(syntax, verb)):
        return True
    if verb.form == "ing" and verb.first == syntax.first:
        return True
    marks = syntax.children(verb.head, "mark", "advmod")
    close = [n for n in marks if not any(syntax.tokens[m].text == "," for m in range(n, verb.first))]
    return any(syntax.tokens[n].text.lower() in listing("void", "conditions") for n in close)


def _let_stand(syntax: Syntax, verb: VerbGroup) -> bool:
    """Tell "went on to say" from "refused to say"."""
    head = syntax.head(verb.head)
    above = syntax.verb_at(head) if head >= 0 else None
    if above is None or above.negated or above.modal is not None or above.form == "infinitive":
        return False
    return above.lemma in listing("void", "letting")


def _with_source(scene: Scene, sentence: int, verb: VerbGroup, frames: Frames, last: int) -> Cue | None:
    syntax = scene.syntaxes[sentence]
    words = (verb.first, last)
    if verb.voice == "passive":
        agents = agents_of(syntax, verb) or agent_after(scene, syntax, verb)
        source = phrase_range(scene, syntax, agents, words) if agents else None
        return Cue(sentence, verb, words, frames, source, True, False, True) if source else None
    own = own_subjects(syntax, verb)
    related = bool(own) and own[0] < verb.first and is_related(syntax, verb)
    own = own if related else free_subjects(syntax, own, verb)
    subjects = own or (subjects_of(syntax, verb) if not starts_clause(syntax, verb) else ())
    if verb.form == "ing" and not own:
        subjects = doer_of_participle(syntax, verb) or subjects
    near = None if verb.form == "ing" else chunk_beside(scene, syntax, verb)
    closing = near is not None and closes_sentence(scene, syntax, near, verb)
    if near is not None and (closing or not own or not same_voice(scene, own[-1], verb.head)):
        subjects, own, related = (near.head,), (near.head,), False
    if not subjects or syntax.tokens[subjects[0]].text.lower() in _NO_SPEAKER:
        return None
    source = phrase_range(scene, syntax, subjects, words)
    return Cue(sentence, verb, words, frames, source, bool(own), related, False) if source else None
