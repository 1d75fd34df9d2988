"""Place names found and put on the map."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from sayso.evaluation.geoparsing import Toponym, texts_of
from sayso.evaluation.interface import Measured
from sayso.model.article import Article
from sayso.model.errors import NotFound
from sayso.model.place import Place
from sayso.model.profile import Profile
from sayso.model.span import Span
from sayso.pipeline.open import ready_reader
from sayso.places.entries import kilometres
from sayso.places.gazetteer import Gazetteer, load_gazetteer
from sayso.reading.reader import Reader

SETS = {"lgl": "lgl.xml.gz", "geovirus": "GeoVirus.xml.gz"}

NEAR_KM = 161.0
"""100 miles: the distance within which the literature calls a place rightly resolved (accuracy@161km)."""

STEPS_KM = (10.0, 40.0, NEAR_KM, 400.0, 1000.0)
"""How far around a point the next place is looked for: the middle of a large country may be empty."""

AREAS = frozenset({"country", "region", "area"})
"""Kinds of places that a point may lie in; the point of a region is its seat's."""

_WORD = re.compile(r"[\w.'’-]*\w\.?")
POINTING = frozenset({"name", "alias", "metonym", "line"})
"""The roads of a mention that stand for a place by its name; "he" and "the group" are none."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted over the texts of one set.

    `located` are the found names whose place the set knows, `placed` those of them that got a place,
    `near` those that got the right one.
    """

    gold: int = 0
    read: int = 0
    exact: int = 0
    found: int = 0
    located: int = 0
    placed: int = 0
    near: int = 0

    def plus(self, other: Tally) -> Tally:
        """Return the sums of both."""
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def measure_places(folder: Path, shared: Path) -> Measured:  # noqa: ARG001 - every stage is asked alike
    """Score the place names that the reader finds and the places that it gives them; raises NotFound.

    `exact` and `overlap` are F1 of the names found (common words around a name are no part of it);
    `within_161km` is the share of the names found (and of known place) that get a place within 161 km,
    those that Sayso leaves open counted as wrong; `placed_within_161km` the same share of those that get a
    place at all.  Countries and regions have no point of their own: they are right where the set's point
    lies in them, which the gazetteer's place next to that point tells.
    """
    files = {name: folder / file for name, file in SETS.items() if (folder / file).is_file()}
    if not files:
        raise NotFound(f"neither {' nor '.join(SETS.values())} is in {folder}")
    reader, gazetteer = ready_reader(Profile()), load_gazetteer()
    scores: dict[str, float] = {}
    sizes: list[str] = []
    errors: list[str] = []
    for name, file in files.items():
        tally, texts = Tally(), 0
        for article, gold in texts_of(file):
            texts += 1
            read = toponyms_of(article, reader, gazetteer)
            tally = tally.plus(count(gold, read, lambda g, r: same_place(g, r, gazetteer)))
        scores |= {f"{name}.{score}": value for score, value in _scores(tally).items()}
        sizes.append(f"{file.name.split('.')[0]}: {texts} texts, {tally.gold} names")
        errors += _errors(file.name.split(".")[0], tally)
    return Measured(scores, "; ".join(sizes), tuple(errors))


def toponyms_of(article: Article, reader: Reader, gazetteer: Gazetteer) -> list[Toponym]:
    """Return the place names that the reader finds, in text order."""
    analysis = reader.read(article).analysis
    found = {}
    for mention in analysis.mentions:
        if mention.entity is None or mention.how not in POINTING:
            continue
        entity = analysis.entities[mention.entity]
        if entity.kind in ("place", "state") or mention.how == "metonym":
            span = name_in(mention.span, article.text)
            found[span] = Toponym(span, gazetteer.place(entity.place) if entity.place else None)
    return [found[span] for span in sorted(found)]


def count(gold: Sequence[Toponym], read: Sequence[Toponym], right: Callable[[Place, Place], bool]) -> Tally:
    """Match names one to one (the same words first, shared words after) and count."""
    pairs = _matched(gold, read)
    known = [(g.place, r.place) for g, r in pairs if g.place is not None]
    placed = [(g, r) for g, r in known if r is not None]
    return Tally(
        gold=len(gold),
        read=len(read),
        exact=sum(g.span == r.span for g, r in pairs),
        found=len(pairs),
        located=len(known),
        placed=len(placed),
        near=sum(right(g, r) for g, r in placed),
    )


def same_place(gold: Place, read: Place, gazetteer: Gazetteer) -> bool:
    """Tell whether a place lies within 161 km of a point, or, if it is an area, around it."""
    if read.lat is not None and kilometres(gold, read) <= NEAR_KM:
        return True
    for km in STEPS_KM if read.lat is None or read.kind in AREAS else ():
        around = gazetteer.near(gold, km)
        if around:
            return gazetteer.within(around[0].id, read.id)
    return False


def name_in(span: Span, text: str) -> Span:
    """Return the name in a mention, without the common words around it ("the town of X", "X province")."""
    words = [(span.start + m.start(), span.start + m.end()) for m in _WORD.finditer(span.of(text))]
    while len(words) > 1 and not text[words[0][0]].isupper():
        words = words[1:]
    while len(words) > 1 and not text[words[-1][0]].isupper():
        words = words[:-1]
    if len(words) > 1 and text[words[0][0] : words[0][1]].lower() in ("the", "city", "town", "state", "port"):
        of = len(words) > 2 and text[words[1][0] : words[1][1]] == "of"
        words = words[2:] if of else words[1:] if text[words[0][0] : words[0][1]].lower() == "the" else words
    return Span(words[0][0], words[-1][1]) if words else span


def _matched(gold: Sequence[Toponym], read: Sequence[Toponym]) -> list[tuple[Toponym, Toponym]]:
    by_span = {r.span: r for r in read}
    pairs = [(g, by_span[g.span]) for g in gold if g.span in by_span]
    taken = {g.span for g, _ in pairs}
    left = [r for r in read if r.span not in taken]
    for g in gold:
        other = next((r for r in left if g.span not in taken and r.span.overlaps(g.span)), None)
        if other is not None:
            pairs.append((g, other))
            left.remove(other)
    return pairs


def _scores(tally: Tally) -> dict[str, float]:
    return {
        **{f"exact.{key}": value for key, value in _prf(tally.exact, tally.read, tally.gold).items()},
        **{f"overlap.{key}": value for key, value in _prf(tally.found, tally.read, tally.gold).items()},
        "within_161km": _share(tally.near, tally.located),
        "placed_within_161km": _share(tally.near, tally.placed),
        "placed": _share(tally.placed, tally.located),
    }


def _prf(hit: int, read: int, gold: int) -> dict[str, float]:
    p, r = _share(hit, read), _share(hit, gold)
    return {"p": p, "r": r, "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _errors(name: str, tally: Tally) -> Iterator[str]:
    yield (
        f"{name}: {tally.gold - tally.found} of {tally.gold} names missed; {tally.read - tally.found} of "
        f"{tally.read} names read where the set has none; {tally.found - tally.exact} found with other edges."
    )
    yield (
        f"{name}: of {tally.located} names found whose place is known, {tally.located - tally.placed} left "
        f"open (namesakes that tie, or no such place in the gazetteer), {tally.placed - tally.near} given a "
        f"wrong place."
    )
