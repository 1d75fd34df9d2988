"""schema.org Claim and ClaimReview (JSON-LD).

A claim of the ledger is a Claim; each statement that puts it forward is an ``appearance``, each that denies
it a ``subjectOf``: a Quotation in its NewsArticle.  Where an article says of a statement that it was
confirmed, disputed or could not be verified, that word is a ClaimReview by whoever says so.  No rating has a
number, for the ledger knows no truth score.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sayso.exports.interface import Format, Laying, Material
from sayso.exports.wording import worded
from sayso.exports.writing import address, listed, urn
from sayso.ledger.interface import LedgerView
from sayso.model.article import Article
from sayso.model.proposition import Proposition
from sayso.model.statement import Statement
from sayso.model.weighed import Claim

_NONE = Proposition("other")


def write(material: Material) -> Iterator[str]:
    """Yield a JSON-LD graph, one node a line: each Claim, then the ClaimReviews of its statements."""
    return listed({"@context": "https://schema.org"}, "@graph", _nodes(material.ledger, material.laid))


def _nodes(ledger: LedgerView, laid: Laying) -> Iterator[dict[str, Any]]:
    # A claim's statements stand in many articles. One pass that keeps the quotations, and the articles
    # without their texts, is ten times as fast as to look each up; a hundred thousand take about 100 MB.
    heads = {article.id: replace(article, text="", blocks=()) for article in ledger.articles()}
    right = (laid.put_right(statement) for statement in ledger.statements())
    said = {s.id: replace(s, proposition=_NONE, slots=(), gaps=()) for s in right}
    for claim in ledger.claims():
        asserted, denied = ([said[key] for key in keys] for keys in (claim.asserted, claim.denied))
        text = worded(claim.proposition, (*asserted, *denied)[0])
        yield _claim(claim, text, asserted, denied, heads)
        for statement in (*asserted, *denied):
            if statement.verification:
                yield _review(claim, text, statement, heads[statement.article])


def _claim(
    claim: Claim,
    text: str,
    asserted: list[Statement],
    denied: list[Statement],
    articles: Mapping[str, Article],
) -> dict[str, Any]:
    prop = claim.proposition
    node: dict[str, Any] = {"@type": "Claim", "@id": urn(claim.id), "identifier": claim.id, "text": text}
    node["appearance"] = [_quotation(s, articles[s.article]) for s in asserted]
    node["subjectOf"] = [_quotation(s, articles[s.article]) for s in denied]
    places = [
        {"@type": "Place", "name": name} for name in (prop.place, prop.place_from, prop.place_to) if name
    ]
    node["contentLocation"] = places
    node["about"] = [{"@type": "Thing", "name": name} for name in (prop.actor, prop.target) if name]
    node["temporalCoverage"] = prop.when
    return {name: value for name, value in node.items() if value not in (None, [])}


def _quotation(statement: Statement, article: Article) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@type": "Quotation", "@id": urn(statement.id), "identifier": statement.id,
        "text": statement.evidence,
    }  # fmt: skip
    if statement.claimer:
        node["creator"] = {"@type": "Thing", "name": statement.claimer}
    if statement.said_on and "/" not in statement.said_on:
        node["dateCreated"] = statement.said_on
    node["isPartOf"] = _article(article)
    return node


def _article(article: Article) -> dict[str, Any]:
    node = {
        "@type": "NewsArticle",
        "@id": urn(article.id),
        "name": article.name,
        "headline": article.title,
        "url": address(article),
        "datePublished": article.published,
        "inLanguage": article.language,
        "publisher": {"@type": "Organization", "name": article.voice},
    }
    return {name: value for name, value in node.items() if value is not None}


def _review(claim: Claim, text: str, statement: Statement, article: Article) -> dict[str, Any]:
    node = {
        "@type": "ClaimReview",
        "@id": urn(statement.id) + "#review",
        "claimReviewed": text,
        "itemReviewed": {"@id": urn(claim.id)},
        "author": {"@type": "Organization", "name": statement.verified_by or article.voice},
        "reviewRating": {"@type": "Rating", "alternateName": statement.verification},
        "url": address(article),
        "datePublished": article.published,
    }
    return {name: value for name, value in node.items() if value is not None}


FORMAT = Format(
    name="claimreview",
    suffix=".jsonld",
    media="application/ld+json",
    lacks="How far a claimer is committed, relays, positions in the text, questions; a figure is words.",
    write=write,
    kinds=("claims",),
)
