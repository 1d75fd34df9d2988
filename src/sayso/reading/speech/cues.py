"""Verbs that report speech, and who speaks by them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.reading.chunks import NounChunk
from sayso.reading.speech.lexicon import Frames, bindings, frames_of, listing
from sayso.reading.speech.scene import Range, Scene
from sayso.reading.syntax import Syntax, agents_of, appositions_of, is_time_word, noun_phrase, own_subjects, subjects_of
from sayso.reading.verbgroups import VerbGroup

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PREPOSITIONS = frozenset({"in", "of", "at", "on", "with", "from", "by", "for", "to", "about", "against", "between", "into", "during"})
_SUBORDINATORS = frozenset({"that", "as", "while", "after", "before", "since", "because", "if", "although", "though", "than", "whether", "when"})
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
        relaying = verb.lemma in listing("relays", "citing") and (verb.form == "ing" or verb.voice == "passive")
        if relaying or is_void(syntax, verb):
            continue
        cue = _with_source(scene, sentence, verb, frames, max(last, verb.last))
        former = _carried_on(scene, syntax, verb, found) if cue is None or not cue.own else None
        if former is not None:
            cue = Cue(sentence, verb, (verb.first, max(last, verb.last)), frames, former.source, False, False, False)
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
    if not same or former.passive or not _same_voice(scene, former.verb.head, verb.head):
        return None
    head = syntax.head(verb.head) if syntax.relation(verb.head) == "conj" else -1
    doer = syntax.verb_at(head) if head >= 0 else None
    acts = doer is not None and doer.voice == "active" and doer.lemma not in ("be", "have")
    return None if acts and doer is not None and doer.head != former.verb.head and not doer.perfect else former


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
    marks = {syntax.tokens[n].text.lower() for n in syntax.children(verb.head, "mark", "advmod")}
    return bool(marks & listing("void", "conditions"))


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
        agents = agents_of(syntax, verb) or _agent_after(scene, syntax, verb)
        source = phrase_range(scene, syntax, agents, words) if agents else None
        return Cue(sentence, verb, words, frames, source, True, False, True) if source else None
    own = own_subjects(syntax, verb)
    related = bool(own) and own[0] < verb.first and _is_related(syntax, verb)
    own = own if related else _free(syntax, own, verb)
    subjects = own or (subjects_of(syntax, verb) if not _starts_clause(syntax, verb) else ())
    if verb.form == "ing" and not own:
        subjects = _doer_of_participle(syntax, verb) or subjects
    near = None if verb.form == "ing" else _beside(scene, syntax, verb)
    behind = near is not None and near.first > syntax.first and scene.is_mark(near.first - 1) and near.first < verb.first
    if near is not None and (behind or not own or not _same_voice(scene, own[-1], verb.head)):
        subjects, own, related = (near.head,), (near.head,), False
    if not subjects or syntax.tokens[subjects[0]].text.lower() in _NO_SPEAKER:
        return None
    source = phrase_range(scene, syntax, subjects, words)
    return Cue(sentence, verb, words, frames, source, bool(own), related, False) if source else None


def _free(syntax: Syntax, nouns: tuple[int, ...], verb: VerbGroup) -> tuple[int, ...]:
    """Return the subjects, or what they hang on where the parse took a governed noun for one."""
    chunk = syntax.chunk_at(nouns[0]) if nouns else None
    if chunk is None or chunk.first <= syntax.first or nouns[0] > verb.first:
        return nouns
    before = syntax.tokens[chunk.first - 1]
    if before.tag not in ("IN", "TO") or before.text.lower() not in _PREPOSITIONS:
        return nouns
    free = _ungoverned(syntax, chunk.first - 2)
    return (free.head,) if free is not None else nouns


def _doer_of_participle(syntax: Syntax, verb: VerbGroup) -> tuple[int, ...]:
    """Return who says in "X left, saying that …" (X) and "X issued a statement saying …" (X, not it)."""
    place = verb.first - 1
    while place > syntax.first and syntax.tokens[place].tag.startswith("RB"):
        place -= 1
    noun = syntax.chunk_at(place)
    if noun is not None:
        if syntax.tokens[noun.head].lemma not in listing("documents", "nouns"):
            return (noun.head,)
        above = syntax.verb_at(syntax.head(noun.head)) if syntax.head(noun.head) >= 0 else None
        return (subjects_of(syntax, above) if above is not None else ()) or (noun.head,)
    for former in reversed(syntax.verbs):
        if former.first < verb.first and former.form == "finite" and not _is_related(syntax, former):
            found = own_subjects(syntax, former)
            if found and syntax.relation(former.head) in ("root", "conj", "parataxis"):
                return found
    return ()


def _same_voice(scene: Scene, one: int, other: int) -> bool:
    """Tell whether two tokens stand in the same quotation, or both in none."""
    return scene.quote_at[one] == scene.quote_at[other]


def _is_related(syntax: Syntax, verb: VerbGroup) -> bool:
    """Tell whether the verb's subject is a relative pronoun."""
    place = verb.first - 1
    while place >= syntax.first and syntax.tokens[place].tag.startswith("RB"):
        place -= 1
    return place >= syntax.first and syntax.tokens[place].text.lower() in _RELATIVE


