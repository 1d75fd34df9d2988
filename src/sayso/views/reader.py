"""One article to be read: its text in paragraphs, cut where statements begin and end."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sayso.ledger.interface import PagedView, Wanted
from sayso.model.article import Article
from sayso.model.span import Span
from sayso.views.judged import Laid
from sayso.views.quoted import Quoted, quoted_of
from sayso.views.sharing import shared_passages


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words under the same statements (their ids) throughout; `shared` where another article has them."""

    text: str
    statements: tuple[str, ...]
    shared: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article; `kind` as in `Block`."""

    kind: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """Another article that counts as one origin with this one, and why."""

    article_id: str
    name: str
    outlet: str
    published: str | None
    kind: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its statements in text order, and the articles that it is one origin with."""

    article: Article
    standing: str
    location: str | None
    paragraphs: tuple[Paragraph, ...]
    said: tuple[Quoted, ...]
    copies: tuple[Copy, ...]
    beside: Article | None
    beside_paragraphs: tuple[Paragraph, ...]


def reading_of(ledger: PagedView, key: str, beside: str | None = None) -> Reading:
    """Return an article by id, its start or name, with passages that `beside` shares; raises NotFound."""
    article = ledger.article(key)
    other = ledger.article(beside) if beside else None
    statements = tuple(ledger.statements(Wanted(article=article.id)))
    laid = Laid(ledger)
    spans = [(s.span, s.id) for s in statements if s.span is not None]
    mine, theirs = shared_passages(article.text, other.text) if other else ((), ())
    return Reading(
        article=article,
        standing=ledger.status(article.id),
        location=_location(article),
        paragraphs=tuple(_paragraphs(article, spans, mine)),
        said=tuple(quoted_of(statement, article, laid) for statement in statements),
        copies=_copies(ledger, article, [s.id for s in statements]),
        beside=other,
        beside_paragraphs=tuple(_paragraphs(other, [], theirs)) if other else (),
    )


def _location(article: Article) -> str | None:
    """Return where the original stands on the web, None where the name is no http(s) address."""
    return article.name if article.name.startswith(("http://", "https://")) else None


def _copies(ledger: PagedView, article: Article, statements: list[str]) -> tuple[Copy, ...]:
    lineages = ledger.ties([article.id, *statements])
    members = {member for lineage in lineages for member in lineage.members}
    home = {key: s.article for key, s in ledger.some_statements(members).items()}
    heads = ledger.headed({home.get(member, member) for member in members})
    found: dict[str, Copy] = {}
    for lineage in lineages:
        for member in lineage.members:
            other = heads.get(home.get(member, member))
            if other is not None and other.id != article.id:
                copy = Copy(
                    other.id, other.name, other.voice, other.published, lineage.kind, lineage.evidence
                )
                found.setdefault(other.id, copy)
    return tuple(sorted(found.values(), key=lambda copy: (copy.published or "", copy.name)))


def _paragraphs(article: Article, spans: list[tuple[Span, str]], shared: tuple[Span, ...]) -> list[Paragraph]:
    if not article.text:
        return []
    found = []
    for block in article.blocks:
        inside = [(span, key) for span, key in spans if span.overlaps(block.span)]
        same = [span for span in shared if span.overlaps(block.span)]
        found.append(Paragraph(block.kind, _stretches(article.text, block.span, inside, same)))
    return found


def _stretches(
    text: str, whole: Span, spans: list[tuple[Span, str]], shared: list[Span]
) -> tuple[Stretch, ...]:
    edges = {whole.start, whole.end}
    for span in [span for span, _ in spans] + shared:
        edges |= {min(max(edge, whole.start), whole.end) for edge in (span.start, span.end)}
    cuts = sorted(edges)
    return tuple(
        Stretch(
            text[first:last],
            tuple(key for span, key in spans if span.covers(Span(first, last))),
            any(span.covers(Span(first, last)) for span in shared),
        )
        for first, last in pairwise(cuts)
    )
