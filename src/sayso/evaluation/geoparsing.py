"""The two sets of "A Pragmatic Guide to Geoparsing Evaluation": LGL and GeoVirus, as gzipped XML."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from sayso.model.article import Article, Block
from sayso.model.errors import InputError
from sayso.model.place import Place
from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text and the place that it names, None where nobody knows."""

    span: Span
    place: Place | None = None


def texts_of(file: Path) -> Iterator[tuple[Article, list[Toponym]]]:
    """Yield the texts of a set with the names in them, in text order; their places are bare points.

    Raises:
        InputError: the file is no such set.
    """
    try:
        with gzip.open(file) as content:
            root = ElementTree.parse(content).getroot()  # noqa: S314 - a reference set that its user chose
    except (ElementTree.ParseError, OSError, EOFError) as error:
        raise InputError(f"{file.name} cannot be read: {error}") from None
    for number, node in enumerate(root.iter("article"), 1):
        text = node.findtext("text") or ""
        yield _article(f"{file.name}#{number}", text), sorted(_toponyms(node, text), key=lambda t: t.span)


def point(lat: float, lon: float, name: str = "") -> Place:
    """Return a place that is nothing but a point."""
    return Place(f"point.{lat}.{lon}", name, "area", lat, lon)


def _article(name: str, text: str) -> Article:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line)), "paragraph"))
        start += len(line) + 1
    return Article(Article.make_id(name, text), name, None, text, tuple(blocks), language="en")


def _toponyms(node: ElementTree.Element, text: str) -> Iterator[Toponym]:
    for found in (*node.iter("toponym"), *node.iter("location")):
        words = found.findtext("phrase") or found.findtext("name") or ""
        start = int(found.findtext("start") or 0)
        # LGL counts characters from 0, GeoVirus from 1.
        start -= 0 if text.startswith(words, start) else 1
        if not words or start < 0 or not text.startswith(words, start):
            raise InputError(f"the name {words!r} is not where the set says")
        lat, lon = (found.findtext(f"gaztag/{axis}") or found.findtext(axis) for axis in ("lat", "lon"))
        place = point(float(lat), float(lon), words) if lat and lon else None
        yield Toponym(Span(start, start + len(words)), place)
