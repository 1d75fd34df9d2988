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
from sayso.weighing.hearing import Ear, Heard
from sayso.weighing.kinship import Kin
from sayso.weighing.origins import Origins, origins_of
from sayso.weighing.overlay import Overlay, Pair
from sayso.weighing.parts import claim_part, claim_parts, question_part
from sayso.weighing.tallies import Fact, Tallies
from sayso.weighing.touching import Scene, touched


@dataclass(frozen=True, slots=True)
class News:
    """What came in since the last weighing.

    `statements` are new, or named by a judgement that did not hold then or does not hold now; `laid` and
    `former` are what the judgements come to now and came to then.  `kin` is what came of comparing new
    articles.
    """

    statements: frozenset[str]
    laid: Overlay
    former: Overlay
    kin: Kin


def weigh_anew(
    memory: Memory, profile: Profile, news: News
) -> tuple[list[Part], list[Bearing], Mapping[Fact, int]]:
    """Return the parts that come anew, what the touched statements bear on, and how the facts change."""
    scene = Scene(memory, Ear(profile, Tallies(lambda key: memory.facts(*key)), news.laid))
    changed = touched(scene, news.statements)
    moved = news.kin.moved
    near = changed | (memory.of_articles(moved) if moved else set())
    parts = [*news.kin.parts]
    parts += _questions(scene, news, near, changed)
    parts += _claims(scene, news, changed)
    return parts, [scene.bearing(key) for key in sorted(changed)], scene.ear.tallies.added()


def _origins(memory: Memory, news: News, members: Iterable[Heard]) -> Origins:
    """Return where the articles of the members come from: compared anew, or as a former weighing found."""
    articles = {one.voice.statement.article for one in members}
    copied = {
        **memory.groups(articles),
        **{key: news.kin.groups[key] for key in articles & news.kin.groups.keys()},
    }
    return origins_of(memory.agencies(articles), copied, news.laid.cut, news.laid.added)


def _questions(scene: Scene, news: News, near: Iterable[str], changed: set[str]) -> Iterator[Part]:
    raw = {key for one in _bearings(scene, near, changed) for key in one.questions}
    raw |= {key for key, _ in set(news.laid.merged.items()) ^ set(news.former.merged.items())}
    return _parts(
        scene, _Names(news.laid.merged, news.former.merged), raw, changed, lambda one: one.questions,
        lambda name, members: question_part(name, members, scene.ear, _origins(scene.memory, news, members)),
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


def judged_anew(laid: Overlay, former: Overlay) -> tuple[set[str], set[Pair]]:
    """Return the records that judgements put otherwise than before, and the pairs whose link they do."""
    records = set(laid.rejected ^ former.rejected)
    records |= {key for key, _ in set(laid.fields.items()) ^ set(former.fields.items())}
    records |= {key for pair in set(laid.joined) ^ set(former.joined) for key in pair}
    for now, then in ((laid.apart, former.apart), (laid.alone, former.alone)):
        records |= {key for split in set(now) ^ set(then) for key in split.statements}
    pairs = {*(laid.cut ^ former.cut), *(laid.added ^ former.added)}
    return records, pairs
