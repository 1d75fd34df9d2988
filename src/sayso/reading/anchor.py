"""The day from which an article's relative times count.

Usually the day of publication.  The text's own dates win where the two contradict each other: a page
that is headed with a day weeks after the latest day of the text was probably dated by the page, not by
its writer, and a weekday with a date fixes the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sayso.model.article import Article
from sayso.reading.days import make_day, shift
from sayso.reading.expressions import Expression, find_expressions, weekday_number, words

STALE_DAYS = 8
"""A page's day this much after the text's latest day is doubted where nothing but a bare line gives it."""
_FAR_DAYS = 62
"""A day of the text further back than this is history, not the story's day."""
_WEEK_DAYS = 4
"""How far after the latest explicit day a bare weekday may lie and still be taken for the story's day."""
_YEARS_BACK = 12
_LEAD = 1_500
_BEFORE = 80
"""How many characters before a day may say that it only began something ("since it was launched on …")."""
_YEARS_ON = 8
_OLDEST_YEAR = 1990
_HEAD = frozenset({"date", "byline"})
_READ = frozenset({"paragraph", "standfirst", "title", "caption", "heading"})
_PUBLISHED = re.compile(r"publish|posted|updated|meta|own data|field|json|url|dateline|fetched", re.I)


@dataclass(frozen=True, slots=True)
class Anchor:
    """An ISO day, month or year to count from, or None; `note` says what was chosen and why."""

    day: str | None
    note: str


@dataclass(frozen=True, slots=True)
class _Mention:
    expression: Expression
    month: int
    day: int
    year: int | None
    weekday: int | None
    deadline: bool


def find_anchor(article: Article) -> Anchor:
    """Return the anchor of an article; `day` is None where no year is known, and the note says so."""
    expressions = list(_expressions(article, _READ))
    mentions = [m for e in expressions if (m := _mention(article.text, e)) is not None]
    published = article.published
    if published is not None and len(published) == 10:
        page, said = date.fromisoformat(published), f"the day of publication, {published}"
    else:
        heads = [m for e in _expressions(article, _HEAD) if (m := _mention(article.text, e)) is not None]
        guess = _by_weekday([*heads, *mentions], expressions) if published is None else None
        if guess is None:
            return _without_page(published, mentions)
        page, said = guess
    own = _story_day(page, mentions, expressions)
    if own is not None and own.year != page.year and any(m.weekday is not None for m in mentions):
        return Anchor(own.isoformat(), f"the text's own weekday and date fix another year than {said}")
    gap = (page - own).days if own is not None else 0
    if own is not None and gap >= STALE_DAYS and _doubtful(article, mentions):
        return Anchor(own.isoformat(), f"the text's latest own day; {gap} days after it comes {said}")
    return Anchor(page.isoformat(), said)


def _expressions(article: Article, kinds: frozenset[str]) -> Iterable[Expression]:
    for block in article.blocks:
        if block.kind in kinds:
            yield from find_expressions(article.text, block.span.start, block.span.end)


def _mention(text: str, expression: Expression) -> _Mention | None:
    """Read a day with its month out of an expression; None for anything vaguer."""
    month, day = expression.get("month"), expression.get("day")
    if expression.sense != "date" or month is None or day is None:
        return None
    year, weekday = expression.get("year"), expression.get("weekday")
    left = text[max(0, expression.span.start - _BEFORE) : expression.span.start].lower()
    roles = words()["roles"]
    deadline = bool(
        re.search(rf"\b(?:{'|'.join([*roles['until'], *roles['since'], 'after'])})\s+(?:the\s+)?$", left)
    ) or bool(re.search(rf"\b(?:since|{'|'.join(roles['beginnings'])})\b[^.!?\n]*$", left))
    return _Mention(
        expression,
        words()["months"][month],
        int(day),
        int(year) if year else None,
        weekday_number(weekday) if weekday else None,
        deadline,
    )


