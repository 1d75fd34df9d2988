"""How the answers to one question bear on each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

from sayso.claimtypes.account import Account, Verdict, refutes, related, supports
from sayso.claimtypes.catalogue import registry
from sayso.claimtypes.comparing import days, told_later
from sayso.model.weighed import Relation
from sayso.weighing.answers import Same
from sayso.weighing.names import fold
from sayso.weighing.voices import Voice

MOST_ANSWERS = 48
"""Answers beyond the 48 with most statements are listed but not compared, so that cost stays bounded."""

MOST_SAID = 12
"""Of one answer at most so many distinct accounts are compared with another's."""

MOST_HEARD = 96
"""Of one answer at most so many voices are looked at for what their articles say of them."""

_RANK = {"refutes": 0, "supports": 1, "related": 2}

_GROUND = frozenset({"control", "takeover", "attack"})

_FREE = frozenset({"other", "stance"})

_GROWING = frozenset({"casualties", "flight"})

_DEEDS = frozenset({"attack", "talks", "deployment", "takeover"})
"""What is done can belie a word that it will not be done."""


def relations(found: Sequence[Same]) -> tuple[Relation, ...]:
    """Return the relations between answers, by position; `left` lies before `right`.

    Context: the answers of this question alone.
    """
    return tuple(_related(found))


def _related(found: Sequence[Same]) -> Iterator[Relation]:
    for left, right in combinations(range(min(len(found), MOST_ANSWERS)), 2):
        v = verdict(found[left], found[right])
        yield Relation(left, v.kind, right, v.reason, v.note)


def verdict(a: Same, b: Same) -> Verdict:
    """Return how two answers bear on each other, and why.

    A plan, a demand or a doubt is no account of what is so: it neither refutes nor supports one; but a deed
    belies the word that it will not be done.
    """
    if a.mood != b.mood:
        return _belied(a, b) or related("different-scope", f"one is a {a.mood}, the other a {b.mood}")
    if a.mood in ("demand", "doubt", "condition"):
        return related("different-scope", f"each is a {a.mood}")
    found = _strongest(a, b)
    if found.kind == "refutes" and _one_giver(a, b, found):
        return related("different-scope", f"{min(set(a.sides) & set(b.sides))} says both")
    if found.kind == "related":
        return _disputed(a, b) or _one_breath(a, b) or found
    return found


def _strongest(a: Same, b: Same) -> Verdict:
    """Return the strongest verdict over what two answers say: refutes, then supports, then related."""
    together = bool(a.articles & b.articles)
    pairs = product(a.accounts[:MOST_SAID], b.accounts[:MOST_SAID])
    verdicts = [compared(left, right, together=together) for left, right in pairs]
    return min(verdicts, key=lambda v: (_RANK[v.kind], v.reason, v.note))


def compared(a: Account, b: Account, *, together: bool = False) -> Verdict:
    """Return the verdict of the claim type; that of ground decides where two types bear on it.

    `together` tells that one article has both: of figures side by side, one without a date is of the other's.
    """
    kinds = (a.said.type, b.said.type)
    if together and a.said.quantity and b.said.quantity and (a.said.when is None or b.said.when is None):
        a, b = _timeless(a), _timeless(b)
    rule = registry()[kinds[0] if kinds[0] == kinds[1] else _deciding(kinds)]
    found = rule.compare(a, b)
    if found.reason != "ranges-apart" or together:
        return found
    if kinds[0] in _GROWING and told_later(a, b):
        return related("cumulative", "counts told on different days")
    if kinds[0] in _GROUND and not (a.said.when or b.said.when) and _told_apart(a, b):
        return related("time-apart", "neither tells of when it is so")
    return found


def _told_apart(a: Account, b: Account) -> bool:
    return a.told is None or b.told is None or told_later(a, b)


def _deciding(kinds: tuple[str, str]) -> str:
    return "attack" if set(kinds) == {"attack", "deployment"} else "control"


def _timeless(a: Account) -> Account:
    return replace(a, said=replace(a.said, when=None))


def _one_giver(a: Same, b: Same, found: Verdict) -> bool:
    """Tell whether one side names two holders or doers: then it means both together."""
    return found.reason == "other-holder" and bool(set(a.sides) & set(b.sides)) and a.here == b.here


def _belied(a: Same, b: Same) -> Verdict | None:
    """Return that a fact belies a plan of the same doer not to do it."""
    fact, plan = (a, b) if a.mood == "fact" else (b, a)
    if (fact.mood, plan.mood) != ("fact", "plan"):
        return None
    for deed, word in product(fact.accounts[:MOST_SAID], plan.accounts[:MOST_SAID]):
        same = deed.said.type == word.said.type in _DEEDS
        if same and not _before(deed, word) and deed.positive and not word.positive:
            found = compared(deed, word)
            if found.kind == "refutes":
                return refutes("polarity", "it is done, against the word that it will not be")
    return None


def _before(deed: Account, word: Account) -> bool:
    """Tell whether the deed was over, or told of, before the word was given."""
    done = deed.said.when or deed.told
    if done is None or word.told is None:
        return False
    return days(done)[1] < days(word.told)[0]


def _disputed(a: Same, b: Same) -> Verdict | None:
    """Return that an article has the givers of one answer dispute the other."""
    for claimed, against in ((a, b), (b, a)):
        first = claimed.accounts[0]
        if first.said.type not in (*_GROUND, *_FREE) or not against.here:
            continue
        if first.asked == "control" and first.said.type == "attack":
            continue
        disputed = {
            (v.statement.article, name) for v in claimed.voices[:MOST_HEARD] for name in v.disputed_by
        }
        if not disputed:
            continue
        given = {
            (v.statement.article, name)
            for v in against.voices[:MOST_HEARD]
            if _contends(v, claimed)
            for name in _givers(v)
        }
        if given & disputed:
            article_side = min(given & disputed)
            return refutes("polarity", f"the article has {article_side[1]} dispute it")
    return None


def _givers(voice: Voice) -> Iterator[str]:
    if voice.side:
        yield voice.side
    if voice.statement.claimer:
        yield voice.statement.claimer


def _contends(voice: Voice, claimed: Same) -> bool:
    """Tell whether a voice stands against what its giver disputes.

    Who says that he has left, that the other has some of it, or that he attacks to return, does not.
    """
    p = voice.said
    if p.type in _FREE:
        return voice.denies and p.type == claimed.accounts[0].said.type
    if voice.mood != "fact" or p.type not in (*_GROUND, "deployment") or voice.retakes:
        return False
    return p.polarity == "negative" or p.actor != claimed.accounts[0].said.actor


def _one_breath(a: Same, b: Same) -> Verdict | None:
    """Return that one sentence of one claimer gives one matter in two figures."""
    if {_breath(v) for v in a.voices[:MOST_HEARD]} & {_breath(v) for v in b.voices[:MOST_HEARD]} - {None}:
        return supports("same", "one sentence gives both figures")
    return None


def _breath(voice: Voice) -> tuple[str, ...] | None:
    s, p = voice.statement, voice.said
    if not p.quantity or p.type == "casualties":
        return None
    words = " ".join(s.evidence.split())
    return s.article, words, fold(s.claimer or ""), p.type, p.polarity, fold(p.actor or "")
