"""How many independent origins an answer has: who said it where, who only passes it on."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model.article import Article
from sayso.model.weighed import Lineage
from sayso.weighing.copies import copies, near, triples_of
from sayso.weighing.links import Link, LinkKind, Union, link
from sayso.weighing.names import fold
from sayso.weighing.organs import allegiance
from sayso.weighing.voices import Voice


@dataclass(frozen=True, slots=True)
class Origins:
    """What is known of where articles come from: agencies credited, and whose text is whose copy."""

    agencies: Mapping[str, frozenset[str]]
    copied: Mapping[str, str]
    """Article id to the name of its group of copies."""
    links: tuple[Link, ...]
    cut: frozenset[tuple[str, str]] = frozenset()
    added: frozenset[tuple[str, str]] = frozenset()
    """Pairs of records (the lesser id first) that people say are not, or are, of one origin."""


def origins_of(
    articles: Sequence[Article],
    cut: frozenset[tuple[str, str]] = frozenset(),
    added: frozenset[tuple[str, str]] = frozenset(),
) -> Origins:
    """Return what the articles themselves, and people, tell of their origins."""
    known = {article.id for article in articles}
    found = judged(copies(articles), known, cut, added)
    agencies = {a.id: frozenset(map(fold, a.agencies)) for a in articles if a.agencies}
    return Origins(agencies, _groups(found), tuple(found), cut, added)


def recalled(
    linked: Iterable[Lineage],
    agencies: Mapping[str, Iterable[str]],
    cut: frozenset[tuple[str, str]] = frozenset(),
    added: frozenset[tuple[str, str]] = frozenset(),
) -> Origins:
    """Return what is known of articles' origins, from the lineages that a former weighing made of them."""
    union = Union()
    members = [lineage.members for lineage in linked]
    for group in members:
        for key in group[1:]:
            union.join(group[0], key)
    credited = {key: frozenset(map(fold, names)) for key, names in agencies.items() if names}
    return Origins(credited, {key: union.root(key) for group in members for key in group}, (), cut, added)


def judged(
    found: Iterable[Link],
    known: Collection[str],
    cut: frozenset[tuple[str, str]],
    added: frozenset[tuple[str, str]],
) -> list[Link]:
    """Return the links but for those that people cut, and with those they added between known records."""
    kept = [one for one in found if (one.left, one.right) not in cut]
    pairs = sorted(pair for pair in added if pair[0] in known and pair[1] in known)
    return kept + [link("judgement", *pair, "a person says that the two are of one origin") for pair in pairs]


def _groups(found: Iterable[Link]) -> dict[str, str]:
    """Return for each linked record the name of its group."""
    union = Union()
    found = list(found)
    for one in found:
        union.join(one.left, one.right)
    return {key: union.root(key) for one in found for key in (one.left, one.right)}


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
    """
    heard = list(heard)
    by_article: dict[str, list[Voice]] = defaultdict(list)
    by_side: dict[str, list[Voice]] = defaultdict(list)
    narrated = []
    for voice in sorted(heard, key=lambda v: v.statement.id):
        by_article[voice.statement.article].append(voice)
        if voice.narrated:
            narrated.append(voice)
        elif voice.side:
            by_side[voice.side].append(voice)
    found = [one for group in by_article.values() for one in _within(group)]
    found += [one for group in by_side.values() for one in _spoken(group, origins)]
    found += _carried(narrated, origins)
    return judged(found, {v.statement.id for v in heard}, origins.cut, origins.added)


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
    """Link outlets whose articles are copies, or whose sentences nearly are."""
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
            if near(count, len(triples), len(triples_of(narrated[there].statement.evidence))):
                found.append(_sentence(narrated[there], voice, origins))
        last.update(dict.fromkeys(triples, here))
    return found


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
