"""Verb groups: a main verb with its auxiliaries, negation and the adverbs between ("had not been taken").

Found from the tags alone, so they hold where a parse does not.  Token numbers are positions in the
token tuple given, so in `Analysis.tokens`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from sayso.model.analysis import Token
from sayso.model.span import Span
from sayso.reading.words import is_quote, listed

Form = Literal["finite", "infinitive", "ing", "participle"]
Tense = Literal["past", "present", "future", "none"]
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_BETWEEN = frozenset({"RB", "RBR", "RBS"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_SUBJECT_ENDS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WDT", "WP", "EX", "RB"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The verb group ``tokens[first:last]``; `head` is the number of the main verb, `lemma` its lemma.

    `particle` is the word of a phrasal verb ("take over": "over").  `modal` is the modal's lemma, None
    where there is none.  `perfect` and `progressive` tell the aspect.  `form` is "finite",
    "infinitive" (with or without "to"), "ing" or "participle" (passive, without an auxiliary);
    a form that shares its auxiliaries with the group before it ("was seized and burned") counts as it.
    """

    span: Span
    first: int
    last: int
    head: int
    lemma: str
    voice: Literal["active", "passive"]
    negated: bool
    modal: str | None
    tense: Tense
    perfect: bool
    progressive: bool
    form: Form
    particle: str | None = None


def verb_groups(tokens: Sequence[Token], first: int, last: int) -> tuple[VerbGroup, ...]:
    """Return the verb groups of ``tokens[first:last]`` (one sentence) in order; they do not overlap."""
    found: list[VerbGroup] = []
    place = first
    while place < last:
        chain = _chain(tokens, place, last)
        if not chain:
            place += 1
            continue
        found.append(_group(tokens, chain, found[-1] if found else None, last))
        place = max(found[-1].last, chain[-1] + 1)
    return _with_finite_ones(tokens, found)


def _chain(tokens: Sequence[Token], place: int, last: int) -> list[int]:
    """Return the numbers of "to", the modal, auxiliaries and the main verb that begin at `place`."""
    if tokens[place].tag == "TO":
        verb = _skip(tokens, place + 1, last)
        if verb >= last or tokens[verb].tag not in ("VB", "VBP"):
            return []
        return [place, *_chain(tokens, verb, last)]
    if tokens[place].tag not in _VERBS | {"MD"}:
        return []
    chain = [place]
    while True:
        after = _skip(tokens, chain[-1] + 1, last)
        if after >= last or not _continues(tokens, chain[-1], after):
            return chain if tokens[chain[-1]].tag != "MD" else []
        chain.append(after)


def _skip(tokens: Sequence[Token], place: int, last: int) -> int:
    """Step over the adverbs (and quotation marks) that may stand inside a verb group."""
    days = listed("grammar", "adverbs", "days")
    while place < last:
        token = tokens[place]
        if token.tag not in _BETWEEN and token.text.lower() not in days and not is_quote(token):
            break
        place += 1
    return place


def _continues(tokens: Sequence[Token], aux: int, verb: int) -> bool:
    """Tell whether the word at `verb` carries on the group after the auxiliary at `aux`."""
    one, two = tokens[aux], tokens[verb]
    if one.tag == "MD":
        return two.tag in ("VB", "VBP") or (two.tag == "VBD" and two.lemma == two.text.lower())
    if two.tag not in _VERBS:
        return False
    if one.lemma == "have":
        return two.tag in ("VBN", "VBD") and verb - aux < 6
    if one.lemma == "be":
        return two.tag in ("VBG", "VBN", "VBD")
    if one.lemma == "do":
        return two.tag in ("VB", "VBP")
    return one.lemma == "get" and two.tag == "VBN" and verb == aux + 1


def _group(tokens: Sequence[Token], chain: Sequence[int], before: VerbGroup | None, last: int) -> VerbGroup:
    head = chain[-1]
    end = head + 1
    particle = None
    if tokens[head].lemma in ("be", "have") and end < last and tokens[end].text.lower() in _NOT:
        end += 1
    if end < last and tokens[end].tag == "RP":
        particle = tokens[end].text.lower()
        end += 1
    helpers = [tokens[number] for number in chain[:-1]]
    start = chain[0]
    group = VerbGroup(
        span=Span(tokens[start].span.start, tokens[end - 1].span.end),
        first=start,
        last=end,
        head=head,
        lemma=tokens[head].lemma,
        voice=_voice(tokens[head], helpers),
        negated=_negated(tokens, start, end),
        modal=next((token.lemma for token in helpers if token.tag == "MD"), None),
        tense=_tense(tokens[start], helpers, _form(tokens, start)),
        perfect=any(token.lemma == "have" for token in helpers),
        progressive=bool(helpers) and helpers[-1].lemma == "be" and tokens[head].tag == "VBG",
        form=_form(tokens, start),
        particle=particle,
    )
    return _as_joined(tokens, group, before)


