"""Control of a place over time: what each side says of who holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import altair as alt

from sayso.charts.drawing import LABEL_WIDTH, Drawing, cut, data, dressed, side_colour, tint
from sayso.charts.held import Held

_KEY = "a row: who speaks · colour: who is said to hold the place · band: until that side's next word"
_NOBODY = "nobody named"
_HOURS = 6
"""How far apart words of one day stand; with an hour, a time is the reader's own and no day shifts."""
Dated = tuple[date, Held]

_SHAPES = {"hold it": "circle", "do not hold it": "cross", "attack it": "triangle-up"}


def timeline_chart(place: str, words: Sequence[Held], colours: Mapping[str, str]) -> Drawing:
    """Return a chart with a row a side, by day: a mark for each word on who holds the place.

    The band behind the marks is what the side says until its next word; its colour is who is said to hold
    the place.  A place of which nothing is said with a day gives a chart that says so.
    """
    dated = [(word.day, word) for word in words if word.day is not None]
    subtitle = [_KEY]
    if len(dated) < len(words):
        subtitle.append(
            f"not drawn, for nothing tells their day: {len(words) - len(dated)} of {len(words)} words"
        )
    title = alt.TitleParams(f"{cut(place, 70)}: who says who holds it", subtitle=subtitle)
    if not dated:
        none = alt.Chart(data([{"none": "nobody says, with a day, who holds it"}])).mark_text(size=13)
        return dressed(none.encode(text="none:N").properties(title=title))
    sides = list(dict.fromkeys(word.side for _, word in dated))
    colour = side_colour(
        "tint", colours, {tint(word.who or _NOBODY, colours) for _, word in dated}, "said of"
    )
    end = max(day for day, _ in dated) + timedelta(days=1)
    y = alt.Y("side:N", sort=sides, axis=alt.Axis(title=None, labelLimit=LABEL_WIDTH, grid=True))
    bands = (
        alt.Chart(data(_bands(dated, end, colours)), height=alt.Step(34), width=640)
        .mark_bar(height=12, opacity=0.35)
        .encode(x=alt.X("day:T", axis=_days()), x2="until:T", y=y, color=colour)
    )
    marks = (
        alt.Chart(data(_marks(dated, colours)))
        .mark_point(filled=True, size=110, opacity=1)
        .encode(
            x=alt.X("day:T", axis=_days()),
            y=y,
            color=colour,
            shape=alt.Shape(
                "says:N",
                scale=alt.Scale(domain=list(_SHAPES), range=list(_SHAPES.values())),
                legend=alt.Legend(title="it is said that they"),
            ),
            tooltip=["when:N", "claimer:N", "verb:N", "who:N", "says:N", "sentence:N", "article:N"],
        )
    )
    return dressed(alt.layer(bands, marks).properties(title=title))


def _days() -> alt.Axis:
    return alt.Axis(title=None, format="%-d %b %Y", labelOverlap=True, tickCount="day", labelFlush=True)


def _marks(dated: Sequence[Dated], colours: Mapping[str, str]) -> list[dict[str, Any]]:
    seen: Counter[tuple[str, date]] = Counter()
    rows = []
    for day, word in dated:
        # Words of one side on one day stand beside each other within the day.
        hour = min(_HOURS * seen[word.side, day], 23)
        seen[word.side, day] += 1
        rows.append({
            "day": f"{day}T{hour:02d}:00", "side": word.side, "who": word.who or _NOBODY,
            "tint": tint(word.who or _NOBODY, colours), "says": _says(word),
            "when": word.line.day, "claimer": word.line.who, "verb": word.line.says,
            "sentence": cut(word.line.evidence, 300), "article": word.line.article,
        })  # fmt: skip
    return rows


def _bands(dated: Sequence[Dated], end: date, colours: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the stretches over which a side's word stands: from a firm word to its next."""
    rows = []
    by_side: dict[str, list[Dated]] = {}
    for day, word in dated:
        if word.firm:
            by_side.setdefault(word.side, []).append((day, word))
    for side, run in by_side.items():
        ends = [*(day for day, _ in run[1:]), end]
        for (day, word), until in zip(run, ends, strict=True):
            if word.holds and word.who and until > day:
                days = {"day": f"{day}T00:00", "until": f"{until}T00:00"}
                rows.append({"side": side, "tint": tint(word.who, colours), **days})
    return rows


def _says(word: Held) -> str:
    if not word.firm:
        return "attack it"
    return "hold it" if word.holds else "do not hold it"
