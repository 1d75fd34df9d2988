"""Who and where: all the entities of an article and the words that refer to them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model.analysis import Entity, Mention, Quote, Sentence, Token
from sayso.model.profile import Profile
from sayso.model.span import Span
from sayso.reading.cast.aliases import AliasTable, Hit, alias_table
from sayso.reading.cast.armed import infer_groups
from sayso.reading.cast.chunking import find_phrases
from sayso.reading.cast.introductions import introduce
from sayso.reading.cast.names import find_runs
from sayso.reading.cast.nouns import words
from sayso.reading.cast.people import gather
from sayso.reading.cast.phrases import Phrase
from sayso.reading.cast.references import who
from sayso.reading.cast.register import Register, Seen
from sayso.reading.cast.resolving import Resolved, leads, resolve_item
from sayso.reading.cast.scan import find_items
from sayso.reading.cast.scene import Places, survey
from sayso.reading.cast.stage import Stage
from sayso.reading.cast.unnamed import merge_spokesmen
from sayso.reading.cast.words import Page, make_page
from sayso.reading.cast.world import world

_DATELINE = 8
"""Up to so many words without a verb are a dateline or a heading."""


def find_mentions(
    text: str,
    sentences: Sequence[Sentence],
    tokens: Sequence[Token],
    quotes: Sequence[Quote],
    profile: Profile,
    gazetteer: Places,
) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    """Return the entities of an article and their mentions.

    Mentions are in text order, the longer before the shorter that begins with it; they do not overlap,
    but for borders named in one breath ("the border with A and B").  A mention without an entity has
    the reason; every side is an entity, mentioned or not.  "We" in quotations stays open here;
    `sayso.reading.claimers.settle_quoted` closes it.
    """
    page = make_page(text, sentences, tokens, quotes)
    stage = _set(page, profile, gazetteer)
    end = 0
    for item in find_items(stage):
        if item.first >= end:
            end = max([end, *(_note(stage, part) for part in resolve_item(stage, item))])
    merge_spokesmen(stage)
    for side in dict.fromkeys(draft.side for draft in tuple(stage.register.drafts) if draft.side):
        stage.side(side)
    return stage.register.freeze()


def _set(page: Page, profile: Profile, gazetteer: Places) -> Stage:
    known = world(profile)
    hits = alias_table(profile).scan(page)
    runs = find_runs(page, hits)
    people, _ = gather(page, runs, introduce(page, runs, find_phrases(page, hits, runs)), known)
    names = frozenset(" ".join(person.lows) for person in people)
    first = survey(page, hits, runs, gazetteer, known)
    extra = infer_groups(page, hits, runs, names, gazetteer, first.countries)
    if extra:
        hits = _merged(hits, AliasTable(extra).scan(page))
        runs = find_runs(page, hits)
    scene = survey(page, hits, runs, gazetteer, known)
    phrases = find_phrases(page, hits, runs)
    introductions = introduce(page, runs, phrases)
    people, owners = gather(page, runs, introductions, known)
    people_shown = [item for item in introductions if item.run.first in owners]
    return Stage(
        page, scene, gazetteer, Register(), who,
        {place: hit for hit in hits for place in range(hit.first, hit.last)},
        {run.first: run for run in runs},
        _longest(phrases),
        {(phrase.first, phrase.last): phrase for phrase in phrases},
        {item.first: item for item in sorted(people_shown, key=lambda item: item.last)},
        {(item.first, item.last): item for item in people_shown},
        people, owners, {}, _acronyms(page, hits),
    )  # fmt: skip


def _acronyms(page: Page, hits: Sequence[Hit]) -> dict[str, str]:
    """Return the names in capitals by which the article calls parties with longer names."""
    found: dict[str, str] = {}
    for hit in hits:
        printed = page.span(hit.first, hit.last).of(page.text)
        known = hit.referent
        if (
            known.kind in {"party", "organisation"}
            and printed.isupper()
            and "." not in printed
            and len(printed) < len(known.name)
        ):
            found.setdefault(known.name, printed)
    return found


def _merged(hits: Sequence[Hit], extra: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return both, the inferred names before the known ones that they overlap."""
    taken = {place for hit in extra for place in range(hit.first, hit.last)}
    kept = [hit for hit in hits if taken.isdisjoint(range(hit.first, hit.last))]
    return tuple(sorted([*kept, *extra], key=lambda hit: hit.first))


def _longest(phrases: Sequence[Phrase]) -> dict[int, Phrase]:
    """Return the phrases by their first word, the longest of each."""
    return {phrase.first: phrase for phrase in sorted(phrases, key=lambda phrase: phrase.last)}


def _note(stage: Stage, part: Resolved) -> int:
    """Enter a resolved reference as a mention, remember it, and return where it ends."""
    page, outcome = stage.page, part.outcome
    if not part.silent:
        stage.register.mention(_span(page, part), outcome.entity, outcome.how, outcome.reason)
    if outcome.entity is not None and outcome.how != "adjective" and _tells(page, part):
        stage.register.remember(_seen(page, part, outcome.entity))
    return part.last


def _seen(page: Page, part: Resolved, entity: int) -> Seen:
    first, last = part.first, part.last
    word = page.words[first]
    subject = not part.silent and leads(page, first, last)
    located = page.follows(first) and page.low(first - 1) in words("areas", "locative", "there")
    return Seen(first, last, word.sentence, entity, part.head, subject, word.quote, located)


def _span(page: Page, part: Resolved) -> Span:
    """Return the words' span; the last point of "U.S." is its own."""
    span = page.span(part.first, part.last)
    last = page.words[part.last - 1]
    pointed = len(last.text) == 1 and last.gap == "." and page.text[span.end : span.end + 1] == "."
    return Span(span.start, span.end + 1) if pointed else span


def _tells(page: Page, part: Resolved) -> bool:
    """Tell whether the sentence says something; what a dateline names is not called back."""
    first, last = page.spread[page.words[part.first].sentence]
    return last - first > _DATELINE or any(
        word.tag.startswith(("VB", "MD")) for word in page.words[first:last]
    )
