"""One article: what its page says of itself, what was read in it, what it shares with others."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.ledger.interface import LedgerView, Wanted
from sayso.model.article import Article
from sayso.views.judged import Laid
from sayso.views.labels import label_of, labels_of
from sayso.views.line import Line


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
    )


def _kin(ledger: LedgerView, article: Article, own: set[str]) -> tuple[Kin, ...]:
    """Return the lineages that tie the article, or a statement of it (`own` ids), to other articles."""
    lineages = list(ledger.lineages(own))
    members = frozenset(member for lineage in lineages for member in lineage.members)
    home = {moment.statement: moment.article for moment in ledger.moments(members)}
    labels = labels_of(ledger, {home.get(member, member) for member in members})
    found = []
    for lineage in lineages:
        articles = {home.get(member, member) for member in lineage.members}
        others = sorted(labels[key].name for key in articles - {article.id} if key in labels)
        if others:
            found.append(Kin(lineage.kind, lineage.evidence, tuple(others)))
    return tuple(sorted(set(found), key=lambda kin: (kin.kind, kin.articles, kin.evidence)))
