"""AIDA Interchange Format: parsed as Turtle, by the terms of its ontology."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Graph, Literal, Namespace, URIRef

from model.rows import CALM
from sayso.exports.aif import literal
from sayso.exports.writing import urn
from sayso.ledger.interface import LedgerView

AIDA = Namespace(
    "https://raw.githubusercontent.com/NextCenturyCorporation/AIDA-Interchange-Format/master/java/src/main/"
    "resources/com/ncc/aif/ontologies/InterchangeOntology#"
)
ONE = (
    "claimId", "topic", "subtopic", "claimTemplate", "naturalLanguageDescription", "epistemic", "sentiment",
    "sourceDocument", "system", "justifiedBy",
)  # fmt: skip
KNOWN = {
    *ONE, "xVariable", "claimer", "claimerAffiliation", "claimLocation", "claimMedium", "identicalClaims",
    "relatedClaims", "supportingClaims", "refutingClaims", "componentName", "componentIdentity", "source",
    "startOffset", "endOffsetInclusive", "Claim", "ClaimComponent", "TextJustification", "System",
}  # fmt: skip


@pytest.fixture
def graph(exported: Callable[..., str]) -> Graph:
    return Graph().parse(data=exported("aif"), format="turtle")


def test_only_the_ontologys_terms_are_used(graph: Graph) -> None:
    used = set(graph.predicates()) - {RDF.type} | set(graph.objects(predicate=RDF.type))
    assert {str(term).removeprefix(AIDA) for term in used} <= KNOWN


def test_every_statement_is_a_claim_frame_with_its_span(graph: Graph, ledger: LedgerView) -> None:
    for statement in ledger.statements():
        node = URIRef(urn(statement.id))
        assert (node, RDF.type, AIDA.Claim) in graph
        assert all(len(list(graph.objects(node, AIDA[name]))) == 1 for name in ONE)
        assert graph.value(node, AIDA.naturalLanguageDescription).toPython() == statement.evidence
        spot = graph.value(node, AIDA.justifiedBy)
        first, last = (graph.value(spot, AIDA[n]).toPython() for n in ("startOffset", "endOffsetInclusive"))
        assert statement.span is not None
        assert (first, last + 1) == (statement.span.start, statement.span.end)
        claimer = graph.value(node, AIDA.claimer)
        assert graph.value(claimer, AIDA.componentName).toPython() == statement.claimer


def test_denials_refute_what_is_asserted(graph: Graph, ledger: LedgerView) -> None:
    (claim,) = [claim for claim in ledger.claims() if claim.denied]
    for key in claim.denied:
        assert (URIRef(urn(key)), AIDA.refutingClaims, URIRef(urn(claim.asserted[0]))) in graph


def test_answers_that_exclude_each_other_refute_each_other(graph: Graph, ledger: LedgerView) -> None:
    pairs = [
        tuple(URIRef(urn(q.answers[n].statements[0])) for n in (r.left, r.right))
        for q in ledger.questions()
        for r in q.relations
        if r.kind == "refutes"
    ]
    assert pairs
    assert all((left, AIDA.refutingClaims, right) in graph for left, right in pairs)


@CALM
@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_any_text_comes_back_from_a_literal(text: str) -> None:
    graph = Graph().parse(data=f"<urn:a> <urn:b> {literal(text)} .", format="turtle")
    assert graph.value(URIRef("urn:a"), URIRef("urn:b")) == Literal(text)
