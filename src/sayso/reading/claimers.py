"""Who says so: the sources of attributions as entities, and "we" in quotations as the speaker's side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.model.analysis import Attribution, Entity, Mention, Quote, Sentence, Token
from sayso.model.profile import Profile
from sayso.model.span import Span
from sayso.reading.cast.relays import canonical_relay

_SPEAKERS = frozenset({"person", "party", "organisation", "state", "group", "outlet"})
_AND = frozenset({"and", ", and", "as well as", "&", "or", ", as well as", "and also", "and by"})
_PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "from",
        "in",
        "at",
        "with",
        "to",
        "on",
        "near",
        "about",
        "against",
        "between",
        "among",
        "over",
        "before",
        "after",
    ]
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"who", "which", "that"})
_OWN = frozenset({"we", "i", "our", "my", "us", "me"})
_NOBODY = "the words of the source name nobody that is known"


def resolve_claimers(
    attributions: Sequence[Attribution],
    text: str,
    sentences: Sequence[Sentence],  # noqa: ARG001  the stage's interface; a learned resolver needs them
    tokens: Sequence[Token],
    quotes: Sequence[Quote],  # noqa: ARG001
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
    profile: Profile,
) -> tuple[Attribution, ...]:
    """Return the attributions with their claimers, or the reason why there are none.

    A source of several ("X and Y said") has several claimers.  Relays get their canonical names; an outlet
    is claimer only where it is the source itself.
    """
    found = [_resolved(one, text, tokens, entities, mentions, profile) for one in attributions]
    return tuple(_as_speaker(one, text, found) for one in found)


def settle_quoted(
    attributions: Sequence[Attribution], entities: Sequence[Entity], mentions: Sequence[Mention], text: str
) -> tuple[Mention, ...]:
    """Return the mentions with "we", "our army" and "I" in quotations resolved to the speaker.

    "I" is the claimer, the rest the side that the claimer speaks for; where the quotation has no one
    claimer or the side is not known they stay open, with the reason.
    """
    return tuple(
        _settled(mention, attributions, entities, text)
        if mention.how == "we" and mention.entity is None
        else mention
        for mention in mentions
    )


def _resolved(
    attribution: Attribution,
    text: str,
    tokens: Sequence[Token],
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
    profile: Profile,
) -> Attribution:
    via = tuple(
        dict.fromkeys(canonical_relay(name, text, entities, mentions, profile) for name in attribution.via)
    )
    source = attribution.source
    if source is None:
        return replace(attribution, via=via, reason=attribution.reason or "no words name a source")
    if source.of(text).lower() in _RELATIVE:
        inside = _antecedent(source, text, mentions)
    else:
        inside = _heads(source, text, tokens, _outermost(source, mentions))
    claimers, reason = _claimers(text, entities, inside)
    names = {entities[number].name for number in claimers}
    kept = tuple(name for name in via if name not in names)
    return replace(attribution, claimers=claimers, via=kept, reason=None if claimers else reason)


def _outermost(source: Span, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions that share words with the source, none within another."""
    found: list[Mention] = []
    for mention in mentions:
        inside = any(other.span.covers(mention.span) for other in found)
        if mention.span.overlaps(source) and mention.how != "adjective" and not inside:
            found.append(mention)
    return found


def _antecedent(source: Span, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mention right before "who" or "which"."""
    before = [
        m
        for m in mentions
        if m.span.end <= source.start and text[m.span.end : source.start].strip() in {"", ","}
    ]
    return before[-1:]


def _heads(source: Span, text: str, tokens: Sequence[Token], inside: Sequence[Mention]) -> list[Mention]:
    """Return the mentions from the first that can lead the source on.

    Possessors ("Yemen's Houthis"), what hangs on a preposition and subjects of clauses inside the source
    ("…, after militants had fled, army officers") cannot.
    """
    for number, mention in enumerate(inside):
        after = text[mention.span.end : source.end]
        before = text[source.start : mention.span.start].split()
        possessor = after[:2] in {"'s", "’s"} or (
            after[:1] in {"'", "’"} and mention.span.of(text).endswith("s")
        )
        hangs = bool(before) and before[-1].lower() in _PREPOSITIONS and number + 1 < len(inside)
        if not (possessor and number + 1 < len(inside)) and not hangs and not _acts(mention, source, tokens):
            return list(inside[number:])
    return list(inside[-1:])


def _acts(mention: Mention, source: Span, tokens: Sequence[Token]) -> bool:
    """Tell whether a finite verb follows the mention inside the source's words."""
    start = bisect_left(tokens, mention.span.end, key=lambda token: token.span.start)
    follower = tokens[start] if start < len(tokens) else None
    return follower is not None and follower.tag in _FINITE and follower.span.end <= source.end


def _claimers(
    text: str, entities: Sequence[Entity], inside: Sequence[Mention]
) -> tuple[tuple[int, ...], str | None]:
    """Return the entities that the mentions name: the first, and those joined to it by "and"."""
    if not inside:
        return (), _NOBODY
    first = inside[0]
    if first.entity is None:
        return (), first.reason or _NOBODY
    if entities[first.entity].kind not in _SPEAKERS:
        return (), f"'{entities[first.entity].name}' is a place"
    listed = _listed(text, inside)
    claimers = [m.entity for m in listed if m.entity is not None and entities[m.entity].kind in _SPEAKERS]
    return tuple(dict.fromkeys(claimers)), None


def _listed(text: str, inside: Sequence[Mention]) -> list[Mention]:
    """Return the first mention and those that "A, B and C" joins to it; without "and" it stands alone."""
    listed = [inside[0]]
    last = 1
    for mention in inside[1:]:
        between = text[listed[-1].span.end : mention.span.start].strip().lower()
        if between not in _AND and between != ",":
            break
        listed.append(mention)
        last = len(listed) if between in _AND else last
    return listed[:last]


def _as_speaker(attribution: Attribution, text: str, others: Sequence[Attribution]) -> Attribution:
    """Give an act that a speaker tells of himself ("we reject") to whoever speaks the quotation."""
    source = attribution.source
    if attribution.claimers or source is None or source.of(text).lower() not in _OWN:
        return attribution
    holders = [o for o in others if o.claimers and any(part.covers(source) for part in o.content)]
    if not holders:
        return attribution
    holder = min(holders, key=lambda o: min(len(p) for p in o.content if p.covers(source)))
    return replace(attribution, claimers=holder.claimers, via=holder.via, reason=None)


def _settled(
    mention: Mention, attributions: Sequence[Attribution], entities: Sequence[Entity], text: str
) -> Mention:
    holders = [
        a
        for a in attributions
        if any(part.covers(mention.span) for part in a.content) and len(a.claimers) == 1
    ]
    if not holders:
        return mention
    inner = min(holders, key=lambda a: min(len(p) for p in a.content if p.covers(mention.span)))
    claimer = inner.claimers[0]
    if mention.span.of(text).lower() in {"i", "my", "me"}:
        return replace(mention, entity=claimer, reason=None)
    side = entities[claimer].side
    if side is None:
        return replace(mention, reason=f"it is not known for whom {entities[claimer].name} speaks")
    number = next((n for n, entity in enumerate(entities) if entity.name == side), None)
    return replace(mention, entity=claimer if number is None else number, reason=None)
