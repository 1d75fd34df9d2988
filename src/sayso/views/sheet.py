"""One article: what its page says of itself, what was read in it, what it shares with others."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sayso.ledger.interface import LedgerView, Wanted
from sayso.model.article import Article
from sayso.model.weighed import Lineage
from sayso.views.judged import Laid
from sayso.views.labels import label_of, labels_of
from sayso.views.line import Line
from sayso.views.stories import story_of
from sayso.weighing.links import Union


@dataclass(frozen=True, slots=True)
class Kin:
    """Why the article counts as one origin with others, and their names."""

    kind: str
    evidence: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article without its text; `standing` says whether it was read, stored unread, or is a stub."""

    id: str
    name: str
    standing: str
    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    published_from: str | None
    language: str | None
    dateline: str | None
    agencies: tuple[str, ...]
    characters: int
    lines: tuple[Line, ...]
    kin: tuple[Kin, ...]
    story: str | None = None


def sheet_of(ledger: LedgerView, key: str) -> Sheet:
    """Return the article with this id (or the start of it) or name; raises NotFound."""
    article = ledger.article(key)
    labels = {article.id: label_of(article)}
    laid = Laid(ledger)
    lines = tuple(laid.line(s, labels) for s in ledger.statements(Wanted(article=article.id)))
    return Sheet(
        id=article.id,
        name=article.name,
        standing=ledger.status(article.id),
        title=article.title,
        outlet=article.outlet,
        byline=article.byline,
        published=article.published,
        published_from=article.published_from,
        language=article.language,
        dateline=article.dateline,
        agencies=article.agencies,
        characters=len(article.text),
        lines=lines,
        kin=_kin(ledger, article, {article.id, *(line.id for line in lines)}),
        story=story_of(ledger, article.id),
    )


def _kin(ledger: LedgerView, article: Article, own: set[str]) -> tuple[Kin, ...]:
    """Return what ties the article, or a statement of it (`own` ids), to others, directly or not."""
    lineages = _tied(ledger, own)
    members = frozenset(member for lineage in lineages for member in lineage.members)
    home = {moment.statement: moment.article for moment in ledger.moments(members)}
    labels = labels_of(ledger, {home.get(member, member) for member in members})
    unions: dict[str, Union] = defaultdict(Union)
    reasons: dict[str, set[str]] = defaultdict(set)
    for lineage in lineages:
        articles = [home.get(member, member) for member in lineage.members]
        for other in articles[1:]:
            unions[lineage.kind].join(articles[0], other)
        if article.id in articles and len(set(articles)) > 1:
            reasons[lineage.kind].add(lineage.evidence)
    found = []
    for kind, evidence in reasons.items():
        root = unions[kind].root(article.id)
        names = sorted(
            labels[key].name for key in labels if key != article.id and unions[kind].root(key) == root
        )
        found += [Kin(kind, why, tuple(names)) for why in evidence if names]
    return tuple(sorted(found, key=lambda kin: (kin.kind, kin.articles, kin.evidence)))


def _tied(ledger: LedgerView, own: set[str]) -> list[Lineage]:
    """Return the lineages that hold one of these members, or hang together with one that does."""
    found: dict[str, Lineage] = {}
    seen, asked = set[str](), own
    while asked:
        seen |= asked
        found.update((lineage.id, lineage) for lineage in ledger.lineages(asked))
        asked = {member for lineage in found.values() for member in lineage.members} - seen
    return [found[key] for key in sorted(found)]
