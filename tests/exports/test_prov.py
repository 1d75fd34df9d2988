"""PROV-JSON, read back by the W3C's data model in Python."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

from prov.model import ProvAttribution, ProvDelegation, ProvDerivation, ProvDocument, ProvEntity

from sayso.ledger.interface import LedgerView


def test_the_model_reads_it_and_finds_every_statement_with_its_span(
    exported: Callable[..., str], ledger: LedgerView
) -> None:
    document = ProvDocument.deserialize(content=exported("prov"), format="json")
    told = {}
    for entity in document.get_records(ProvEntity):
        about = {str(name): value for name, value in entity.attributes}
        if "prov:value" in about:
            key = unquote(entity.identifier.localpart)
            told[key] = (about["prov:value"], about["sayso:start"], about["sayso:end"])
    wanted = {s.id: (s.evidence, s.span.start, s.span.end) for s in ledger.statements() if s.span}
    assert told == wanted


def test_statements_come_from_articles_and_are_somebodys(exported: Callable[..., str]) -> None:
    document = ProvDocument.deserialize(content=exported("prov"), format="json")
    derived = {str(r.args[0]): str(r.args[1]) for r in document.get_records(ProvDerivation)}
    assert any(made.startswith("sayso:st-") and of.startswith("sayso:art-") for made, of in derived.items())
    assert list(document.get_records(ProvAttribution))
    assert len(list(document.get_records(ProvDelegation))) == len(
        {tuple(map(str, r.args)) for r in document.get_records(ProvDelegation)}
    )


def test_relations_name_only_what_is_there(exported: Callable[..., str]) -> None:
    document = ProvDocument.deserialize(content=exported("prov"), format="json")
    elements = {str(r.identifier) for r in document.get_records() if r.is_element()}
    named = {str(end) for r in document.get_records() if r.is_relation() for end in r.args[:2] if end}
    assert named <= elements
