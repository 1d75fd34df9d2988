"""A small gazetteer and readers of short texts for the tests of who and where."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sayso.languages import table
from sayso.model.analysis import Entity, Mention, Quote, Sentence, Token
from sayso.model.article import Block
from sayso.model.place import Place
from sayso.model.profile import Profile
from sayso.model.span import Span
from sayso.reading.cast.words import Page, make_page
from sayso.reading.mentions import find_mentions
from sayso.reading.quotes import find_quotes
from sayso.reading.sentences import split_sentences

_COUNTRIES = {code: row["name"] for code, row in table("english", "demonyms")["country"].items()}
_BORDERS = {("AF", "IR"), ("AF", "TJ"), ("AF", "PK"), ("LY", "TN"), ("LY", "EG"), ("ML", "NE"), ("DZ", "ML")}
_PLACES = (
    Place("t-zarok", "Zarok", "town", country="AF"),
    Place("t-belqan", "Belqan", "town", country="AF"),
    Place("r-ostan", "Ostan", "region", country="AF"),
    Place("c-tirgan", "Tirgan", "crossing", country="AF"),
    Place("t-wadira", "Wadira", "town", country="LY"),
    Place("t-kabul", "Kabul", "city", country="AF"),
    Place("t-tehran", "Tehran", "city", country="IR"),
    Place("t-tripoli", "Tripoli", "city", country="LY"),
    Place("a-central-asia", "Central Asia", "area"),
)


@dataclass(frozen=True)
class Answer:
    place: Place | None
    score: float
    reason: str
    candidates: tuple[Place, ...] = ()


class SmallGazetteer:
    """Knows a dozen places; a kind's word at the end of a name is left out."""

    def find(
        self,
        name: str,
        *,
        countries: Sequence[str] = (),
        kinds: frozenset[str] | None = None,
        fuzzy: bool = True,
        regions: Collection[str] = (),
    ) -> Answer:
        core = name.lower().removesuffix(" province").removesuffix(" district").removesuffix(" post")
        fit = [p for p in _PLACES if p.name.lower() == core and (kinds is None or p.kind in kinds)]
        if not fit:
            return Answer(None, 0.0, "no place of that name")
        return Answer(fit[0], 1.0, "the name", tuple(fit))

    def border(self, a: str, b: str) -> Place | None:
        if (a, b) not in _BORDERS and (b, a) not in _BORDERS:
            return None
        one, other = sorted((_COUNTRIES[a], _COUNTRIES[b]))
        return Place(f"border-{a}-{b}", f"{one}-{other} border", "border", between=(a, b))

    def country(self, name_or_code: str) -> Place | None:
        name = _COUNTRIES.get(name_or_code)
        return Place(name_or_code, name, "country", country=name_or_code) if name else None


@dataclass(frozen=True)
class Read:
    """What was read, with the answers that tests ask for."""

    text: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quotes: tuple[Quote, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]

    def mention(self, words: str, nth: int = 0) -> Mention:
        """Return the nth mention whose words are exactly these."""
        found = [m for m in self.mentions if m.span.of(self.text) == words]
        assert len(found) > nth, f"{words!r} is none of {[m.span.of(self.text) for m in self.mentions]}"
        return found[nth]

    def name(self, words: str, nth: int = 0) -> str | None:
        """Return the name of the entity that the words mention, None where they stay open."""
        entity = self.mention(words, nth).entity
        return None if entity is None else self.entities[entity].name

    def entity(self, name: str) -> Entity:
        """Return the entity of that name."""
        return next(e for e in self.entities if e.name == name)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Return one block a paragraph."""
    blocks, start = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(Span(start, start + len(part)), "paragraph"))
        start += len(part) + 2
    return tuple(blocks)


def page_of(text: str) -> Page:
    """Return the page of a text."""
    blocks = blocks_of(text)
    sentences, tokens = split_sentences(text, blocks)
    return make_page(text, sentences, tokens, find_quotes(text, blocks))


def read(text: str, profile: Profile | None = None) -> Read:
    """Return the entities and mentions of a text."""
    blocks = blocks_of(text)
    sentences, tokens = split_sentences(text, blocks)
    quotes = find_quotes(text, blocks)
    entities, mentions = find_mentions(
        text, sentences, tokens, quotes, profile or Profile(), SmallGazetteer()
    )
    return Read(text, sentences, tokens, quotes, entities, mentions)
