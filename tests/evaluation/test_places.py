"""Place names are matched one to one and their distances measured."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from sayso.evaluation.geoparsing import Toponym, point, texts_of
from sayso.evaluation.places import Tally, count, measure_places, same_place, toponyms_of
from sayso.model.analysis import Analysis, Entity, Mention
from sayso.model.article import Article
from sayso.model.errors import InputError, NotFound
from sayso.model.place import Place
from sayso.model.span import Span
from sayso.reading.reader import Reading

LGL = """<articles><article docid="1"><text><![CDATA[Rain fell on Fenmoor.
Nobody in Oxbow Hollow minded.]]></text><toponyms>
<toponym><start>13</start><end>20</end><phrase>Fenmoor</phrase>
<gaztag><lat>52.0</lat><lon>1.0</lon></gaztag></toponym>
<toponym><start>32</start><end>44</end><phrase>Oxbow Hollow</phrase></toponym>
</toponyms></article></articles>"""

GEOVIRUS = """<articles><article><text>Rain fell on Fenmoor.</text><locations>
<location><name>Fenmoor</name><start>14</start><end>21</end><lat>52</lat><lon>1</lon></location>
</locations></article></articles>"""


def packed(path: Path, text: str) -> Path:
    path.write_bytes(gzip.compress(text.encode()))
    return path


def top(start: int, end: int, lat: float | None = None, lon: float | None = None) -> Toponym:
    return Toponym(Span(start, end), None if lat is None or lon is None else point(lat, lon))


def near(one: Place, other: Place) -> bool:
    return abs((one.lon or 0) - (other.lon or 0)) <= 1


def test_lgl_counts_from_nought_and_knows_places_without_coordinates(tmp_path: Path) -> None:
    ((article, names),) = texts_of(packed(tmp_path / "lgl.xml.gz", LGL))
    assert [n.span.of(article.text) for n in names] == ["Fenmoor", "Oxbow Hollow"]
    assert [n.place and n.place.lat for n in names] == [52.0, None]
    assert [b.span.of(article.text) for b in article.blocks] == [
        "Rain fell on Fenmoor.",
        "Nobody in Oxbow Hollow minded.",
    ]


def test_geovirus_counts_from_one(tmp_path: Path) -> None:
    ((article, names),) = texts_of(packed(tmp_path / "GeoVirus.xml.gz", GEOVIRUS))
    assert [n.span.of(article.text) for n in names] == ["Fenmoor"]


@pytest.mark.parametrize(
    "content",
    [b"no gzip", gzip.compress(b"<articles>"), gzip.compress(b"<a/>")[:-9]],
    ids=["not packed", "never closed", "cut short"],
)
def test_a_broken_set_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lgl.xml.gz"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"lgl\.xml\.gz"):
        list(texts_of(path))


def test_a_name_that_is_not_where_the_set_says(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Fenmoor"):
        list(texts_of(packed(tmp_path / "x.gz", GEOVIRUS.replace("<start>14", "<start>3"))))


@pytest.mark.parametrize(
    ("gold", "read", "expected"),
    [
        ([], [], Tally()),
        ([top(0, 5, 0, 0)], [], Tally(gold=1)),
        ([top(0, 5, 0, 0)], [top(0, 5, 0, 1)], Tally(1, 1, 1, 1, 1, 1, 1)),
        ([top(0, 5, 0, 0)], [top(0, 5, 0, 2)], Tally(1, 1, 1, 1, 1, 1, 0)),
        ([top(0, 5, 0, 0)], [top(2, 9)], Tally(1, 1, 0, 1, 1, 0, 0)),
        ([top(0, 5)], [top(0, 5, 0, 0)], Tally(1, 1, 1, 1, 0, 0, 0)),
        # One long name read covers two: it is matched with one of them only.
        ([top(0, 5), top(7, 9)], [top(0, 9)], Tally(2, 1, 0, 1, 0, 0, 0)),
        # The same words go before words that only overlap.
        ([top(0, 5), top(3, 9)], [top(3, 9)], Tally(2, 1, 1, 1, 0, 0, 0)),
    ],
)
def test_counting(gold: list[Toponym], read: list[Toponym], expected: Tally) -> None:
    assert count(gold, read, near) == expected


FENMOOR = Place("p1", "Fenmoor", "town", 52.0, 1.0, within=("fen",))
FEN = Place("fen", "The Fen", "region")


class OneTown:
    """A gazetteer that knows one town and the region around it."""

    def place(self, key: str) -> Place | None:
        return {"p1": FENMOOR, "fen": FEN}.get(key)

    def near(self, place: Place, km: float) -> tuple[Place, ...]:
        return (FENMOOR,) if km > 20 and abs((place.lat or 0) - 52) < 1 else ()

    def within(self, inner: str, outer: str) -> bool:
        return (inner, outer) == ("p1", "fen")


@pytest.mark.parametrize(
    ("gold", "read", "expected"),
    [
        # One degree of latitude is 111 km.
        (point(53, 1), FENMOOR, True),
        (point(54, 1), FENMOOR, False),
        (point(52.3, 1), FEN, True),
        (point(40, 1), FEN, False),
        (point(52.3, 1), Place("moor", "Moor", "region"), False),
    ],
)
def test_a_point_is_near_and_an_area_is_around(gold: Place, read: Place, expected: bool) -> None:
    assert same_place(gold, read, OneTown()) == expected  # type: ignore[arg-type]


class Scripted:
    """A reader that finds what it was told to find."""

    name, version, languages = "scripted", "0", frozenset({"en"})

    def __init__(self, entities: tuple[Entity, ...], mentions: tuple[Mention, ...]) -> None:
        self._found = (entities, mentions)

    def read(self, article: Article) -> Reading:
        entities, mentions = self._found
        return Reading(Analysis(article.id, None, entities=entities, mentions=mentions), ())


def test_only_names_of_places_count() -> None:
    entities = (
        Entity("place", "Fen", place="fen"),
        Entity("person", "Ada Quill"),
        Entity("place", "Oxbow"),
    )
    mentions = (
        Mention(Span(0, 7), 0, "name"),
        Mention(Span(8, 10), 0, "pronoun"),
        Mention(Span(11, 14), 1, "name"),
        Mention(Span(15, 20), 2, "name"),
        Mention(Span(21, 22), None, "name", "two places tie"),
    )
    article = Article("a", "a.txt", None, "The Fen" + "x" * 30, ())
    found = toponyms_of(article, Scripted(entities, mentions), OneTown())  # type: ignore[arg-type]
    assert found == [Toponym(Span(4, 7), FEN), Toponym(Span(15, 20))]


def test_no_set_no_score(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"lgl\.xml\.gz"):
        measure_places(tmp_path, tmp_path)