def _story_day(page: date, mentions: list[_Mention], expressions: list[Expression]) -> date | None:
    """Return the latest day that the text itself names as past, moved to a bare weekday shortly after it."""
    days = [d for m in mentions if not m.deadline and (d := _in_past(m, page)) is not None]
    near = [d for d in days if (page - d).days <= _FAR_DAYS] or _other_years(page, mentions)
    if not near:
        return None
    latest = max(near)
    named = {words()["weekdays"][w] for e in expressions if (w := e.get("weekday")) and e.sense == "weekday"}
    if latest.weekday() in named or any(m.weekday is not None for m in mentions):
        return latest
    ahead = [d for n in range(1, _WEEK_DAYS + 1) if (d := shift(latest, n)).weekday() in named and d <= page]
    return max(ahead, default=latest)


def _in_past(mention: _Mention, page: date) -> date | None:
    """Return the mentioned day in the year in which it is last before the page's day and fits its weekday."""
    for year in [mention.year] if mention.year else [page.year, page.year - 1]:
        day = make_day(year, mention.month, mention.day)
        if day is not None and day <= page and mention.weekday in (None, day.weekday()):
            return day
    return None


def _other_years(page: date, mentions: list[_Mention]) -> list[date]:
    """Return the days that weekdays with dates fix in an earlier year than the page's."""
    paired = [m for m in mentions if m.weekday is not None and m.year is None]
    for year in range(page.year, page.year - _YEARS_BACK, -1):
        days = [make_day(year, m.month, m.day) for m in paired]
        fit = [d for d, m in zip(days, paired, strict=True) if d is not None and d.weekday() == m.weekday]
        if paired and len(fit) == len(paired) and max(fit) <= page:
            return fit
    return []


def _doubtful(article: Article, mentions: list[_Mention]) -> bool:
    """Tell whether the page's day may be doubted: a bare line gave it, or the lead pairs weekday and date."""
    if not _PUBLISHED.search(article.published_from or ""):
        return True
    return any(m.weekday is not None and m.expression.span.start < _LEAD for m in mentions)


def _without_page(published: str | None, mentions: list[_Mention]) -> Anchor:
    """Choose without a day of publication: a full date in the lead, else what is known of month or year."""
    full = [m for m in mentions if m.year and not m.deadline and m.expression.span.start < _LEAD]
    days = [d for m in full if (d := make_day(m.year or 0, m.month, m.day)) is not None]
    if published is not None and (not days or not max(days).isoformat().startswith(published)):
        return Anchor(
            published, f"only the {'month' if len(published) == 7 else 'year'} of publication is known"
        )
    if days:
        return Anchor(max(days).isoformat(), "a full date in the first lines; the page gives none")
    if mentions:
        name = (mentions[0].expression.get("month") or "").capitalize()
        return Anchor(None, f"{name} of an unknown year: neither the page nor the text gives one")
    return Anchor(None, "no date anywhere")


def _by_weekday(mentions: list[_Mention], expressions: list[Expression]) -> tuple[date, str] | None:
    """Return the latest day that is given with its weekday, in the one year that fits, and why that year.

    The year is one that the text names, or one of the few after the latest that it names: a weekday comes
    back to its date only after five, six or eleven years.
    """
    paired = [m for m in mentions if m.weekday is not None and m.year is None]
    named = sorted({int(y) for e in expressions if (y := e.get("year")) and int(y) >= _OLDEST_YEAR})
    if not paired or not named:
        return None
    for years in (named, range(named[-1], named[-1] + _YEARS_ON)):
        found = []
        for year in years:
            days = [d for m in paired if (d := make_day(year, m.month, m.day)) and d.weekday() == m.weekday]
            if len(days) == len(paired):
                found.append(max(days))
        if len(found) == 1:
            return found[0], f"{_shown(paired[0])}, in the one year from {named[-1]} on in which the two meet"
    return None


def _shown(mention: _Mention) -> str:
    weekday, month = (mention.expression.get(part) or "" for part in ("weekday", "month"))
    return f"{weekday.capitalize()}, {month.capitalize()} {mention.day}"
