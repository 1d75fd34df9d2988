"""The articles of NewsReader MEANTIME (English): sentences, times and events, out of its zip of XML.

Each article is annotated by itself in its first sentences only; the rest of it is left out here.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from sayso.model.article import Article, Block
from sayso.model.errors import InputError, NotFound
from sayso.model.span import Span

ARCHIVE = "meantime_english.zip"
_FOLDER = "intra-doc_annotation"
_TIGHT = frozenset({",", ".", ";", ":", "?", "!", ")", "]", "%", "'s", "’s", "n't", "'re", "'ve", "'ll", "'"})
_ISO = re.compile(r"\d{4}-[01]\d-[0-3]\d")
_OPEN = frozenset({"(", "[", "$", "€", "£"})


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that the set has marked, and what it says of them (the attributes of its XML)."""

    span: Span
    says: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article, as far as it was annotated: its text, its day, times and events in text order."""

    article: Article
    times: tuple[Marked, ...]
    events: tuple[Marked, ...]


def annotated_in(folder: Path) -> Iterator[Annotated]:
    """Yield the articles of the set in `folder`, in the order of their names.

    Raises:
        NotFound: the set is not there.
        InputError: it cannot be read.
    """
    path = folder / ARCHIVE
    if not path.is_file():
        raise NotFound(f"{ARCHIVE} is not in {folder}")
    try:
        with zipfile.ZipFile(path) as packed:
            names = sorted(
                name for name in packed.namelist() if f"/{_FOLDER}/" in name and name.endswith(".xml")
            )
            for name in names:
                # A reference set that its user chose; it holds no entities.
                yield _annotated(name, ElementTree.fromstring(packed.read(name)))  # noqa: S314
    except (zipfile.BadZipFile, ElementTree.ParseError, OSError) as error:
        raise InputError(f"{ARCHIVE} cannot be read: {error}") from None


def _annotated(name: str, root: ElementTree.Element) -> Annotated:
    tokens = list(root.iter("token"))
    sentence_of = {token.attrib["t_id"]: int(token.attrib["sentence"]) for token in tokens}
    marked = [node for node in root.iter() if node.find("token_anchor") is not None]
    reached = [sentence_of[anchor.attrib["t_id"]] for node in marked for anchor in node.iter("token_anchor")
               if node.tag in ("TIMEX3", "EVENT_MENTION")]  # fmt: skip
    kept = [token for token in tokens if sentence_of[token.attrib["t_id"]] <= max(reached, default=-1)]
    text, places, lines = _laid_out(kept)
    times, events = (
        tuple(sorted(_found(marked, tag, places), key=lambda item: item.span))
        for tag in ("TIMEX3", "EVENT_MENTION")
    )
    written = [
        node.attrib.get("value", "")[:10]
        for node in root.iter("TIMEX3")
        if node.attrib.get("functionInDocument") == "CREATION_TIME"
    ]
    blocks = tuple(Block(line, "paragraph") for line in lines)
    short = name.rsplit("/", 1)[-1].removesuffix(".xml")
    article = Article(
        Article.make_id(short, text), short, None, text, blocks,
        published=next((day for day in written if _ISO.fullmatch(day)), None), language="en",
    )  # fmt: skip
    return Annotated(article, times, events)


def _laid_out(tokens: list[ElementTree.Element]) -> tuple[str, dict[str, Span], list[Span]]:
    """Return the tokens as text, a sentence a line; where each token stands; where each line does."""
    text, places, lines = "", {}, []
    sentence, start, before = None, 0, ""
    for token in tokens:
        word = token.text or ""
        if token.attrib["sentence"] != sentence:
            if sentence is not None:
                lines.append(Span(start, len(text)))
                text += "\n"
            sentence, start, before = token.attrib["sentence"], len(text), ""
        elif word not in _TIGHT and before not in _OPEN:
            text += " "
        places[token.attrib["t_id"]] = Span(len(text), len(text) + len(word))
        text += word
        before = word
    if sentence is not None:
        lines.append(Span(start, len(text)))
    return text, places, lines


def _found(marked: list[ElementTree.Element], tag: str, places: Mapping[str, Span]) -> Iterator[Marked]:
    for node in marked:
        spans = [places.get(anchor.attrib["t_id"]) for anchor in node.iter("token_anchor")]
        held = [span for span in spans if span is not None]
        if node.tag == tag and held and len(held) == len(spans):
            yield Marked(Span(min(s.start for s in held), max(s.end for s in held)), dict(node.attrib))
