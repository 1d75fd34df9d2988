"""The weighing as a whole: articles, statements and profile in; claims, questions, lineages,
stories out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sayso.ledger.kinship import Anew, Given
from sayso.ledger.memory import Bearing, Part, Weighed
from sayso.model.article import Article
from sayso.model.judgement import Judgement
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.model.weighed import Lineage
from sayso.weighing.hearing import Ear, Heard
from sayso.weighing.kinship import Cuts, kin_of
from sayso.weighing.origins import Origins, origins_of
from sayso.weighing.overlay import Overlay, finder, overlay
from sayso.weighing.parts import claim_part, claim_parts, question_part
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
    known = {article.id: article for article in articles}
    kin = kin_of(Anew(Given(known.values())), known.values(), Cuts(laid.cut, laid.added))
    agencies = {key: article.agencies for key, article in known.items()}
    origins = origins_of(agencies, kin.groups, laid.cut, laid.added)
    parts, _, _ = weigh_all(said, origins, profile, laid)
    return whole([*parts, *kin.parts])


def weigh_all(
    statements: Iterable[Statement], origins: Origins, profile: Profile, laid: Overlay
) -> tuple[list[Part], list[Bearing], dict[Fact, int]]:
    """Return all parts of statements, what each statement bears on, and the facts counted."""
    tallies = Tallies()
    ear = Ear(profile, tallies, laid)
    hearings = [ear.listen(one) for one in sorted(statements, key=lambda statement: statement.id)]
    for level in ear.levels:
        for hearing in hearings:
            tallies.add(ear.tell(hearing, level))
    found = [ear.heard(hearing) for hearing in hearings]
    heard = [one for one in found if one is not None]
    bearings = [
        Bearing(hearing.statement.id) if one is None else one.bearing
        for hearing, one in zip(hearings, found, strict=True)
    ]
    parts = [*_questions(heard, ear, origins), *_claims(heard, ear)]
    return parts, bearings, tallies.added()


def whole(parts: Iterable[Part]) -> Weighed:
    """Return the outcome of all parts together, each kind by id."""
    found = [part.outcome for part in parts]
    return Weighed(
        claims=tuple(sorted((one for part in found for one in part.claims), key=lambda one: one.id)),
        questions=tuple(sorted((one for part in found for one in part.questions), key=lambda one: one.id)),
        lineages=_lineages(one for part in found for one in part.lineages),
        stories=tuple(sorted((one for part in found for one in part.stories), key=lambda one: one.id)),
    )


def _lineages(found: Iterable[Lineage]) -> tuple[Lineage, ...]:
    """Return each lineage once, by id; of several accounts of one (in several questions) the least."""
    made: dict[str, Lineage] = {}
    for one in sorted(found, key=lambda one: json.dumps(one.evidence, ensure_ascii=False)):
        made.setdefault(one.id, one)
    return tuple(made[key] for key in sorted(made))


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
