"""Names of people, bodies and places, against Universal NER's labels on the English Web Treebank."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.evaluation.interface import Measured
from sayso.evaluation.rates import rates
from sayso.model.analysis import Token
from sayso.model.article import Article, Block
from sayso.model.errors import NotFound
from sayso.model.profile import Profile
from sayso.model.span import Span
from sayso.places.gazetteer import load_gazetteer

FILE = "test.iob2.gz"
KINDS = ("PER", "ORG", "LOC")
_KIND_OF = {
    "person": "PER", "organisation": "ORG", "party": "ORG", "outlet": "ORG", "group": "ORG", "unit": "ORG",
    "state": "LOC", "place": "LOC",
}  # fmt: skip
_NAMED = frozenset({"name", "alias", "metonym", "role"})

Named = tuple[Span, str]
Finder = Callable[[Article], set[Named]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and its names, each with its kind."""

    article: Article
    names: frozenset[Named]


def measure_mentions(folder: Path, shared: Path, reader: str) -> Measured:  # noqa: ARG001 - asked alike
    """Score the names that a reader finds: the same words and the same of PER, ORG, LOC; raises NotFound.

    A reader's mention is a phrase ("the town's mayor, X"); of it the name counts: its last run of proper
    nouns.  `span` leaves the kind aside.
    """
    path = folder / FILE
    if not path.is_file():
        raise NotFound(f"{FILE} is not in {folder}")
    find = {"rules": _by_rule, "learned": _learned}[reader]()
    counts: Counter[str] = Counter()
    for document in texts_of(path):
        counts["documents"] += 1
        counts += _compared(document.names, find(document.article))
    scores = rates("all", counts["right"], counts["read"], counts["gold"])
    scores |= rates("span", counts["span"], counts["read"], counts["gold"])
    for kind in KINDS:
        scores |= rates(kind.lower(), counts[f"right {kind}"], counts[f"read {kind}"], counts[f"gold {kind}"])
    size = f"{counts['documents']} texts, {counts['gold']} names"
    return Measured(scores, size, tuple(_errors(counts)))


def texts_of(path: Path) -> Iterator[Labelled]:
    """Yield the texts of a file of the set, each sentence a paragraph."""
    sentences: list[list[tuple[str, str]]] = []
    rows: list[tuple[str, str]] = []
    name = ""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                if sentences:
                    yield _text(name, sentences)
                name, sentences = line[14:].strip(), []
            elif not line.strip():
                sentences += [rows] if rows else []
                rows = []
            elif not line.startswith("#"):
                cells = line.rstrip("\n").split("\t")
                if cells[0].isdigit():
                    rows.append((cells[1], cells[2]))
        sentences += [rows] if rows else []
        if sentences:
            yield _text(name, sentences)


def _text(name: str, sentences: Sequence[Sequence[tuple[str, str]]]) -> Labelled:
    text, blocks = "", []
    names: list[Named] = []
    for rows in sentences:
        start, label = len(text), ""
        for number, (word, tag) in enumerate(rows):
            text += " " if number else ""
            if tag.startswith("I-") and label == tag[2:]:
                names[-1] = (Span(names[-1][0].start, len(text) + len(word)), label)
            elif tag != "O":
                names.append((Span(len(text), len(text) + len(word)), tag[2:]))
            label = tag[2:] if tag != "O" else ""
            text += word
        blocks.append(Block(Span(start, len(text)), "paragraph"))
        text += "\n"
    article = Article(Article.make_id(name, text), name, None, text, tuple(blocks), language="en")
    return Labelled(article, frozenset((span, kind) for span, kind in names if kind in KINDS))


def _by_rule() -> Finder:
    from sayso.reading.rules import RuleReader

    reader = RuleReader(Profile(), load_gazetteer())

    def find(article: Article) -> set[Named]:
        analysis = reader.analyse(article)
        found = set()
        for mention in analysis.mentions:
            kind = analysis.entities[mention.entity].kind if mention.entity is not None else None
            span = core(mention.span, analysis.tokens) if mention.how in _NAMED else None
            if span is not None and kind in _KIND_OF:
                found.add((span, _KIND_OF[kind]))
        return found

    return find


def _learned() -> Finder:
    from sayso.reading.learned.network import network
    from sayso.reading.learned.scheme import KINDS as CLASSES
    from sayso.reading.learned.signals import find_signals
    from sayso.reading.sentences import split_sentences

    nets = network()

    def find(article: Article) -> set[Named]:
        sentences, tokens = split_sentences(article.text, article.blocks)
        signals = find_signals(tokens, [(s.first, s.last) for s in sentences], nets)
        found = set()
        for mention in signals.mentions:
            whole = Span(tokens[mention.first].span.start, tokens[mention.last - 1].span.end)
            span, kind = core(whole, tokens), CLASSES[mention.kind]
            if span is not None and kind in _KIND_OF:
                found.add((span, _KIND_OF[kind]))
        return found

    return find


def core(span: Span, tokens: Sequence[Token]) -> Span | None:
    """Return the name in a phrase, its last run of proper nouns ("of" inside); None: it has none."""
    inside = [token for token in tokens if span.covers(token.span)]
    last = next((n for n in range(len(inside) - 1, -1, -1) if _proper(inside[n])), None)
    if last is None:
        return None
    first = last
    while first and (
        _proper(inside[first - 1]) or (first > 1 and _joins(inside[first - 1], inside[first - 2]))
    ):
        first -= 1
    return Span(inside[first].span.start, inside[last].span.end)


def _proper(token: Token) -> bool:
    return token.tag.startswith("NNP") and token.text[:1].isalnum()


def _joins(token: Token, before: Token) -> bool:
    return token.text.lower() in ("of", "de", "al", "bin", "&", "-", "for") and _proper(before)


def _compared(gold: frozenset[Named], read: set[Named]) -> Counter[str]:
    both = gold & read
    counts = Counter({"gold": len(gold), "read": len(read), "right": len(both)})
    counts["span"] = len({span for span, _ in gold} & {span for span, _ in read})
    for name, held in (("gold", gold), ("read", read), ("right", both)):
        counts.update(f"{name} {kind}" for _, kind in held)
    return counts


def _errors(counts: Mapping[str, int]) -> Iterator[str]:
    missed = ", ".join(
        f"{kind} {counts[f'gold {kind}'] - counts[f'right {kind}']} of {counts[f'gold {kind}']}"
        for kind in KINDS
    )
    yield f"Missed, or found with other words or of another kind: {missed}."
    yield (
        f"{counts['span'] - counts['right']} have the right words and another kind; "
        f"{counts['read'] - counts['span']} of {counts['read']} read are none of the set's names."
    )
    yield (
        "The set holds answers, e-mails, weblogs, newsgroups and reviews; readers look for people, parties "
        "and places of a conflict, and the rule reader for those that its lexicon or gazetteer knows."
    )
