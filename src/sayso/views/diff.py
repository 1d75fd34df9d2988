"""The morning diff: what is new between two moments, by what the ledger had been told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sayso.ledger.interface import LedgerView, Moment, Wanted
from sayso.model.errors import UsageError
from sayso.model.profile import Profile
from sayso.model.weighed import Claim
from sayso.views.changes import KINDS, Change, Window, change, of_claim, of_ground, of_question
from sayso.views.clocks import TAKEN, Clocks, end_of, last_day, start_of, told_on, verdict
from sayso.views.said import said_of
from sayso.views.then import Then

QUIET_DAYS = 7
"""A claim not repeated for so many days has gone quiet, while others still write about its place."""

_HOLDING = frozenset({"control", "takeover"})
_FIRST = {kind: rank for rank, kind in enumerate(KINDS)}
_TYPES = ("takeover", "control", "retreat", "attack", "casualties", "flight", "deployment", "talks")


@dataclass(frozen=True, slots=True)
class Diff:
    """All changes between two moments (UTC), in the order in which they are read.

    `articles` and `statements` count what is new; `by_reading` those of the statements that count from when
    they were read (their article does not say when it was published, or all do); `late` the statements that
    were read in this time though their article was published before it.
    """

    since: str
    until: str
    as_of: str | None
    quiet_days: int
    articles: int
    statements: int
    by_reading: int
    late: int
    changes: tuple[Change, ...]


def diff_of(
    ledger: LedgerView,
    profile: Profile,
    since: str,
    until: str | None = None,
    as_of: str | None = None,
    quiet_days: int = QUIET_DAYS,
    by_reading: bool = False,
) -> Diff:
    """Return what the ledger was told from `since` to `until` (without it: to the last that it was told).

    `by_reading` goes by when articles came into the ledger instead of when they were published.  A day
    begins at its first second and ends at its last; a moment is one of UTC unless it has an offset.

    Raises:
        UsageError: what was given is no day or moment, or `until` lies before `since`.
    """
    start, day = start_of(since), last_day(as_of) if as_of else None
    known = list(ledger.moments())
    moments = [m for m in known if day is None or verdict(m, Clocks(day)) in TAKEN]
    told = {moment.statement: told_on(moment, by_reading) for moment in moments}
    end = end_of(until) if until else max([*told.values(), start])
    if end < start:
        raise UsageError(f"nothing lies between {since} and {until}: --until comes before --since")
    new = {key for key, moment in told.items() if start <= moment <= end}
    span = _Span(start, end, day, quiet_days, by_reading)
    changes = [*_new(ledger, profile, span, new, known), *_quiet(ledger, profile, span, moments, told)]
    fresh = [moment for moment in moments if moment.statement in new]
    return Diff(
        since=start,
        until=end,
        as_of=day,
        quiet_days=quiet_days,
        articles=len({moment.article for moment in fresh}),
        statements=len(fresh),
        by_reading=sum(1 for moment in fresh if by_reading or moment.published is None),
        late=_late(moments, told, start, end if until else None),
        changes=tuple(sorted(changes, key=_order)),
    )


@dataclass(frozen=True, slots=True)
class _Span:
    start: str
    end: str
    as_of: str | None
    quiet_days: int
    by_reading: bool


def _new(
    ledger: LedgerView, profile: Profile, span: _Span, new: set[str], moments: list[Moment]
) -> Iterable[Change]:
    """Yield what the new statements change."""
    if not new:
        return
    after = Then(ledger, Clocks(span.as_of, span.end, span.by_reading), profile, moments)
    start = Clocks(span.as_of, _moved(span.start, seconds=-1), span.by_reading)
    before = Then(ledger, start, profile, moments)
    questions, claims = list(after.questions(new)), list(after.claims(new))
    keys = {key for q in questions for answer in q.answers for key in answer.statements}
    keys |= {key for claim in claims for key in (*claim.asserted, *claim.denied)}
    statements = list(ledger.statements(Wanted(ids=frozenset(keys))))
    window = Window(said_of(ledger, statements, profile), frozenset(new), frozenset(keys - new))
    for claim in claims:
        yield from of_claim(claim, window)
    # Only a status that may be new needs to be weighed as it was before.
    turned = [q for q in questions if q.status in ("conceded", "corroborated")]
    asked = window.old & {key for q in turned for answer in q.answers for key in answer.statements}
    known = {question.id: question for question in before.questions(asked)} if asked else {}
    for question in questions:
        yield from of_question(question, known.get(question.id), window)
        yield from of_ground(question, window, profile)


def _late(moments: Iterable[Moment], told: Mapping[str, str], start: str, end: str | None) -> int:
    """Return how many statements were read in this time though the ledger counts as told of them before."""
    read = (told_on(m, by_reading=True) for m in moments if told[m.statement] < start)
    return sum(1 for moment in read if start <= moment and (end is None or moment <= end))


def _quiet(
    ledger: LedgerView, profile: Profile, span: _Span, moments: list[Moment], told: Mapping[str, str]
) -> Iterable[Change]:
    """Yield the claims to a place that went quiet in the span: nobody repeats them, others name the place."""
    first, last = _moved(span.start, days=-span.quiet_days), _moved(span.end, days=-span.quiet_days)
    candidates = {m.statement for m in moments if m.type in _HOLDING and first <= told[m.statement] < last}
    claims = (
        [claim for claim in ledger.claims(candidates) if claim.proposition.type in _HOLDING]
        if candidates
        else []
    )
    quiet = [claim for claim in claims if first <= _last_told(claim, told, span.end) < last]
    keys = {key for claim in quiet for key in claim.asserted if key in told and told[key] <= span.end}
    said = said_of(ledger, list(ledger.statements(Wanted(ids=frozenset(keys)))), profile)
    window = Window(said, frozenset(), frozenset(keys))
    places = frozenset(place for claim in quiet if (place := claim.proposition.place))
    news = _news(ledger, places, told, last, span.end)
    for claim in quiet:
        own = [key for key in claim.asserted if key in keys and not said.voices[key].narrated]
        place = claim.proposition.place
        if own and place and place.casefold() in news and said.voices[own[0]].mood == "fact":
            day = _last_told(claim, told, span.end)[:10]
            text = f"{said.wording(own)}: last repeated {day}, while {place} stayed in the news"
            yield change("quiet", text, claim.id, [said.in_order(own)[-1]], window, was=day)


def _news(
    ledger: LedgerView, places: frozenset[str], told: Mapping[str, str], last: str, end: str
) -> frozenset[str]:
    """Return the places (case-folded) of which the ledger was told after the claims went quiet."""
    found = set()
    for statement in ledger.statements(Wanted(places=places)) if places else ():
        if last <= told.get(statement.id, "") <= end:
            p = statement.proposition
            found |= {place.casefold() for place in (p.place, p.place_from, p.place_to) if place}
    return frozenset(found)


def _last_told(claim: Claim, told: Mapping[str, str], end: str) -> str:
    """Return when the ledger was last told of a claim (or of a denial: that keeps it alive, too)."""
    return max((told[k] for k in (*claim.asserted, *claim.denied) if told.get(k, "~") <= end), default="")


def _order(one: Change) -> tuple[int, bool, bool, int, int, str, str, str]:
    rank = _TYPES.index(one.line.type) if one.line.type in _TYPES else len(_TYPES)
    narrated = one.kind == "new claim" and one.line.claimer == one.line.outlet
    nowhere = one.place is None
    return _FIRST[one.kind], narrated, nowhere, rank, -one.articles, one.place or "", one.text, one.line.id


def _moved(moment: str, days: int = 0, seconds: int = 0) -> str:
    return (datetime.fromisoformat(moment) + timedelta(days=days, seconds=seconds)).isoformat()
