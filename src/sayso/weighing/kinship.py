"""Articles among themselves: whose text is whose copy, who quotes one speech, what tells of one event.

What ties two articles is those two articles' alone, and is kept.  A new article is compared with those that
it meets; then what hangs together with it, and nothing else, is settled anew.  Comparing all articles is the
same with nothing kept (tests/pipeline/test_weigh_texts.py holds the two to it).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.ledger.kinship import NOTHING, Compared, Kept, Key, Tie
from sayso.ledger.memory import Part, Weighed
from sayso.model.article import Article
from sayso.weighing.lineage.comparing import Comparison
from sayso.weighing.lineage.forest import forest, groups
from sayso.weighing.lineage.remembered import RememberedMeeting, RememberedNear
from sayso.weighing.links import NO_PAIRS, Link, Pair, lineages
from sayso.weighing.origins import SPEECH
from sayso.weighing.stories.clustering import components
from sayso.weighing.stories.comparing import Likening
from sayso.weighing.stories.grouping import stories_in
from sayso.weighing.stories.likeness import ALIKE

COPIES, SPOKEN, STORIES = "copies:", "spoken:", "stories:"
"""How the parts of articles are called: by the least id of those that hang together, or by the tie."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """Pairs of articles that people say are not, or are, of one origin; `turned` where they say so anew."""

    cut: frozenset[Pair] = NO_PAIRS
    added: frozenset[Pair] = NO_PAIRS
    turned: frozenset[Pair] = NO_PAIRS


@dataclass(frozen=True, slots=True)
class Kin:
    """What came of comparing articles.

    `groups` names the group of copies of every article that was looked at (None: it is in none), and `moved`
    are those whose group is not the one they were in.
    """

    parts: tuple[Part, ...] = ()
    compared: Compared = NOTHING
    moved: frozenset[str] = frozenset()

    @property
    def groups(self) -> Mapping[str, str | None]:
        """The group of copies of each article that was looked at."""
        return self.compared.groups


def kin_of(kept: Kept, came: Iterable[Article], cuts: Cuts) -> Kin:
    """Return what articles that came make of those before; `kept` holds these, and fetches all."""
    keys: dict[str, list[Key]] = defaultdict(list)
    comparison = Comparison(RememberedMeeting(kept, keys), kept.article)
    likening = Likening(RememberedNear(kept, keys), kept.article)
    ties: list[Link] = []
    likes: list[tuple[str, str, int]] = []
    new = []
    for article in came:
        new.append(article.id)
        ties += comparison.add(article)
        if article.text:
            found = likening.add(article)
            likes += [
                (min(article.id, other), max(article.id, other), value) for other, value in found.items()
            ]
    named, copies = _copies(kept, [one for one in ties if one.kind not in SPEECH], cuts, new)
    spoken = _spoken(kept, [one for one in ties if one.kind in SPEECH], cuts)
    told = _stories(kept, likes, keys)
    before = kept.groups(named)
    return Kin(
        (*copies, *spoken, *told),
        Compared(
            {key: tuple(sorted(found)) for key, found in keys.items()},
            tuple(map(_kept_tie, sorted(ties))), tuple(sorted(likes)), named,
        ),
        frozenset(key for key, name in named.items() if before.get(key) != name),
    )  # fmt: skip


def _copies(
    kept: Kept, new: Collection[Link], cuts: Cuts, came: Collection[str]
) -> tuple[dict[str, str | None], list[Part]]:
    """Return the groups of copies, and the links that make them, of what hangs together with anything new."""
    judged = {key for pair in cuts.added | cuts.turned for key in pair}
    known = set(kept.heads(judged))
    web = _Web()
    for one in new:
        web.join(*one.pair)
    for pair in cuts.added:
        if known.issuperset(pair):
            web.join(*pair)
    found = {one.id: one for one in new}

    def beside(front: set[str]) -> set[str]:
        for one in map(_link, kept.ties(front)):
            if one.kind not in SPEECH:
                found[one.id] = one
                web.join(*one.pair)
        return web.beside(front)

    turned = {key for pair in cuts.turned for key in pair}
    start = {key for one in new for key in one.pair} | (judged & set(came)) | (turned & known)
    looked = _hanging(start, beside)
    groups_of: dict[str, str | None] = dict.fromkeys(sorted(looked))
    parts: list[Part] = []
    for group, links in _grouped(components(web.edges, looked), found.values()):
        held = forest(links, set(group), cuts.cut, cuts.added)
        groups_of.update(groups(held))
        parts += _in_place(COPIES, group, Weighed((), (), lineages(held)))
    return groups_of, parts


def _grouped(
    groups: Collection[tuple[str, ...]], found: Iterable[Link]
) -> Iterator[tuple[tuple[str, ...], list[Link]]]:
    least = {key: group[0] for group in groups for key in group}
    by_least: dict[str, list[Link]] = defaultdict(list)
    for one in found:
        by_least[least[one.left]].append(one)
    return ((group, by_least[group[0]]) for group in groups)


def _spoken(kept: Kept, new: Iterable[Link], cuts: Cuts) -> list[Part]:
    """Return what tells of one speech, tie by tie: whether one holds is a matter of no other."""
    found = {one.id: one for one in new}
    turned = {key for pair in cuts.turned for key in pair}
    for one in map(_link, kept.ties(turned)):
        if one.kind in SPEECH and one.pair in cuts.turned:
            found[one.id] = one
    return [
        Part(SPOKEN + key, Weighed((), (), () if one.pair in cuts.cut else lineages([one])))
        for key, one in sorted(found.items())
    ]


def _stories(kept: Kept, new: Iterable[tuple[str, str, int]], came: Iterable[str]) -> list[Part]:
    """Return the stories of what hangs together with articles that came."""
    edges: dict[str, dict[str, int]] = defaultdict(dict)
    web = _Web()

    def put(one: str, other: str, value: int) -> None:
        edges[one][other] = edges[other][one] = value
        if value >= ALIKE:
            web.join(one, other)

    for one, other, value in new:
        put(one, other, value)

    def beside(front: set[str]) -> set[str]:
        for one, others in kept.likes(front).items():
            for other, value in others.items():
                put(one, other, value)
        return web.beside(front)

    looked = _hanging(set(came), beside)
    heads = kept.heads(looked)
    return [
        part
        for group in components(web.edges, looked)
        for part in _in_place(STORIES, group, Weighed((), (), (), tuple(stories_in(group, edges, heads))))
    ]


def _in_place(kind: str, group: tuple[str, ...], outcome: Weighed) -> Iterator[Part]:
    """Yield the part of articles that hang together, and emptied those that any of them stood for before."""
    yield Part(kind + group[0], outcome)
    yield from (Part(kind + key, Weighed((), (), ())) for key in group[1:])


class _Web:
    """What hangs together with what."""

    def __init__(self) -> None:
        self.edges: dict[str, set[str]] = defaultdict(set)

    def join(self, one: str, other: str) -> None:
        self.edges[one].add(other)
        self.edges[other].add(one)

    def beside(self, front: Iterable[str]) -> set[str]:
        return {other for key in front for other in self.edges.get(key, ())}


def _hanging(start: Iterable[str], beside: Callable[[set[str]], set[str]]) -> set[str]:
    """Return what hangs together with a start; `beside` gives what lies beside some."""
    found = set(start)
    front = set(found)
    while front:
        front = beside(front) - found
        found |= front
    return found


def _link(tie: Tie) -> Link:
    return Link(tie.kind, tie.left, tie.right, tie.evidence, tie.strength, tie.through)  # type: ignore[arg-type]


def _kept_tie(one: Link) -> Tie:
    return Tie(one.kind, one.left, one.right, one.evidence, one.strength, one.through)
