"""The weighing as a whole: articles, statements and profile in; claims, questions and lineages out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.ledger.memory import Bearing, Part, Weighed
from sayso.model.article import Article
from sayso.model.judgement import Judgement
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.weighing.asking import facts_of
from sayso.weighing.origins import Origins, origins_of
from sayso.weighing.overlay import Overlay, finder, overlay
from sayso.weighing.parts import Ear, Heard, article_part, claim_part, claim_parts, question_part
from sayso.weighing.tallies import Fact, Tallies


def weigh(
    articles: Iterable[Article],
    statements: Iterable[Statement],
    profile: Profile,
    judgements: Sequence[Judgement] = (),
) -> Weighed:
    """Return what the statements come to, as people judged them; the order of the input makes no difference
    (that of the judgements does: it is the order in which they were made).

    Pure: no clock, no network, nothing kept between calls.
    """
    said = list(statements)
    laid = overlay(judgements, finder(said))
    parts, _, _ = weigh_all(said, origins_of(list(articles), laid.cut, laid.added), profile, laid)
    return whole(parts)


def weigh_all(
    statements: Iterable[Statement], origins: Origins, profile: Profile, laid: Overlay
) -> tuple[list[Part], list[Bearing], dict[Fact, int]]:
    """Return all parts, what each statement bears on, and the facts counted."""
    said = sorted(statements, key=lambda statement: statement.id)
    tallies = Tallies()
    ear = Ear(profile, tallies, laid)
    told = {statement.id: ear.told(statement) for statement in said}
    for facts in told.values():
        tallies.add(facts)
    spoken = [(s.id, ear.voice(s)) for s in said]
    for _, found in spoken:
        if found is not None:
            tallies.add(facts_of(found[0]))
    heard = [ear.heard(found[0], told[key], found[1]) for key, found in spoken if found is not None]
    silent = [Bearing(key) for key, found in spoken if found is None]
    parts = [*_questions(heard, ear, origins), *_claims(heard, ear), article_part(origins)]
    return parts, [one.bearing for one in heard] + silent, tallies.added()


def whole(parts: Iterable[Part]) -> Weighed:
    """Return the outcome of all parts together, each kind by id."""
    found = [part.outcome for part in parts]
    return Weighed(
        claims=tuple(sorted((one for part in found for one in part.claims), key=lambda one: one.id)),
        questions=tuple(sorted((one for part in found for one in part.questions), key=lambda one: one.id)),
        lineages=tuple(sorted((one for part in found for one in part.lineages), key=lambda one: one.id)),
    )


def _questions(heard: Iterable[Heard], ear: Ear, origins: Origins) -> Iterator[Part]:
    groups: dict[str, list[Heard]] = defaultdict(list)
    for one in heard:
        for name in dict.fromkeys(ear.overlay.question(key) for key in one.bearing.questions):
            groups[name].append(one)
    return (question_part(name, groups[name], ear, origins) for name in sorted(groups))


def _claims(heard: Sequence[Heard], ear: Ear) -> Iterator[Part]:
    joined = {key for pair in ear.overlay.joined for key in pair}
    stems = {one.bearing.statement: one.bearing.claim for one in heard if one.bearing.statement in joined}
    names = claim_parts(stems, ear.overlay)
    groups: dict[str, list[Heard]] = defaultdict(list)
    for one in heard:
        if one.bearing.claim is not None:
            groups[names.get(one.bearing.claim, one.bearing.claim)].append(one)
    return (claim_part(name, groups[name], ear) for name in sorted(groups))