def _starts_clause(syntax: Syntax, verb: VerbGroup) -> bool:
    """Tell whether a finite verb begins a clause of its own and so shares nobody's subject."""
    return verb.form == "finite" and syntax.relation(verb.head) not in (
        "conj", "parataxis", "acl", "acl:relcl", "advcl",
    )  # fmt: skip


def _beside(scene: Scene, syntax: Syntax, verb: VerbGroup) -> NounChunk | None:
    """Return the noun chunk before the verb, or right after it where a quotation or comma precedes."""
    place = verb.first - 1
    while place > syntax.first and syntax.tokens[place].tag.startswith("RB"):
        place -= 1
    if syntax.tokens[place].tag == "CC":
        return None
    close = _ungoverned(syntax, place)
    if close is not None and _same_voice(scene, close.head, verb.head):
        return close
    inverted = verb.first > syntax.first and (
        scene.is_mark(verb.first - 1) or syntax.tokens[verb.first - 1].text in (",", "?", "!", "–", "—")
    )
    after = syntax.chunk_at(verb.last) if inverted and verb.last < syntax.last else None
    if after is not None and _same_voice(scene, after.head, verb.head) and not _has_verb(syntax, after):
        tells = verb.lemma in listing("void", "inverted") or syntax.head(after.head) == verb.head and syntax.relation(
            after.head
        ).startswith("nsubj")
        if tells or scene.is_mark(verb.first - 1) or scene.is_mark(verb.first - 2):
            return after
    if place > syntax.first and syntax.tokens[place].text == ",":
        far = _ungoverned(syntax, _before_aside(syntax, place)) or _ungoverned(syntax, place - 1)
        near = _ungoverned(syntax, place - 1)
        if far is not None and near is not None and near.first > far.last and _renames(scene, syntax, far.head, near):
            far = near if scene.tokens[near.first - 1].text == "," and scene.tokens[near.first].tag == "NNP" else far
        return far if far is not None and _same_voice(scene, far.head, verb.head) else None
    return None


def _has_verb(syntax: Syntax, chunk: NounChunk) -> bool:
    """Tell whether a finite verb follows a chunk, which is then its subject."""
    verb = next((v for v in syntax.verbs if v.first >= chunk.last), None)
    return verb is not None and verb.form == "finite" and verb.first <= chunk.last + 1


def _before_aside(syntax: Syntax, comma: int) -> int:
    """Return the token before the comma that opens the aside which `comma` closes."""
    opening = next((n for n in range(comma - 1, syntax.first, -1) if syntax.tokens[n].text == ","), None)
    return opening - 1 if opening is not None and comma - opening < 16 else comma - 1


def _ungoverned(syntax: Syntax, place: int) -> NounChunk | None:
    """Return the chunk at or left of `place` that no preposition governs ("lawyers for the family": lawyers)."""
    for step in range(5):
        chunk = syntax.chunk_at(place) if place >= syntax.first else None
        if chunk is None or syntax.tokens[chunk.head].text.lower() in _RELATIVE:
            return None
        before = syntax.tokens[chunk.first - 1] if chunk.first > syntax.first else None
        clause = before is not None and before.text.lower() in _SUBORDINATORS
        if clause and before is not None and before.text.lower() in ("as", "than"):
            clause = step == 0
        if before is None or before.tag not in ("IN", "TO", "CC") or clause:
            return chunk
        place = chunk.first - 2
    return None


def _agent_after(scene: Scene, syntax: Syntax, verb: VerbGroup) -> tuple[int, ...]:
    """Return the noun after "by" right behind a passive, where the parse has missed it."""
    by = verb.last
    if by + 1 < syntax.last and scene.tokens[by].text.lower() == "by":
        chunk = syntax.chunk_at(by + 1)
        return (chunk.head,) if chunk is not None else ()
    return ()


def phrase_range(scene: Scene, syntax: Syntax, nouns: tuple[int, ...], words: Range) -> Range | None:
    """Return the tokens of the phrase that the joined nouns head, appositions included, short of `words`."""
    last_of_conj = nouns if len(nouns) > 1 else nouns[:1]
    tokens: list[int] = []
    for noun in last_of_conj:
        first, last = scene.range(noun_phrase(syntax, noun))
        last = max(last, _after_apposition(scene, syntax, noun, last))
        last = _with_next(scene, syntax, _up_to(scene, syntax, last, words), words)
        tokens += (_before_name(scene, syntax, first), last - 1)
    first, last = min(tokens), max(tokens) + 1
    if first < words[0] < last:
        last = words[0]
    if first < words[1] < last and first >= words[0]:
        first = words[1]
    first, last = scene.trim((_with_joined(scene, syntax, first), last))
    while last - 1 > first and scene.tokens[last - 1].tag in ("IN", "TO", "CC"):
        first, last = scene.trim((first, last - 1))
    return (first, last) if first < last else None


