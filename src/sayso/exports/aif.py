"""AIDA Interchange Format (Turtle): every statement as a claim frame (aida:Claim).

Classes and properties are those of the InterchangeOntology as the TAC claim-frame tasks of 2021 and 2022
used them.  The claim template is the proposition with an X where its actor stands.  A frame is linked by
``identicalClaims`` to the first statement of its claim, by ``refutingClaims`` where it denies what that one
asserts; the first statements of two answers are linked as the answers are.  So a thousand accounts of one
claim take a thousand links and not a million.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.exports.interface import Format, Material
from sayso.exports.wording import worded
from sayso.exports.writing import URN, address, urn
from sayso.ledger.interface import LedgerView
from sayso.model.article import Article
from sayso.model.ids import digest
from sayso.model.statement import Statement

_ONTOLOGY = (
    "https://raw.githubusercontent.com/NextCenturyCorporation/AIDA-Interchange-Format/master/java/src/main/"
    "resources/com/ncc/aif/ontologies/InterchangeOntology#"
)
_HEAD = f"""@prefix aida: <{_ONTOLOGY}> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

<{URN}system> a aida:System .
"""
_EPISTEMIC = {
    "true-certain": "EpistemicTrueCertain",
    "true-uncertain": "EpistemicTrueUncertain",
    "unknown": "EpistemicUnknown",
    "false-uncertain": "EpistemicFalseUncertain",
    "false-certain": "EpistemicFalseCertain",
}
_BEARING = {"refutes": "refutingClaims", "supports": "supportingClaims", "related": "relatedClaims"}
_SYSTEM = f"<{URN}system>"
_ESCAPED = re.compile(r'[\x00-\x1f\x7f-\x9f"\\\u2028\u2029\u202a-\u202e\u2066-\u2069]')

Links = dict[str, list[tuple[str, str]]]


def write(material: Material) -> Iterator[str]:
    """Yield the prefixes, then each statement's frame; ids of all claims and answers are held in memory."""
    links, topics = _links(material.ledger)
    yield _HEAD
    named: set[str] = set()
    for statement, article in material.told():
        yield from _frame(statement, article, links.get(statement.id, []), topics.get(statement.id), named)


def literal(text: str) -> str:
    """Return the text as a Turtle string; what could end it or turn its direction is escaped."""
    return '"' + _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04X}", text) + '"'


def _links(ledger: LedgerView) -> tuple[Links, dict[str, str]]:
    links: Links = {}
    topics: dict[str, str] = {}
    for claim in ledger.claims():
        first = (*claim.asserted, *claim.denied)[0]
        for key in (*claim.asserted, *claim.denied):
            opposed = (key in claim.denied) != (first in claim.denied)
            if key != first:
                links.setdefault(key, []).append(("refutingClaims" if opposed else "identicalClaims", first))
    for question in ledger.questions():
        for answer in question.answers:
            topics.update(dict.fromkeys(answer.statements, question.question))
        for relation in question.relations:
            left, right = (question.answers[n].statements[0] for n in (relation.left, relation.right))
            links.setdefault(left, []).append((_BEARING[relation.kind], right))
    return links, topics


def _frame(
    statement: Statement, article: Article, links: list[tuple[str, str]], topic: str | None, named: set[str]
) -> Iterator[str]:
    prop = statement.proposition
    template = replace(prop, actor="X")
    # A free proposition has no template but its own sentence.
    parts = [
        ("a", "aida:Claim"),
        ("aida:claimId", literal(statement.id)),
        ("aida:sourceDocument", literal(article.id)),
        ("aida:topic", literal(prop.type)),
        ("aida:subtopic", literal(topic or prop.type)),
        ("aida:claimTemplate", literal(worded(template, statement))),
        ("aida:naturalLanguageDescription", literal(statement.evidence)),
        ("aida:epistemic", f"aida:{_EPISTEMIC[statement.epistemic]}"),
        ("aida:sentiment", "aida:SentimentNeutralUnknown"),
    ]
    components = {
        "xVariable": prop.actor,
        "claimer": statement.claimer,
        "claimerAffiliation": statement.claimer_for,
        "claimLocation": prop.place or prop.place_to or prop.place_from,
        "claimMedium": article.voice,
    }
    for role, name in components.items():
        if name:
            yield from _component(name, named)
            parts.append((f"aida:{role}", _component_name(name)))
    parts += [(f"aida:{kind}", f"<{urn(other)}>") for kind, other in dict.fromkeys(links)]
    parts += [("aida:justifiedBy", _justification(statement, article)), ("aida:system", _SYSTEM)]
    yield (
        f"\n<{urn(statement.id)}>\n    "
        + " ;\n    ".join(f"{name} {value}" for name, value in parts)
        + " .\n"
    )


def _component(name: str, named: set[str]) -> Iterator[str]:
    key = _component_name(name)
    if key not in named:
        named.add(key)
        yield (
            f"\n{key} a aida:ClaimComponent ;\n    aida:componentName {literal(name)} ;\n"
            f"    aida:componentIdentity {literal('NIL')} ;\n    aida:system {_SYSTEM} .\n"
        )


def _component_name(name: str) -> str:
    return f"<{urn(digest('component', name))}>"


def _justification(statement: Statement, article: Article) -> str:
    source = address(article) or article.name
    parts = [
        "a aida:TextJustification",
        f"aida:source {literal(article.id)}",
        f"aida:sourceDocument {literal(source)}",
    ]
    if statement.span is not None:
        # The ontology counts the last character in; the ledger's spans leave it out.
        parts.append(f'aida:startOffset "{statement.span.start}"^^xsd:int')
        parts.append(
            f'aida:endOffsetInclusive "{max(statement.span.start, statement.span.end - 1)}"^^xsd:int'
        )
    return "[ " + " ; ".join([*parts, f"aida:system {_SYSTEM}"]) + " ]"


FORMAT = Format(
    name="aif",
    suffix=".ttl",
    media="text/turtle",
    lacks="Wikidata identities (NIL), dates, modality, relays, figures but in words, why claims relate.",
    write=write,
    kinds=("statements",),
)
