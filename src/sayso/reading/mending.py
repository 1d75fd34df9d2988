"""Mending trees and verb groups by what the parser and the tagger are known to mistake."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.analysis import Token
from sayso.reading.verbgroups import VerbGroup, has_agent
from sayso.reading.words import listed


def mend(heads: list[int], relations: list[str], verbs: Sequence[VerbGroup], first: int) -> None:
    """Make the second of two subjects the object of the verb right before it ("those who hold X fled")."""
    for verb in verbs:
        subjects = [n for n, head in enumerate(heads, first) if head == verb.head and n < verb.head]
        subjects = [n for n in subjects if relations[n - first] in ("nsubj", "nsubj:pass")]
        for later in subjects[1:]:
            between = [v for v in verbs if subjects[0] < v.head < later and v.head != verb.head]
            if between:
                heads[later - first], relations[later - first] = between[-1].head, "obj"
    for verb in verbs:
        noun = heads[verb.head - first]
        above = next((v for v in verbs if noun >= 0 and v.head == heads[noun - first]), None)
        if above is None or above.lemma not in listed("grammar", "clauses", "no_object"):
            continue
        hangs = relations[verb.head - first] in ("acl", "acl:relcl") and above.head < noun < verb.first
        if hangs and relations[noun - first] in ("obj", "nsubj") and verb.form in ("participle", "finite"):
            heads[verb.head - first], relations[verb.head - first] = above.head, "ccomp"
            heads[noun - first], relations[noun - first] = verb.head, "nsubj"


def mended_group(
    tokens: Sequence[Token],
    heads: Sequence[int],
    relations: Sequence[str],
    verbs: Sequence[VerbGroup],
    verb: VerbGroup,
    first: int,
) -> VerbGroup:
    """Take a bare participle that has a subject of its own or is joined to a past tense for one itself."""
    if verb.form != "participle" or verb.head != verb.first:
        return verb
    own = [n for n, head in enumerate(heads, first) if head == verb.head and n < verb.first]
    subject = any(relations[n - first] in ("nsubj", "csubj") for n in own)
    relation, head = relations[verb.head - first], heads[verb.head - first]
    agent = has_agent(tokens, verb)
    alone = not any(other.form == "finite" for other in verbs)
    if (subject and relation != "acl" and (alone or not agent)) or (
        relation == "root" and not agent and _noun_follows(tokens, verb)
    ):
        return replace(verb, form="finite", tense="past", voice="active")
    former = next((v for v in verbs if v.head == head), None) if relation == "conj" else None
    if former is not None and former.form == "finite":
        voice = former.voice if former.voice == "passive" or not agent else "passive"
        return replace(verb, form="finite", tense=former.tense, perfect=former.perfect, voice=voice)
    cop = any(h == head and relations[n - first] == "cop" for n, h in enumerate(heads, first))
    joined = relation == "conj" and head >= 0 and (cop or tokens[head].tag == "JJ") and not agent
    return replace(verb, form="finite", tense="past", voice="active") if joined else verb


def _noun_follows(tokens: Sequence[Token], verb: VerbGroup) -> bool:
    """Tell whether a noun phrase begins right behind the verb ("“…”, replied Mr. Tal")."""
    return verb.last < len(tokens) and tokens[verb.last].tag in ("NNP", "DT", "PRP", "PRP$", "NNS", "CD")
