"""Who speaks by a verb: its subject, mended where the parse fails, or the noun phrase beside it."""

from __future__ import annotations

from sayso.reading.chunks import NounChunk
from sayso.reading.relations import is_time_word, own_subjects, subjects_of
from sayso.reading.speech.lexicon import listing
from sayso.reading.speech.scene import Scene
from sayso.reading.speech.sources import RELATIVE, renames, ungoverned
from sayso.reading.syntax import Syntax
from sayso.reading.verbgroups import VerbGroup

_PREPOSITIONS = frozenset(
    {
        "in",
        "of",
        "at",
        "on",
        "with",
        "from",
        "by",
        "for",
        "to",
        "about",
        "against",
        "between",
        "into",
        "during",
    }
)


def free_subjects(syntax: Syntax, nouns: tuple[int, ...], verb: VerbGroup) -> tuple[int, ...]:
    """Return the subjects, or what they hang on where the parse took a governed noun for one."""
    chunk = syntax.chunk_at(nouns[0]) if nouns else None
    if chunk is None or chunk.first <= syntax.first or nouns[0] > verb.first:
        return nouns
    before = syntax.tokens[chunk.first - 1]
    if before.tag not in ("IN", "TO") or before.text.lower() not in _PREPOSITIONS:
        return nouns
    free = ungoverned(syntax, chunk.first - 2)
    return (free.head,) if free is not None else nouns


def doer_of_participle(syntax: Syntax, verb: VerbGroup) -> tuple[int, ...]:
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
        if former.first < verb.first and former.form == "finite" and not is_related(syntax, former):
            found = own_subjects(syntax, former)
            if found and syntax.relation(former.head) in ("root", "conj", "parataxis"):
                return found
    return ()


def same_voice(scene: Scene, one: int, other: int) -> bool:
    """Tell whether two tokens stand in the same quotation, or both in none."""
    return scene.quote_at[one] == scene.quote_at[other]


def is_related(syntax: Syntax, verb: VerbGroup) -> bool:
    """Tell whether the verb's subject is a relative pronoun."""
    place = verb.first - 1
    while place >= syntax.first and syntax.tokens[place].tag.startswith("RB"):
        place -= 1
    return place >= syntax.first and syntax.tokens[place].text.lower() in RELATIVE


def starts_clause(syntax: Syntax, verb: VerbGroup) -> bool:
    """Tell whether a finite verb begins a clause of its own and so shares nobody's subject."""
    return verb.form == "finite" and syntax.relation(verb.head) not in (
        "conj", "parataxis", "acl", "acl:relcl", "advcl",
    )  # fmt: skip


def closes_sentence(scene: Scene, syntax: Syntax, chunk: NounChunk, verb: VerbGroup) -> bool:
    """Tell "…, X said." and "“…”X said": a noun set off before a verb that nothing follows."""
    if not syntax.first < chunk.first < verb.first:
        return False
    if scene.is_mark(chunk.first - 1):
        return True
    place = verb.last
    while place < syntax.last and (is_time_word(syntax.tokens[place]) or scene.is_mark(place)):
        place += 1
    return syntax.tokens[chunk.first - 1].text == "," and (
        place >= syntax.last or syntax.tokens[place].text == "."
    )


def chunk_beside(scene: Scene, syntax: Syntax, verb: VerbGroup) -> NounChunk | None:
    """Return the noun chunk before the verb, or right after it where a quotation or comma precedes."""
    place = verb.first - 1
    while place > syntax.first and syntax.tokens[place].tag.startswith("RB"):
        place -= 1
    if syntax.tokens[place].tag == "CC":
        return None
    close = ungoverned(syntax, place)
    if close is not None and same_voice(scene, close.head, verb.head):
        return close
    inverted = verb.first > syntax.first and (
        scene.is_mark(verb.first - 1) or syntax.tokens[verb.first - 1].text in (",", "?", "!", "–", "—")
    )
    after = syntax.chunk_at(verb.last) if inverted and verb.last < syntax.last else None
    if after is not None and same_voice(scene, after.head, verb.head) and not _has_verb(syntax, after):
        tells = verb.lemma in listing("void", "inverted") or (
            syntax.head(after.head) == verb.head and syntax.relation(after.head).startswith("nsubj")
        )
        if tells or scene.is_mark(verb.first - 1) or scene.is_mark(verb.first - 2):
            return after
    if place > syntax.first and syntax.tokens[place].text == ",":
        far = ungoverned(syntax, before_aside(syntax, place)) or ungoverned(syntax, place - 1)
        near = ungoverned(syntax, place - 1)
        if (
            far is not None
            and near is not None
            and near.first > far.last
            and renames(scene, syntax, far.head, near)
        ):
            far = (
                near
                if scene.tokens[near.first - 1].text == "," and scene.tokens[near.first].tag == "NNP"
                else far
            )
        return far if far is not None and same_voice(scene, far.head, verb.head) else None
    return None


def _has_verb(syntax: Syntax, chunk: NounChunk) -> bool:
    """Tell whether a finite verb follows a chunk, which is then its subject."""
    verb = next((v for v in syntax.verbs if v.first >= chunk.last), None)
    return verb is not None and verb.form == "finite" and verb.first <= chunk.last + 1


def before_aside(syntax: Syntax, comma: int) -> int:
    """Return the token before the comma that opens the aside which `comma` closes."""
    opening = next((n for n in range(comma - 1, syntax.first, -1) if syntax.tokens[n].text == ","), None)
    return opening - 1 if opening is not None and comma - opening < 16 else comma - 1


def agent_after(scene: Scene, syntax: Syntax, verb: VerbGroup) -> tuple[int, ...]:
    """Return the noun after "by" right behind a passive, where the parse has missed it."""
    by = verb.last
    if by + 1 < syntax.last and scene.tokens[by].text.lower() == "by":
        chunk = syntax.chunk_at(by + 1)
        return (chunk.head,) if chunk is not None else ()
    return ()
