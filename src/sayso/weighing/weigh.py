"""The weighing as a whole: articles, statements and profile in; claims, questions, lineages and stories
out.
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.ledger.interface import Weighed
from sayso.model.article import Article
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.weighing.asking import grouped
from sayso.weighing.claims import claims
from sayso.weighing.extent import Extents
from sayso.weighing.links import Link, lineages
from sayso.weighing.origins import origins_of
from sayso.weighing.questions import question
from sayso.weighing.sides import Sides
from sayso.weighing.stories.grouping import stories_of
from sayso.weighing.voices import voices


def weigh(articles: Iterable[Article], statements: Iterable[Statement], profile: Profile) -> Weighed:
    """Return what the statements come to; the order of the input makes no difference.

    Pure: no clock, no network, nothing kept between calls.
    """
    said, told = list(statements), list(articles)
    heard = voices(said, profile, Sides(profile, said))
    origins = origins_of(told)
    extents = Extents(profile)
    links: set[Link] = set(origins.links)
    questions = []
    for group, members in grouped(heard, extents).items():
        made, tied = question(group, members, origins, extents)
        questions.append(made)
        links.update(tied)
    return Weighed(
        claims=claims(heard),
        questions=tuple(sorted(questions, key=lambda q: q.id)),
        lineages=lineages(links),
        stories=stories_of(told),
    )
