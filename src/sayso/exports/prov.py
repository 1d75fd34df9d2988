"""PROV-JSON (W3C member submission): where every statement came from.

Captures, articles and statements are entities; reading an article is an activity of the reader (a software
agent); a statement is attributed to its claimer, who may act on a side's behalf, and to its relays.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from urllib.parse import quote

from sayso.exports.interface import Format, Material
from sayso.exports.writing import address, dump
from sayso.model.article import Article
from sayso.model.ids import digest
from sayso.model.statement import Statement

SECTIONS = (
    "entity", "activity", "agent", "used", "wasGeneratedBy", "wasDerivedFrom", "wasAttributedTo",
    "wasAssociatedWith", "actedOnBehalfOf",
)  # fmt: skip

_IN_MEMORY = 1 << 20
_PIECE = 1 << 16


class _Sections:
    """The sections of a PROV-JSON document, filled side by side and written one after the other."""

    def __init__(self, stack: ExitStack) -> None:
        self._files: dict[str, IO[str]] = {
            name: stack.enter_context(
                SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="")  # noqa: SIM115
            )
            for name in SECTIONS
        }
        self._counts = dict.fromkeys(SECTIONS, 0)
        self._seen: set[str] = set()

    def add(self, section: str, key: str, about: dict[str, Any]) -> None:
        """Add an element, once, whatever comes twice."""
        if self._first(section, key):
            self._put(section, key, about)

    def link(self, section: str, **about: str) -> None:
        """Add a relation, once; its name counts the relations of its section."""
        if self._first(section, dump(about)):
            named = {f"prov:{role}": name for role, name in about.items()}
            self._put(section, f"_:{section}{self._counts[section] + 1}", named)

    def _first(self, section: str, key: str) -> bool:
        mark = digest(section, key)
        new = mark not in self._seen
        self._seen.add(mark)
        return new

    def _put(self, section: str, key: str, about: dict[str, Any]) -> None:
        before = ",\n" if self._counts[section] else ""
        self._files[section].write(f"{before}{dump(key)}: {dump(about)}")
        self._counts[section] += 1

    def written(self) -> Iterator[str]:
        """Yield the document."""
        yield '{"prefix": {"sayso": "urn:sayso:"}'
        for name, file in self._files.items():
            if self._counts[name]:
                yield f",\n{dump(name)}: {{\n"
                file.seek(0)
                while piece := file.read(_PIECE):
                    yield piece
                yield "\n}"
        yield "\n}\n"


def write(material: Material) -> Iterator[str]:
    """Yield the document, once all statements are sorted into its sections (on disk, where they are many)."""
    with ExitStack() as stack:
        sections = _Sections(stack)
        for statement, article in material.told():
            _tell_article(sections, article)
            _tell_statement(sections, statement, article)
        yield from sections.written()


def _tell_article(to: _Sections, article: Article) -> None:
    about: dict[str, Any] = {"prov:label": article.title or article.name, "sayso:name": article.name}
    found = {"sayso:address": address(article), "sayso:published": article.published}
    about |= {name: value for name, value in found.items() if value}
    to.add("entity", _name(article.id), _type("Article") | about)
    if article.capture:
        to.add("entity", _name(article.capture), _type("Capture"))
        to.link("wasDerivedFrom", generatedEntity=_name(article.id), usedEntity=_name(article.capture))
    to.link("wasAttributedTo", entity=_name(article.id), agent=_agent(to, article.voice))


def _tell_statement(to: _Sections, statement: Statement, article: Article) -> None:
    me, page = _name(statement.id), _name(article.id)
    about: dict[str, Any] = _type("Statement") | {"prov:value": statement.evidence}
    about |= {"sayso:epistemic": statement.epistemic, "sayso:type": statement.proposition.type}
    if statement.span:
        about |= {"sayso:start": statement.span.start, "sayso:end": statement.span.end}
    to.add("entity", me, about)
    to.link("wasDerivedFrom", generatedEntity=me, usedEntity=page)
    reading = _name(digest("reading", statement.reader, article.id))
    to.add("activity", reading, _type("Reading"))
    to.link("used", activity=reading, entity=page)
    to.link("wasGeneratedBy", entity=me, activity=reading)
    if statement.reader:
        reader = _agent(to, statement.reader, "prov:SoftwareAgent")
        to.link("wasAssociatedWith", activity=reading, agent=reader)
    if statement.claimer:
        claimer = _agent(to, statement.claimer)
        to.link("wasAttributedTo", entity=me, agent=claimer)
        if statement.claimer_for and statement.claimer_for != statement.claimer:
            side = _agent(to, statement.claimer_for)
            to.link("actedOnBehalfOf", delegate=claimer, responsible=side)
    for relay in statement.via:
        to.link("wasAttributedTo", entity=me, agent=_agent(to, relay))


def _agent(to: _Sections, name: str, kind: str = "prov:Agent") -> str:
    key = _name(digest("agent", kind, name))
    to.add("agent", key, {"prov:type": {"$": kind, "type": "prov:QUALIFIED_NAME"}, "prov:label": name})
    return key


def _type(name: str) -> dict[str, Any]:
    return {"prov:type": {"$": f"sayso:{name}", "type": "prov:QUALIFIED_NAME"}}


def _name(id_: str) -> str:
    """Return the qualified name of a record; what a local name may not hold is percent-encoded."""
    return "sayso:" + quote(id_, safe="-._")


FORMAT = Format(
    name="prov",
    suffix=".prov.json",
    media="application/json",
    lacks="Slots of the proposition, questions, origins, and when something was read.",
    write=write,
    kinds=("statements",),
)
