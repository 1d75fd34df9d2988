"""Hand-made analyses for the tests of the later stages: a text, and who or what its names are."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.model.analysis import Analysis, Attribution, Entity, Mention, Quantity
from sayso.model.article import Block
from sayso.model.span import Span
from sayso.reading.arguments import parse_sentence
from sayso.reading.clauses import Parse
from sayso.reading.scenes import Scene, make_scene
from sayso.reading.sentences import split_sentences

ARMY = Entity("party", "Norrel army", "Norrel")
FRONT = Entity("party", "Weavers' Front", "Weavers' Front")
NORREL = Entity("state", "Norrel", "Norrel", country="XN")
SOUTHBASIN = Entity("state", "Southbasin", "Southbasin", country="XS")
VANTORR = Entity("place", "Vantorr")
OMBRISA = Entity("place", "Ombrisa")
MALDRENN = Entity("place", "Maldrenn")
VEYL = Entity("person", "Ansa Veyl", "Weavers' Front")

CAST: Mapping[str, Entity] = {
    "the army": ARMY, "The army": ARMY, "army": ARMY, "the Front": FRONT, "The Front": FRONT, "Front": FRONT,
    "Norrel": NORREL, "Southbasin": SOUTHBASIN, "Vantorr": VANTORR, "Ombrisa": OMBRISA, "Maldrenn": MALDRENN,
    "Veyl": VEYL,
}  # fmt: skip


def span_of(text: str, words: str, nth: int = 0) -> Span:
    """Return where the nth occurrence of `words` stands."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def analysed(
    text: str,
    *,
    quantities: tuple[Quantity, ...] = (),
    attributions: tuple[Attribution, ...] = (),
    cast: Mapping[str, Entity] = CAST,
) -> Analysis:
    """Return the analysis of a text of one paragraph, its mentions being the names of `cast`."""
    sentences, tokens = split_sentences(text, (Block(Span(0, len(text)), "paragraph"),))
    entities = tuple(dict.fromkeys(cast.values()))
    mentions: list[Mention] = []
    for name, entity in sorted(cast.items(), key=lambda row: -len(row[0])):
        place = text.find(name)
        while place >= 0:
            span = Span(place, place + len(name))
            if not any(m.span.overlaps(span) for m in mentions):
                mentions.append(Mention(span, entities.index(entity), "name"))
            place = text.find(name, place + 1)
    return Analysis(
        "art-0", "2031-03-05", tokens, sentences, (), entities, tuple(sorted(mentions, key=lambda m: m.span)),
        quantities, (), attributions,
    )  # fmt: skip


def scene_of(text: str, **more: tuple[Quantity, ...]) -> Scene:
    """Return the scene of a text."""
    return make_scene(text, analysed(text, **more))  # type: ignore[arg-type]


def parsed(text: str) -> tuple[Scene, Parse]:
    """Return the scene of a text and the parse of its first sentence."""
    scene = scene_of(text)
    return scene, parse_sentence(scene, scene.analysis.sentences[0])
