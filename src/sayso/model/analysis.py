"""What the stages of reading find in an article: spans and links only, no text of their own making.

All `int` references are positions in the tuples of the same `Analysis`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark with its Penn Treebank tag and lemma (lower case)."""

    span: Span
    text: str
    tag: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the block it stands in and its tokens ``tokens[first:last]``."""

    span: Span
    block: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks, without the marks; `closed` is False where no closing mark was found.

    A quotation that runs over paragraphs (each opening anew, none closing) is one `Quote` a paragraph,
    all with the same `chain` number.
    """

    span: Span
    closed: bool
    chain: int


EntityKind = Literal["person", "party", "organisation", "state", "place", "outlet", "group"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something the article speaks of, under its canonical name.

    `side` is the actor spoken for ("Taliban", "Government of Afghanistan"), None where unknown; `role`
    the words that say what a person is; `place` the gazetteer id of a place, state or seat of power;
    `country` an ISO 3166 alpha-2 code where one is known.
    """

    kind: EntityKind
    name: str
    side: str | None = None
    role: str | None = None
    place: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to an entity; `entity` is None with a `reason` where they stay unresolved.

    `how` says by which road: "name", "alias", "role", "pronoun", "noun" (the group), "we" (a quoted
    speaker's side), "metonym" (a capital for its government), "line" (the border with …).
    """

    span: Span
    entity: int | None
    how: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with bounds; `value`, `low`, `high` in `unit` (shares as 0 … 1).

    "about 1,500" is a value with open bounds; "more than a third" low 1/3; "dozens" low 24; "10 to 15"
    low 10 high 15; "up to 40" high 40.  `unit` is "share", "people", "districts", "km" …; `of` what it
    is a part of, in the words of the text.
    """

    span: Span
    value: float | None
    low: float | None
    high: float | None
    unit: str
    of: str | None = None


Precision = Literal["day", "week", "month", "season", "year", "interval"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and its value: ISO day, month, year or ``first/last`` interval of days.

    `value` is None with a `reason` where nothing fixes it ("no year anywhere in the text").
    `role` is "at" (a point or a span in which), "since", "until" (a deadline: by, before).
    """

    span: Span
    value: str | None
    precision: Precision
    role: Literal["at", "since", "until"] = "at"
    reason: str | None = None


CueKind = Literal["says", "denies", "doubts", "demands", "pledges", "asks", "reports"]
"""What the cue commits its source to.  `reports` is a relay's verb ("quoted X as saying")."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one act of speech.

    `claimers` are entities (several where "X and Y said"); empty with a `reason` where unresolved.
    `via` are the relays nearest the claimer first.  `style` is GUIDE.md's attribution.  `said` is the
    time of speaking where the sentence gives one.  `parent` is the attribution whose content holds this
    one (nested sources).
    """

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    kind: CueKind
    style: Literal["direct", "indirect", "mixed"]
    claimers: tuple[int, ...] = ()
    via: tuple[str, ...] = ()
    said: int | None = None
    parent: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """The article's own word on how far something was verified ("could not be independently verified").

    `target` is the stretch of text that it speaks of; `by` the entity that disputes or confirms, and
    `by_span` the words that name it.
    """

    span: Span
    target: Span
    verdict: Literal["unverified", "disputed", "confirmed"]
    by: int | None = None
    by_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that the stages found in one article, in text order."""

    article: str
    anchor: str | None
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotes: tuple[Quote, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    disclaimers: tuple[Disclaimer, ...] = ()