def _before_name(scene: Scene, syntax: Syntax, first: int) -> int:
    """Take in the role before a name ("its spokesman, Colonel X": its)."""
    if first - 2 < syntax.first or scene.tokens[first - 1].text != "," or not scene.tokens[first].tag.startswith("NNP"):
        return first
    if first - 3 >= syntax.first and scene.tokens[first - 3].text == ",":
        return first
    chunk = _ungoverned(syntax, first - 2)
    if chunk is None or scene.tokens[chunk.head].tag.startswith("NNP") or scene.tokens[chunk.head].tag == "CD":
        return first
    before = scene.tokens[chunk.first - 1].text.lower() if chunk.first > syntax.first else ","
    opens = scene.tokens[chunk.first].tag == "PRP$" or before in (",", ":", ";", "and", "but", "while", "as") or scene.is_mark(chunk.first - 1)
    return chunk.first if opens and syntax.verb_at(chunk.last) is None else first


def _up_to(scene: Scene, syntax: Syntax, last: int, words: Range) -> int:
    """Take in the prepositional phrases that fill the gap before the cue ("the office of X of Y said")."""
    place = last
    while place + 1 < words[0]:
        chunk = syntax.chunk_at(place + 1)
        if scene.tokens[place].tag != "IN" or chunk is None or chunk.first != place + 1 or is_time_word(scene.tokens[chunk.first]):
            break
        place = chunk.last
    return place if place == words[0] else last


def _with_next(scene: Scene, syntax: Syntax, last: int, words: Range) -> int:
    """Take in what "and" joins to a phrase on the right before the cue ("X and a resident … said")."""
    while last + 1 < min(words[0], syntax.last) and scene.tokens[last].text.lower() in ("and", "or"):
        chunk = syntax.chunk_at(last + 1)
        if chunk is None or chunk.first != last + 1:
            break
        last = max(chunk.last, scene.range(noun_phrase(syntax, chunk.head))[1])
    return last


def _with_joined(scene: Scene, syntax: Syntax, first: int) -> int:
    """Take in what "and" joins to a phrase from the left, where the parse has not ("X and Y’s men said")."""
    if first - 2 < syntax.first or scene.tokens[first - 1].text.lower() != "and":
        return first
    chunk = syntax.chunk_at(first - 2)
    if chunk is None or chunk.last != first - 1:
        return first
    starts = chunk.first == syntax.first or scene.tokens[chunk.first - 1].text in (",", "and") or scene.is_mark(chunk.first - 1)
    return chunk.first if starts and not scene.is_mark(first - 2) else first


def _after_apposition(scene: Scene, syntax: Syntax, noun: int, last: int) -> int:
    """Return where an apposition right after the phrase ends ("X, a spokesman for Y,"), else `last`."""
    for child in appositions_of(syntax, noun):
        chunk = syntax.chunk_at(child)
        if child > noun and chunk is not None and _renames(scene, syntax, noun, chunk):
            first, end = scene.range(noun_phrase(syntax, child))
            if first - last <= 1:
                last = max(last, end)
    if last + 1 < syntax.last and scene.tokens[last].text == ",":
        chunk = syntax.chunk_at(last + 1)
        if chunk is not None and chunk.first == last + 1 and _renames(scene, syntax, noun, chunk):
            end = scene.range(noun_phrase(syntax, chunk.head))[1]
            if end < syntax.last and scene.tokens[end].text in (",", ".") or end >= syntax.last:
                return end
    return last


def _renames(scene: Scene, syntax: Syntax, noun: int, chunk: NounChunk) -> bool:
    """Tell whether the chunk gives the noun's role ("a spokesman") or name ("Colonel X") once more."""
    opening = scene.tokens[chunk.first]
    verb_follows = syntax.verb_at(chunk.last) if chunk.last < syntax.last else None
    if verb_follows is not None and verb_follows.form == "finite":
        return False
    names = scene.tokens[noun].tag.startswith("NNP"), scene.tokens[chunk.head].tag.startswith("NNP")
    binder = scene.tokens[chunk.last].text.lower() if chunk.last < syntax.last else ""
    if names == (True, False) and opening.tag == "NN" and binder in ("of", "for", "in", "with"):
        return True
    return opening.text.lower() in ("a", "an", "the", "its", "their", "his", "her") or names == (False, True)
