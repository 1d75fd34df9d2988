"""Names that a model gives, taken where the article bears them out, in the form that other readers use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.model.analysis import Analysis, Entity
from sayso.model.span import Span
from sayso.reading.cast.scene import Places

_WORD = re.compile(r"\w+")
_SURE = 0.9
"""A place's name below this likeness to one that the gazetteer knows stays as it is printed."""
_STEM = 5
"""Words that share so many first letters are forms of one ("Afghan", "Afghanistan")."""
_LEADING = frozenset("the a an its their his her this that these those".split())  # noqa: SIM905
_COMMON = frozenset("of and in for the on at by to with s government state forces army armed".split())  # noqa: SIM905
"""Words of names that the article need not print: "Government of X" where it says "Kabul"."""
_MEANT = frozenset({"name", "alias", "role", "metonym", "line", "noun"})
_PLACES = frozenset({"place", "state"})


@dataclass(frozen=True, slots=True)
class Namer:
    """Knows what the article names, and how."""

    by_name: Mapping[str, Entity]
    by_words: Mapping[str, Entity]
    stems: frozenset[str]
    countries: tuple[str, ...]
    gazetteer: Places

    @staticmethod
    def of(text: str, analysis: Analysis, gazetteer: Places) -> Namer:
        """Make ready what rules found: entities by name, and by the words that mean one of them only."""
        by_words: dict[str, Entity | None] = {}
        for mention in analysis.mentions:
            if mention.entity is not None and mention.how in _MEANT:
                entity, words = analysis.entities[mention.entity], _plain(mention.span.of(text))
                by_words[words] = entity if by_words.get(words, entity) == entity else None
        entities = analysis.entities
        codes = (one.country for one in entities if one.kind in _PLACES and one.country)
        return Namer(
            {_plain(one.name): one for one in reversed(entities)},
            {words: entity for words, entity in by_words.items() if entity is not None},
            frozenset(word[:_STEM] for word in _words(text)),
            tuple(dict.fromkeys(codes)),
            gazetteer,
        )

    def known(self, name: str) -> Entity | None:
        """Return the entity that a name means, None where rules know none."""
        return self.by_name.get(_plain(name)) or self.by_words.get(_plain(name))

    def named(self, name: str) -> str | None:
        """Return a name in its normal form, None where the article says nothing of the kind."""
        entity = self.known(name)
        if entity is not None:
            return entity.name
        missing = [w for w in _words(name) if w not in _COMMON and w[:_STEM] not in self.stems]
        return None if missing or not _words(name) else name

    def placed(self, name: str) -> str | None:
        """Return a place's name in its normal form: the gazetteer's where it is sure."""
        entity = self.known(name)
        if entity is not None and entity.kind in _PLACES:
            return entity.name
        printed = self.named(name) if entity is None else name
        if printed is None or not self.countries or not printed[:1].isupper():
            return printed
        found = self.gazetteer.find(printed, countries=self.countries)
        place = found.place
        sure = place is not None and found.score >= _SURE and place.country in self.countries
        return place.name if place is not None and sure else printed


def words_of(name: str, text: str, within: Span) -> Span | None:
    """Return where a name stands in a stretch of the text, whole or by its last word; else None."""
    for sought in (name, name.rpartition(" ")[2]):
        found = re.compile(rf"\b{re.escape(sought)}\b", re.I).search(text, within.start, within.end)
        if found and len(sought) > 2:
            return Span(*found.span())
    return None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _plain(name: str) -> str:
    words = name.lower().split()
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    return " ".join(words)


def located(sought: str, text: str, stretches: Sequence[Span]) -> Span | None:
    """Return where words stand verbatim in the stretches of a text; None where nowhere.

    Space may be of another kind, and quotation marks of another shape: what is kept is the text's own words.
    """
    parts = [re.escape(word).replace(r"\.\.\.", "(?:…|\\.\\.\\.)") for word in sought.split()]
    pattern = r"\s+".join(parts)
    for marks in ('"“”„«»', "'’‘`"):
        pattern = re.sub(f"[{re.escape(marks)}]", lambda _, m=marks: f"[{re.escape(m)}]", pattern)  # type: ignore[misc]
    compiled = re.compile(pattern)
    for stretch in stretches:
        found = compiled.search(text, stretch.start, stretch.end)
        if found:
            return Span(*found.span())
    return None
