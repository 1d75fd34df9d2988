"""What people judged, as files of the corpus: readers are trained and measured on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.exports.corpus import labels_of
from sayso.ledger.interface import LedgerView, Wanted
from sayso.model.analysis import Entity
from sayso.model.article import Article
from sayso.model.judgement import Judgement
from sayso.model.statement import Statement
from sayso.pipeline.finding import Finder
from sayso.weighing.overlay import effective, overlay


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article as a corpus file: id, labels (JSON) and text there; `whole` where all was judged."""

    key: str
    article: str
    labels: str
    text: str
    whole: bool


def corrections(ledger: LedgerView, conflict: str, manner: str) -> Iterator[Labelled]:
    """Yield every article on which somebody judged, by name, its statements as people left them.

    An article is whole where it was accepted, or each of its statements was accepted, rejected or corrected;
    the others hold readings that nobody has looked at.
    """
    made = tuple(ledger.judgements())
    find = Finder(ledger, [anchor for judgement in made for anchor in judgement.anchors])
    laid = overlay(made, find)
    seen = {key for judgement in effective(made) for key in _seen(judgement, find)}
    entities: dict[str, list[Entity]] = {}
    for article_id, entity in ledger.entities():
        entities.setdefault(article_id, []).append(entity)
    for article in ledger.articles():
        statements = list(ledger.statements(Wanted(article=article.id)))
        judged = [s for s in statements if s.id in seen]
        if not article.text or not (judged or article.id in seen):
            continue
        kept: list[Statement] = [laid.put_right(s) for s in statements if laid.takes(s)]
        key = f"written/{conflict}/{_name(article)}"
        labels = labels_of(article, kept, entities.get(article.id, ()), key, manner)
        whole = article.id in seen or len(judged) == len(statements)
        yield Labelled(key, article.name, labels, article.text, whole)


def _seen(judgement: Judgement, find: Finder) -> Iterator[str]:
    """Yield the statements and articles that the judgement says to have been looked at."""
    if judgement.act in ("accept", "reject", "correct") and judgement.kind == "statement":
        yield from (key for anchor in judgement.anchors if (key := find(anchor)) is not None)
    elif judgement.act in ("accept", "reject") and judgement.kind == "article":
        yield judgement.record


def _name(article: Article) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", article.name.rsplit("/", 1)[-1].rsplit(".", 1)[0].casefold()).strip(
        "-"
    )
    return f"{words[:40] or 'article'}-{article.id.rpartition('-')[2][:8]}"
