"""Who does what to whom: questions to a sentence's `Syntax`.

Every `int` is a position in `Analysis.tokens`.  The relations are Universal Dependencies'; the functions
answer what the stages ask, so that they need not know them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model.analysis import Token
from sayso.model.span import Span
from sayso.reading.syntax import Syntax
from sayso.reading.verbgroups import VerbGroup
from sayso.reading.words import listed

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass")
_WITHIN_PHRASE = (
    "nmod",
    "nmod:poss",
    "case",
    "det",
    "amod",
    "compound",
    "nummod",
    "flat",
    "fixed",
    "obl",
    "cc",
    "conj",
)


@dataclass(frozen=True, slots=True)
class Oblique:
    """A prepositional phrase: its preposition in lower case ("" for none: "said Friday") and its noun."""

    preposition: str
    noun: int


def subjects_of(syntax: Syntax, verb: VerbGroup) -> tuple[int, ...]:
    """Return the nouns (head tokens) that are the verb's subject: what acts, or what a passive is done to.

    Conjoined subjects all count; a relative pronoun gives its antecedent; a verb without a subject of
    its own takes that of the verb it is joined to or hangs on ("began to advance", "urged X to leave": X).
    """
    return _subjects(syntax, verb, frozenset())


def _subjects(syntax: Syntax, verb: VerbGroup, seen: frozenset[int]) -> tuple[int, ...]:
    """Look for a subject upwards; `seen` are the verbs passed, for a tree may lead back to one of them."""
    own = own_subjects(syntax, verb)
    top = _outermost(syntax, verb)
    head, relation = syntax.head(top), syntax.relation(top)
    if own or head < 0 or verb.head in seen:
        return own
    if relation in ("acl:relcl", "acl") and syntax.tokens[head].tag.startswith(("NN", "PRP", "DT", "CD")):
        return _named(syntax, (head,)) if verb.form != "infinitive" or _does(syntax, head) else ()
    above = syntax.verb_at(head)
    if above is None:
        found = syntax.children(head, *SUBJECTS)[:1] if relation in ("xcomp", "conj", "advcl") else ()
        return joined(syntax, found[0]) if found else ()
    passed = seen | {verb.head}
    if relation == "xcomp":
        return objects_of(syntax, above) or _subjects(syntax, above, passed)
    shared = relation == "conj" or (
        relation in ("advcl", "aux", "cop", "parataxis", "ccomp") and verb.form != "finite"
    )
    return _subjects(syntax, above, passed) if shared else ()


def _outermost(syntax: Syntax, verb: VerbGroup) -> int:
    """Return the token of the group by which it hangs on the rest of the sentence."""
    top = verb.head
    for _ in range(verb.last - verb.first):
        if verb.first <= syntax.head(top) < verb.last:
            top = syntax.head(top)
    return top


def _does(syntax: Syntax, noun: int) -> bool:
    """Tell whether an infinitive behind the noun says what it does ("urged X to …"), not what it is."""
    above = syntax.verb_at(syntax.head(noun)) if syntax.head(noun) >= 0 else None
    return above is not None and above.lemma in listed("grammar", "infinitive", "object_does")


def _named(syntax: Syntax, nouns: Iterable[int]) -> tuple[int, ...]:
    """Return the nouns by the heads of their chunks: a name's last word stands for all of it."""
    out: list[int] = []
    for noun in nouns:
        chunk = syntax.chunk_at(noun)
        flat = chunk is not None and syntax.relation(chunk.head) in ("flat", "compound")
        out.append(chunk.head if chunk is not None and flat and syntax.head(chunk.head) == noun else noun)
    return tuple(out)


def own_subjects(syntax: Syntax, verb: VerbGroup) -> tuple[int, ...]:
    """Return the subjects that hang on the verb itself (on its predicate, for "be"), antecedents resolved."""
    for token in (verb.head, _predicate(syntax, verb)):
        found = syntax.children(token, *SUBJECTS) if token is not None else ()
        if len(found) > 1:
            found = tuple(n for n in found if not is_time_word(syntax.tokens[n])) or found
        if found:
            before = [n for n in found if n < verb.first]
            return joined(syntax, _antecedent(syntax, before[-1] if before else found[0], verb))
    return ()


def is_time_word(token: Token) -> bool:
    """Tell whether a noun says when ("Friday", "July")."""
    return token.text.lower() in listed("grammar", "times", "words")


def objects_of(syntax: Syntax, verb: VerbGroup) -> tuple[int, ...]:
    """Return the nouns that are the verb's direct object; a passive has none."""
    found = syntax.children(verb.head, "obj")
    return joined(syntax, found[0]) if found else ()


def addressees_of(syntax: Syntax, verb: VerbGroup) -> tuple[int, ...]:
    """Return the nouns that are the verb's indirect object ("told AFP that …")."""
    found = syntax.children(verb.head, "iobj")
    return joined(syntax, found[0]) if found else ()


