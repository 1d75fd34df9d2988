"""What to weigh anew when something came into a ledger, and nothing else.

Touched are: what came in; the statements that lean on a tally whose most common value has changed with it;
those that a new judgement names.  Weighed anew are the questions and claims that these bear on, or bore on.
The outcome is the same as that of weighing all (tests/weighing/test_anew.py holds the two to it).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sayso.ledger.memory import Bearing, Memory, Part, Weighed
from sayso.model.profile import Profile
from sayso.model.weighed import Lineage
from sayso.weighing.hearing import Ear, Heard
from sayso.weighing.origins import Origins, recalled
from sayso.weighing.overlay import Overlay, Pair
from sayso.weighing.parts import ARTICLES, article_part, claim_part, claim_parts, question_part
from sayso.weighing.tallies import Fact, Tallies
from sayso.weighing.touching import Scene, touched


@dataclass(frozen=True, slots=True)
class News:
    """What came in since the last weighing.

    `statements` are new, or named by a judgement that did not hold then or does not hold now; `laid` and
    `former` are what the judgements come to now and came to then.  `origins` compares all articles: it is
    None where none came in with a text and no link was judged.
    """

    statements: frozenset[str]
    laid: Overlay
    former: Overlay
    origins: Callable[[], Origins] | None = None


def weigh_anew(
    memory: Memory, profile: Profile, news: News
) -> tuple[list[Part], list[Bearing], Mapping[Fact, int]]:
    """Return the parts that come anew, what the touched statements bear on, and how the facts change."""
    scene = Scene(memory, Ear(profile, Tallies(lambda key: memory.facts(*key)), news.laid))
    changed = touched(scene, news.statements)
    related = news.origins() if news.origins is not None else None
    former = memory.part(ARTICLES).lineages
    parts = [] if related is None else [article_part(related)]
    moved = _moved(former, parts[0].outcome.lineages) if parts else set()
    near = changed | (memory.of_articles(moved) if moved else set())
    parts += _questions(scene, news, _Origins(memory, news.laid, former, related), near, changed)
    parts += _claims(scene, news, changed)
    return parts, [scene.bearing(key) for key in sorted(changed)], scene.ear.tallies.added()


@dataclass(frozen=True, slots=True)
class _Origins:
    """Where articles come from: compared anew, or as a former weighing found."""

    memory: Memory
    laid: Overlay
    former: tuple[Lineage, ...]
    related: Origins | None

    def of(self, members: Iterable[Heard]) -> Origins:
        if self.related is not None:
            return self.related
        articles = {one.voice.statement.article for one in members}
        return recalled(self.former, self.memory.agencies(articles), self.laid.cut, self.laid.added)


def _questions(
    scene: Scene, news: News, origins: _Origins, near: Iterable[str], changed: set[str]
) -> Iterator[Part]:
    raw = {key for one in _bearings(scene, near, changed) for key in one.questions}
    raw |= {key for key, _ in set(news.laid.merged.items()) ^ set(news.former.merged.items())}
    return _parts(
        scene, _Names(news.laid.merged, news.former.merged), raw, changed, lambda one: one.questions,
        lambda name, members: question_part(name, members, scene.ear, origins.of(members)),
    )  # fmt: skip


def _claims(scene: Scene, news: News, changed: set[str]) -> Iterator[Part]:
    raw = {one.claim for one in _bearings(scene, changed, changed) if one.claim is not None}
    pairs = {*news.laid.joined, *news.former.joined}
    named = {key for pair in pairs for key in pair}
    before = scene.memory.bearings(named)
    stems = {key: one.claim for key, one in before.items()}
    now = stems | {key: scene.bearing(key).claim for key in named & changed}
    names = _Names(claim_parts(now, news.laid), claim_parts(stems, news.former))
    return _parts(
        scene, names, raw, changed, lambda one: (one.claim,) if one.claim else (),
        lambda name, members: claim_part(name, members, scene.ear),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Names:
    """What merged parts are called together, now and before; what is not merged is called by its own id."""

    now: Mapping[str, str]
    before: Mapping[str, str]

    def spread(self, raw: Iterable[str]) -> set[str]:
        """Return all that is, or was, of one part with what is given."""
        found = set(raw)
        while True:
            more = set(found)
            for names in (self.now, self.before):
                called = {names.get(key, key) for key in found}
                more |= called | {key for key, name in names.items() if name in called}
            if more == found:
                return found
            found = more


def _parts(
    scene: Scene,
    names: _Names,
    raw: Iterable[str],
    changed: set[str],
    bears: Callable[[Bearing], tuple[str, ...]],
    weigh: Callable[[str, list[Heard]], Part],
) -> Iterator[Part]:
    """Yield the parts that what is touched falls into, and emptied those that it left."""
    near = names.spread(raw)
    members = {key for key in scene.memory.bearing_on(near) if key not in changed}
    members |= {key for key in changed if near.intersection(bears(scene.bearing(key)))}
    scene.load(members)
    scene.hear(sorted(members))
    groups: dict[str, list[Heard]] = defaultdict(list)
    for key in sorted(members & scene.heard.keys()):
        on = [one for one in bears(scene.heard[key].bearing) if one in near]
        for name in dict.fromkeys(names.now.get(one, one) for one in on):
            groups[name].append(scene.heard[key])
    left = {name for key in near for name in (key, names.now.get(key, key), names.before.get(key, key))}
    for name in sorted(left | groups.keys()):
        yield weigh(name, groups[name]) if name in groups else Part(name, Weighed((), (), ()))


def _bearings(scene: Scene, near: Iterable[str], changed: set[str]) -> Iterator[Bearing]:
    """Yield what statements bear on now, and what they bore on before."""
    rest = set(near) - changed
    yield from (scene.bearing(key) for key in changed)
    yield from (scene.former[key] for key in changed if key in scene.former)
    yield from scene.memory.bearings(rest).values()


def _moved(former: Iterable[Lineage], now: Iterable[Lineage]) -> set[str]:
    """Return the articles that are of another group of copies, or of versions, than before."""
    before, after = (recalled(found, {}) for found in (former, now))
    pairs = (before.copied, after.copied), (before.versions, after.versions)
    return {key for was, now_ in pairs for key in {*was, *now_} if was.get(key) != now_.get(key)}


def judged_anew(laid: Overlay, former: Overlay) -> tuple[set[str], set[Pair]]:
    """Return the records that judgements put otherwise than before, and the pairs whose link they do."""
    records = set(laid.rejected ^ former.rejected)
    records |= {key for key, _ in set(laid.fields.items()) ^ set(former.fields.items())}
    records |= {key for pair in set(laid.joined) ^ set(former.joined) for key in pair}
    for now, then in ((laid.apart, former.apart), (laid.alone, former.alone)):
        records |= {key for split in set(now) ^ set(then) for key in split.statements}
    pairs = {*(laid.cut ^ former.cut), *(laid.added ^ former.added)}
    return records, pairs
