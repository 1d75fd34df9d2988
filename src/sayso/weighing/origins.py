"""How many independent origins an answer has: who said it where, who only passes it on."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.weighing.copies import near, triples_of
from sayso.weighing.lineage.forest import forest
from sayso.weighing.links import NO_PAIRS, Link, LinkKind, Pair, Union, link
from sayso.weighing.names import fold
from sayso.weighing.organs import allegiance
from sayso.weighing.voices import Voice

SPEECH = frozenset({"shared-quote", "speech-event"})
"""Kinds of links that say where a statement was made, and not whose text an article carries."""


@dataclass(frozen=True, slots=True)
class Origins:
    """What is known of where articles come from: agencies credited (folded), and whose text is whose copy.

    `cut` and `added` are pairs of records (articles or statements, the lesser id first) of which people say
    that they are not, or are, of one origin.
    """

    agencies: Mapping[str, frozenset[str]]
    copied: Mapping[str, str]
    """Article id to the name of its group of copies."""
    cut: frozenset[Pair] = NO_PAIRS
    added: frozenset[Pair] = NO_PAIRS


def origins_of(
    agencies: Mapping[str, Iterable[str]],
    copied: Mapping[str, str | None],
    cut: frozenset[Pair] = NO_PAIRS,
    added: frozenset[Pair] = NO_PAIRS,
) -> Origins:
    """Return what is known of articles' origins: the agencies that each credits, and its group of copies."""
    credited = {key: frozenset(map(fold, names)) for key, names in agencies.items() if names}
    grouped = {key: name for key, name in copied.items() if name is not None}
    return Origins(credited, grouped, cut, added)


def count(heard: Iterable[Voice], origins: Origins) -> int:
    """Return the number of independent origins among voices that say the same."""
    heard = list(heard)
    union = Union()
    for one in links(heard, origins):
        union.join(one.left, one.right)
    return len({union.root(voice.statement.id) for voice in heard})


def links(heard: Iterable[Voice], origins: Origins) -> list[Link]:
    """Return what ties voices that say the same to one origin.

    * one sentence, or one claimer, in one article
    * an outlet that says in its own voice what its article also has a claimer say
    * one claimer, or one side's unnamed voice, wherever it is quoted (one authority)
    * outlets that carry one text, or nearly one sentence
    * nearly one sentence of one text, whoever is read as its claimer: a version of it may have put him right

    Where people cut or added links of these statements, what is left is what joins no two that they part.
    """
    heard = sorted(heard, key=lambda v: v.statement.id)
    by_article: dict[str, list[Voice]] = defaultdict(list)
    by_text: dict[str, list[Voice]] = defaultdict(list)
    by_side: dict[str, list[Voice]] = defaultdict(list)
    unsided = []
    for voice in heard:
        by_article[voice.statement.article].append(voice)
        if voice.statement.article in origins.copied:
            by_text[origins.copied[voice.statement.article]].append(voice)
        if voice.narrated or not voice.side:
            unsided.append(voice)
        else:
            by_side[voice.side].append(voice)
    found = [one for group in by_article.values() for one in _within(group)]
    found += [one for group in by_text.values() for one in _passed_on(group)]
    found += [one for group in by_side.values() for one in _spoken(group, origins)]
    found += _carried(unsided, origins)
    known = {voice.statement.id for voice in heard}
    cut = frozenset(pair for pair in origins.cut if known.issuperset(pair))
    added = frozenset(pair for pair in origins.added if known.issuperset(pair))
    return forest(found, known, cut, added) if cut or added else found


def _passed_on(group: Sequence[Voice]) -> list[Link]:
    """Link what stands in nearly one sentence in two articles of one text."""
    if len({voice.statement.article for voice in group}) == 1:
        return []
    found = []
    for one, other in itertools.combinations(group, 2):
        a, b = one.statement, other.statement
        left, right = triples_of(a.evidence), triples_of(b.evidence)
        if a.article != b.article and near(len(left & right), len(left), len(right)):
            found.append(_link("same-article", one, other, "one sentence of one text says so"))
    return found


