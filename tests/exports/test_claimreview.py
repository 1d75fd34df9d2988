"""schema.org Claim and ClaimReview: parsed as RDF, every term one of the vocabulary's."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from rdflib import RDF, SDO, Graph, URIRef

from sayso.exports.writing import urn
from sayso.ledger.interface import LedgerView

# rdflib's JSON-LD reader uses a class of its own that it has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def parsed(text: str) -> Graph:
    page = json.loads(text)
    assert page["@context"] == "https://schema.org"
    # The same context without a look at the network: schema.org's own maps terms likewise.
    page["@context"] = {"@vocab": str(SDO)}
    return Graph().parse(data=json.dumps(page), format="json-ld")


def test_all_terms_are_of_the_vocabulary(exported: Callable[..., str]) -> None:
    graph = parsed(exported("claimreview"))
    used = set(graph.predicates()) - {RDF.type} | set(graph.objects(predicate=RDF.type))
    assert used
    assert not {str(term) for term in used if term not in SDO}


def test_claims_have_their_statements_and_denials(exported: Callable[..., str], ledger: LedgerView) -> None:
    graph = parsed(exported("claimreview"))
    for claim in ledger.claims():
        node = URIRef(urn(claim.id))
        assert {str(o) for o in graph.objects(node, SDO.appearance)} == {urn(key) for key in claim.asserted}
        assert {str(o) for o in graph.objects(node, SDO.subjectOf)} == {urn(key) for key in claim.denied}
    for statement in ledger.statements():
        assert graph.value(URIRef(urn(statement.id)), SDO.text).toPython() == statement.evidence


def test_an_articles_own_verdict_is_a_review_without_a_number(exported: Callable[..., str]) -> None:
    nodes = json.loads(exported("claimreview"))["@graph"]
    reviews = [node for node in nodes if node["@type"] == "ClaimReview"]
    claims = {node["@id"] for node in nodes if node["@type"] == "Claim"}
    assert {review["reviewRating"]["alternateName"] for review in reviews} == {"unverified", "disputed"}
    assert all("ratingValue" not in review["reviewRating"] for review in reviews)
    assert {review["itemReviewed"]["@id"] for review in reviews} <= claims
