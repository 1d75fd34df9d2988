"""Pure comparisons of dates and names, and of accounts that differ at most in date, polarity and figure."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

from sayso.claimtypes.account import Account, Verdict, refutes, related, supports
from sayso.claimtypes.figures import compare_figures
from sayso.model.proposition import Proposition

LASTING = timedelta(days=7)
"""Days within a week are one time: news repeats a standing claim for about so long."""


def same_name(a: str | None, b: str | None) -> bool:
    """Tell whether two canonical names are the same but for case and articles; None is no name."""
    if a is None or b is None:
        return False
    return _bare(a) == _bare(b)


# The same few names and days come again in every comparison of a long question.
@lru_cache(maxsize=65_536)
def _bare(name: str) -> tuple[str, ...]:
    return tuple(w for w in re.findall(r"\w+", name.casefold()) if w not in {"the", "a", "an", "of"})


@lru_cache(maxsize=65_536)
def days(when: str) -> tuple[str, str]:
    """Return first and last ISO day of a day, month, year or ``first/last`` interval."""
    first, _, last = when.partition("/")
    return _edge(first, last=False), _edge(last or first, last=True)


def _edge(date: str, *, last: bool) -> str:
    parts = date.split("-")
    if len(parts) == 1:
        return f"{date}-12-31" if last else f"{date}-01-01"
    if len(parts) == 2:
        end = calendar.monthrange(int(parts[0]), int(parts[1]))[1]
        return f"{date}-{end:02d}" if last else f"{date}-01"
    return date


def apart_in_time(a: Proposition, b: Proposition) -> bool:
    """Tell whether both have dates and no day is common to them."""
    if a.when is None or b.when is None:
        return False
    (first_a, last_a), (first_b, last_b) = days(a.when), days(b.when)
    return first_a > last_b or first_b > last_a


def told_later(a: Account, b: Account) -> bool:
    """Tell whether, as one of two accounts has no date, the day on which it is told sets it off in time.

    Ground told of without a date is ground as of that day.
    """
    if a.said.when is not None and b.said.when is not None:
        return False
    one, other = a.said.when or a.told, b.said.when or b.told
    if one is None or other is None:
        return False
    (first_a, last_a), (first_b, last_b) = days(one), days(other)
    return first_a > last_b or first_b > last_a


def one_time(a: Proposition, b: Proposition) -> bool:
    """Tell whether two accounts whose dates meet are surely of one time.

    A span counts as of its last day ("since May" is as of now); days within a week are one time; a month
    against a day is not.  Accounts without a date may be, but a figure may have changed since.
    """
    if a.when == b.when:
        return True
    if a.when is None or b.when is None:
        return not (a.quantity or b.quantity)
    left, right = (when.rpartition("/")[2] for when in (a.when, b.when))
    if len(left) < len("2000-01-01") or len(right) < len("2000-01-01"):
        return False
    return abs(date.fromisoformat(left) - date.fromisoformat(right)) <= LASTING


def compare_plain(a: Account, b: Account, *, grows: bool = False) -> Verdict:
    """Compare two accounts of one matter; `grows` tells that its figures are counts that go on.

    What may be of another time is ruled out before anything is called a contradiction.
    """
    one, other = a.said.quantity, b.said.quantity
    verdict = _compare_now(a, b)
    late = apart_in_time(a.said, b.said)
    if late and (verdict.kind != "supports" or (one and other)):
        return _late(grows=grows and one is not None and other is not None)
    if late:
        return related("time-apart", "their dates differ")
    undated = a.said.when is None or b.said.when is None
    if undated and verdict.kind == "supports" and verdict.reason == "same":
        return verdict
    if one and other and verdict.kind != "related" and not one_time(a.said, b.said):
        return related("cumulative" if grows else "time-apart", "they may not be of one time")
    return verdict


def _late(*, grows: bool) -> Verdict:
    if grows:
        return related("cumulative", "a count of another day, which may have grown")
    return related("time-apart", "their dates differ")


def _compare_now(a: Account, b: Account) -> Verdict:
    one, other = a.said.quantity, b.said.quantity
    if one and other:
        return compare_figures(a, b)
    if a.positive == b.positive:
        if one or other:
            return supports("entails", "one gives a figure for what the other says")
        return supports("same", "they say the same")
    negative = b if a.positive else a
    if negative.said.quantity:
        return related("different-scope", "only the figure is denied")
    return refutes("polarity", "one says so, the other that it is not so")