def obliques_of(syntax: Syntax, token: int) -> tuple[Oblique, ...]:
    """Return the prepositional phrases on a verb or noun, in order; conjoined nouns all count."""
    found: list[Oblique] = []
    for child in syntax.children(token, "obl", "nmod", "obl:agent"):
        preposition = preposition_of(syntax, child)
        found += [Oblique(preposition, noun) for noun in joined(syntax, child)]
    return tuple(found)


def preposition_of(syntax: Syntax, noun: int) -> str:
    """Return the words that bind the noun to its head ("in", "because of", "" for none)."""
    words: list[str] = []
    for case in syntax.children(noun, "case"):
        if syntax.tokens[case].tag != "POS":
            words += [syntax.tokens[n].text.lower() for n in (case, *syntax.children(case, "fixed"))]
    return " ".join(words)


def agents_of(syntax: Syntax, verb: VerbGroup) -> tuple[int, ...]:
    """Return who a passive names as the doer ("disputed by the government")."""
    if verb.voice != "passive":
        return ()
    return tuple(oblique.noun for oblique in obliques_of(syntax, verb.head) if oblique.preposition == "by")


def joined(syntax: Syntax, token: int) -> tuple[int, ...]:
    """Return the token and those joined to it by "and", "or" or commas, in order."""
    return _named(syntax, (token, *syntax.children(token, "conj")))


def appositions_of(syntax: Syntax, noun: int) -> tuple[int, ...]:
    """Return the nouns that name the same again ("X, a spokesman for Y": the spokesman)."""
    first = syntax.head(noun) if syntax.relation(noun) == "flat" else noun
    return _named(syntax, syntax.children(first, "appos"))


def relative_clauses_of(syntax: Syntax, noun: int) -> tuple[VerbGroup, ...]:
    """Return the verbs of the clauses that tell more of the noun ("who …", "captured by …")."""
    verbs = (syntax.verb_at(child) for child in syntax.children(noun, "acl:relcl", "acl"))
    return tuple(verb for verb in verbs if verb is not None)


def noun_phrase(syntax: Syntax, noun: int) -> Span:
    """Return the noun's phrase: its chunk and the prepositional phrases on it, no clause, no apposition."""
    chunk = syntax.chunk_at(noun)
    first, last = (chunk.first, chunk.last) if chunk is not None else (noun, noun + 1)
    reach = {noun}
    agenda = [noun]
    while agenda:
        below = syntax.children(agenda.pop(), *_WITHIN_PHRASE)
        agenda += [number for number in below if number not in reach]
        reach.update(below)
    while (
        last < syntax.last and last in reach and syntax.verb_at(last) is None and not _says_when(syntax, last)
    ):
        last += 1
    return syntax.span((first, last - 1))


def _says_when(syntax: Syntax, token: int) -> bool:
    """Tell whether a preposition at `token` brings in a time ("the ministry on July 9")."""
    return (
        syntax.tokens[token].tag == "IN"
        and token + 1 < syntax.last
        and is_time_word(syntax.tokens[token + 1])
    )


def clause(syntax: Syntax, token: int) -> Span:
    """Return the stretch of the clause whose predicate is `token`, without a clause joined to it by "and"."""
    return syntax.span(syntax.subtree(token, "conj", "parataxis", "cc"))


def clause_borders(syntax: Syntax) -> tuple[int, ...]:
    """Return the tokens at which a finite clause of the sentence begins, in order."""
    starts = {syntax.first}
    for verb in syntax.verbs:
        if verb.form == "finite" and syntax.relation(verb.head) not in ("aux", "cop"):
            starts.add(syntax.subtree(verb.head, "punct")[0])
    return tuple(sorted(starts))


def _predicate(syntax: Syntax, verb: VerbGroup) -> int | None:
    """Return the predicate that a form of "be" serves ("is under control": control)."""
    return syntax.head(verb.head) if syntax.relation(verb.head) in ("cop", "aux", "aux:pass") else None


def _antecedent(syntax: Syntax, subject: int, verb: VerbGroup) -> int:
    """Return what a relative pronoun stands for; any other subject stands for itself."""
    if syntax.tokens[subject].tag not in ("WDT", "WP", "DT") or syntax.chunk_at(subject - 1) is None:
        before = subject - 2 if subject > syntax.first and syntax.tokens[subject - 1].text == "," else -1
        if syntax.tokens[subject].tag not in ("WDT", "WP") or before < syntax.first:
            return subject
    predicate = _predicate(syntax, verb)
    token = predicate if predicate is not None else verb.head
    if syntax.relation(token) == "acl:relcl":
        return syntax.head(token)
    near = (
        syntax.chunk_at(subject - 1) or syntax.chunk_at(subject - 2) if subject - 2 >= syntax.first else None
    )
    return near.head if near is not None and syntax.tokens[subject].tag in ("WDT", "WP") else subject