def _within(group: Sequence[Voice]) -> list[Link]:
    """Link voices of one article: the same words, or the narrator beside a claimer."""
    found = []
    first: dict[str, Voice] = {}
    for voice in group:
        other = first.setdefault(voice.statement.evidence, voice)
        if other is not voice:
            found.append(_link("same-article", other, voice, "one sentence has both say so"))
    claimed = next((v for v in group if not v.narrated), None)
    told = [v for v in group if v.narrated]
    anchor = claimed or (told[0] if told else None)
    for voice in told:
        if anchor is not None and anchor is not voice:
            why = "the article says so itself" if claimed is None else "the article also has a claimer say so"
            found.append(_link("same-article", anchor, voice, why))
    return found


def _spoken(group: Sequence[Voice], origins: Origins) -> list[Link]:
    """Link what one side says: each named speaker is one origin, the unnamed voice goes with the first."""
    people: dict[str, list[Voice]] = defaultdict(list)
    unnamed = []
    for voice in group:
        if _is_person(voice):
            people[fold(voice.statement.claimer or "")].append(voice)
        else:
            unnamed.append(voice)
    chains = [*people.values()]
    if unnamed:
        most = min(people, key=lambda name: (-len(people[name]), name), default=None)
        chains = [c for name, c in people.items() if name != most]
        chains.append(sorted([*people.get(most or "", ()), *unnamed], key=lambda v: v.statement.id))
    return [_event(a, b, origins) for chain in chains for a, b in itertools.pairwise(chain)]


def _event(a: Voice, b: Voice, origins: Origins) -> Link:
    """Link two voices of one authority: the same day and speaker are one speech, else one speaker."""
    agency = sorted(_credited(a, origins) & _credited(b, origins))
    day = a.statement.said_on
    if day and day == b.statement.said_on:
        return _link("speech-event", a, b, f"{a.side} says so on {day}")
    if agency:
        return _link("agency-credit", a, b, f"{a.side} says so, by way of {agency[0]}")
    return _link("speech-event", a, b, f"{a.side} says so, one authority")


def _carried(narrated: Sequence[Voice], origins: Origins) -> list[Link]:
    """Link what outlets or unknown claimers say where the articles are copies, or the sentences nearly
    are.
    """
    found = []
    by_copy: dict[str, Voice] = {}
    last: dict[tuple[str, ...], int] = {}
    for here, voice in enumerate(narrated):
        article = voice.statement.article
        other = by_copy.setdefault(origins.copied.get(article, article), voice)
        if other.statement.article != article:
            found.append(_link("shared-text", other, voice, "their articles share text"))
        triples = triples_of(voice.statement.evidence)
        shared = Counter(last[triple] for triple in triples if triple in last)
        for there, count in sorted(shared.items()):
            parted = _pair(narrated[there], voice) in origins.cut
            if not parted and near(count, len(triples), len(triples_of(narrated[there].statement.evidence))):
                found.append(_sentence(narrated[there], voice, origins))
        last.update(dict.fromkeys(triples, here))
    return found


def _pair(a: Voice, b: Voice) -> Pair:
    articles = a.statement.article, b.statement.article
    return min(articles), max(articles)


def _sentence(a: Voice, b: Voice, origins: Origins) -> Link:
    agency = sorted(_credited(a, origins) & _credited(b, origins))
    if agency:
        return _link("agency-credit", a, b, f"nearly one sentence, and both credit {agency[0]}")
    return _link("shared-text", a, b, f"nearly one sentence: “{a.statement.evidence}”")


def _credited(voice: Voice, origins: Origins) -> frozenset[str]:
    via = frozenset(map(fold, voice.statement.via))
    return via | origins.agencies.get(voice.statement.article, frozenset())


def _is_person(voice: Voice) -> bool:
    """Tell whether the claimer is named, and not an organ or the side itself."""
    name = voice.statement.claimer or ""
    return name[:1].isupper() and fold(name) != fold(voice.side or "") and allegiance(name) is None


def _link(kind: LinkKind, a: Voice, b: Voice, evidence: str) -> Link:
    return link(kind, a.statement.id, b.statement.id, evidence)
