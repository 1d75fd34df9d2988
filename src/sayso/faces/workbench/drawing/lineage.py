"""Where a claim comes from as a picture: articles, the texts they carry, origins, authorities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from sayso.views.origins import Lineages, Origin

K = TypeVar("K", str, int)

WIDTH = 1000.0
NODE, STEP, TOP = 215.0, 27.0, 30.0
"""Width of a node, from one row to the next, and where the first stands."""

COLUMNS = (0.0, 262.0, 524.0, 785.0)

ROWS = 40
"""Articles drawn at most: of more the lists below tell."""


@dataclass(frozen=True, slots=True)
class Node:
    """A box at (x, y), its left middle; `article` is the id of an article, `side` whose colour it has."""

    x: float
    y: float
    words: str
    article: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """Boxes, lines between them (``d`` of paths), the height, and how many articles are not drawn."""

    nodes: tuple[Node, ...]
    lines: tuple[str, ...]
    height: float
    left_out: int


def picture_of(found: Lineages, names: Mapping[str, str]) -> Picture:
    """Return the picture; `names` are those of articles, by id."""
    ranked = sorted(found.origins, key=lambda origin: found.authorities.index(origin.authority))
    text_of = _texts(ranked)
    order = list(dict.fromkeys(key for origin in ranked for source in origin.sources for key in source.ids))
    texts = list(dict.fromkeys(text_of[key] for key in order))
    drawn = sorted(order, key=lambda key: texts.index(text_of[key]))[:ROWS]
    rows = {key: TOP + STEP * number for number, key in enumerate(drawn)}
    texts = [text for text in texts if any(text_of[key] == text for key in drawn)]
    at_text = _spread({text: _middle(rows[k] for k in drawn if text_of[k] == text) for text in texts})
    shown = [o for o in ranked if any(k in rows for s in o.sources for k in s.ids)]
    reach = {n: {text_of[k] for s in o.sources for k in s.ids if k in rows} for n, o in enumerate(shown)}
    at_origin = _spread({n: _middle(at_text[text] for text in reach[n]) for n in reach})
    voices = list(dict.fromkeys(origin.authority for origin in shown))
    at_voice = _spread(
        {v: _middle(at_origin[n] for n, o in enumerate(shown) if o.authority == v) for v in voices}
    )
    agency = {text_of[key]: s.agency for o in shown for s in o.sources for key in s.ids}
    size = {text: sum(1 for key in order if text_of[key] == text) for text in texts}
    nodes = [Node(COLUMNS[0], y, names.get(key, key), article=key) for key, y in rows.items()]
    nodes += [Node(COLUMNS[1], y, _text_words(agency[text], size[text])) for text, y in at_text.items()]
    nodes += [Node(COLUMNS[2], at_origin[n], o.speaker, side=o.authority) for n, o in enumerate(shown)]
    nodes += [Node(COLUMNS[3], y, voice, side=voice) for voice, y in at_voice.items()]
    lines = [_line(0, rows[key], at_text[text_of[key]]) for key in drawn]
    lines += [_line(1, at_text[text], at_origin[n]) for n in reach for text in sorted(reach[n])]
    lines += [_line(2, at_origin[n], at_voice[o.authority]) for n, o in enumerate(shown)]
    height = max(node.y for node in nodes) + STEP if nodes else TOP
    return Picture(tuple(nodes), tuple(lines), height, len(order) - len(drawn))


def _texts(origins: Iterable[Origin]) -> dict[str, str]:
    """Return the text of each article: articles of one source carry one, whatever origins tell so."""
    text: dict[str, str] = {}
    for origin in origins:
        for source in origin.sources:
            joined = {text.get(key, key) for key in source.ids}
            least = min(joined)
            text.update(dict.fromkeys(source.ids, least))
            text.update({key: least for key, one in text.items() if one in joined})
    return text


def _text_words(agency: str | None, articles: int) -> str:
    whose = f"text of {agency}" if agency else "its own text" if articles == 1 else "one text"
    return whose if articles == 1 else f"{whose}, {articles} times"


def _spread(wanted: Mapping[K, float]) -> dict[K, float]:
    """Return heights near the wanted ones, a step apart at least, in their order."""
    found: dict[K, float] = {}
    last = TOP - STEP
    for key, y in sorted(wanted.items(), key=lambda item: item[1]):
        last = max(y, last + STEP)
        found[key] = last
    return found


def _middle(heights: Iterable[float]) -> float:
    found = sorted(heights)
    return (found[0] + found[-1]) / 2 if found else TOP


def _line(column: int, start: float, end: float) -> str:
    left, right = COLUMNS[column] + NODE, COLUMNS[column + 1]
    middle = (left + right) / 2
    return f"M{left:g} {start:g}C{middle:g} {start:g} {middle:g} {end:g} {right:g} {end:g}"