def _voice(head: Token, helpers: Sequence[Token]) -> Literal["active", "passive"]:
    if head.tag not in ("VBN", "VBD") or (head.tag == "VBD" and not helpers):
        return "active"
    if not helpers:
        return "passive"
    return "passive" if helpers[-1].lemma in listed("grammar", "passive", "helpers") else "active"


def _negated(tokens: Sequence[Token], first: int, end: int) -> bool:
    words = [token.text.lower() for token in tokens[max(0, first - 1) : end]]
    before = words[0] if first else ""
    inside = words[1:] if first else words
    negations = listed("grammar", "adverbs", "negations")
    longer = any(pair == ("no", "longer") for pair in pairwise(inside))
    return longer or before in ("never", "not", "neither", "nor") or any(word in negations for word in inside)


def _tense(opening: Token, helpers: Sequence[Token], form: Form) -> Tense:
    if opening.tag == "MD":
        return "future" if opening.lemma in ("will", "shall") else "present"
    if opening.tag in ("VBP", "VBZ") or (opening.tag == "VB" and form == "finite"):
        return "present"
    past = opening.tag == "VBD" and not (helpers and opening.lemma == opening.text.lower())
    return "past" if past else "none"


def _form(tokens: Sequence[Token], opening: int) -> Form:
    tag = tokens[opening].tag
    if tag in ("MD", "VBD", "VBP", "VBZ"):
        return "finite"
    if tag == "VBG":
        return "ing"
    if tag == "VBN":
        return "participle"
    return "finite" if tag == "VB" and _has_plural_before(tokens, opening) else "infinitive"


def _has_plural_before(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a plural subject makes a base form finite ("insurgents also control"), as taggers miss."""
    before = place - 1
    while before >= 0 and (tokens[before].tag in _BETWEEN or is_quote(tokens[before])):
        before -= 1
    if before < 1 or tokens[before].tag not in ("NNS", "NNPS", "NNP", "PRP", "WDT"):
        return False
    helped = listed("grammar", "infinitive", "after")
    return not any(token.lemma in helped for token in tokens[max(0, before - 4) : before])


def _as_joined(tokens: Sequence[Token], group: VerbGroup, before: VerbGroup | None) -> VerbGroup:
    """Give a bare form after "and" the auxiliaries of the group before it."""
    if before is None or group.first == 0 or group.head != group.first:
        return group
    joined = tokens[group.first - 1].tag == "CC" or tokens[group.first - 1].tag in _BETWEEN
    joined = joined and any(token.tag == "CC" for token in tokens[group.first - 2 : group.first])
    helped = before.head > before.first
    tag, other = tokens[group.head].tag, tokens[before.head].tag
    after = tokens[group.last].text.lower() if group.last < len(tokens) else "."
    alone = after in (".", ",", ";", "by") and tokens[group.first - 1].tag == "CC"
    if (
        not joined
        or not helped
        or (tag == "VBD" and not alone)
        or not (tag == other or {tag, other} <= {"VBN", "VBD"})
    ):
        return group
    return replace(
        group,
        voice=before.voice,
        modal=before.modal,
        tense=before.tense,
        perfect=before.perfect,
        progressive=before.progressive,
        form=before.form,
    )


def _with_finite_ones(tokens: Sequence[Token], groups: Sequence[VerbGroup]) -> tuple[VerbGroup, ...]:
    """Mend what taggers mistake: past tense for participle and the other way round.

    A lone past tense with "by" behind it is a participle where a finite verb stands before it ("a figure
    disputed by the army"); a sentence without a finite verb gets one: its first bare participle behind a
    noun ("The rebels also welcomed the truce").
    """
    out: list[VerbGroup] = []
    for group in groups:
        agent = group.tense == "past" and group.head == group.first and has_agent(tokens, group)
        if agent and any(other.form == "finite" for other in out):
            group = replace(group, form="participle", tense="none", voice="passive")
        out.append(group)
    if any(group.form == "finite" for group in out):
        return tuple(out)
    for number, group in enumerate(out):
        before = tokens[group.first - 1].tag if group.first else ""
        if group.form == "participle" and before in _SUBJECT_ENDS and not has_agent(tokens, group):
            out[number] = replace(group, form="finite", tense="past", voice="active")
            break
    return tuple(out)


def has_agent(tokens: Sequence[Token], group: VerbGroup) -> bool:
    """Tell whether "by" somebody stands behind the verb ("by Friday" is nobody)."""
    if (
        group.last + 1 >= len(tokens)
        or tokens[group.last].text.lower() != "by"
        or tokens[group.head].lemma == "be"
    ):
        return False
    after = tokens[group.last + 1]
    means = (*listed("grammar", "times", "words"), *listed("grammar", "passive", "means"))
    return after.tag not in ("CD", "VBG") and after.text.lower() not in means
