"""Control of a place over time: how it is said to stand, and what each side says of who holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import altair as alt

from sayso.charts.drawing import LABEL_WIDTH, Drawing, cut, data, dressed, side_colour, tint
from sayso.charts.held import ON_A_MAP
from sayso.views.ground import StateView
from sayso.views.grounds import Ground, Word

_KEY = "a row: who speaks · colour: who is said to hold the place · band: until that side's next word"
_STANDS = "how it stands"
_STANDS_KEY = f"“{_STANDS}”: full band held, narrow band claimed by one side only, two bands contested"
_NOBODY = "nobody named"
_HOURS = 6
"""How far apart words of one day stand; with an hour, a time is the reader's own and no day shifts."""
Dated = tuple[date, Word]

_SHAPES = {"hold it": "circle", "do not hold it": "cross", "attack it": "triangle-up"}


def timeline_chart(ground: Ground, colours: Mapping[str, str]) -> Drawing:
    """Return a chart with a row a side, by day: a mark for each word on who holds the place.

    The first row is how the place stood (`weighing.states`); the band behind the marks is what a side says
    until its next word; the colour is who is said to hold the place.  A place of which nothing is said with
    a day gives a chart that says so.
    """
    words = ground.words
    dated = [(date.fromisoformat(word.day), word) for word in words if word.day is not None]
    subtitle = [_KEY, _STANDS_KEY]
    if len(dated) < len(words):
        subtitle.append(
            f"not drawn, for nothing tells their day: {len(words) - len(dated)} of {len(words)} words"
        )
    title = alt.TitleParams(f"{cut(ground.place, 70)}: who says who holds it", subtitle=subtitle)
    if not dated:
        none = alt.Chart(data([{"none": "nobody says, with a day, who holds it"}])).mark_text(size=13)
        return dressed(none.encode(text="none:N").properties(title=title))
    end = max(day for day, _ in dated) + timedelta(days=1)
    stood = _stood(ground.states, end, colours)
    tints = {tint(word.who or _NOBODY, colours) for _, word in dated} | {row["tint"] for row in stood}
    colour = side_colour("tint", colours, tints, "said of")
    sides = [_STANDS, *dict.fromkeys(word.side for _, word in dated)]
    y = alt.Y("side:N", sort=sides, axis=alt.Axis(title=None, labelLimit=LABEL_WIDTH, grid=True))
    layers = [
        _bars(rows, y, colour, size, place)
        for rows, size, place in (
            ([row for row in stood if row["band"] == "full"], 20, 0),
            ([row for row in stood if row["band"] == "narrow"], 8, 0),
            ([row for row in stood if row["band"] == "upper"], 9, -5),
            ([row for row in stood if row["band"] == "lower"], 9, 5),
            (_bands(dated, end, colours), 12, 0),
        )
        if rows
    ]
    return dressed(alt.layer(*layers, _points(dated, colours, y, colour)).properties(title=title))


def _bars(rows: list[dict[str, Any]], y: alt.Y, colour: alt.Color, size: int, offset: int) -> Any:
    stands = "state" in rows[0]
    chart = alt.Chart(data(rows), height=alt.Step(34), width=640)
    encoded = chart.mark_bar(height=size, opacity=1 if stands else 0.35, yOffset=offset).encode(
        x=alt.X("day:T", axis=_days()), x2="until:T", y=y, color=colour
    )
    return encoded.encode(tooltip=["state:N", "since:N", "why:N"]) if stands else encoded


def _points(dated: Sequence[Dated], colours: Mapping[str, str], y: alt.Y, colour: alt.Color) -> Any:
    points = alt.Chart(data(_marks(dated, colours))).mark_point(filled=True, size=110, opacity=1)
    return points.encode(
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


def _stood(states: Sequence[StateView], end: date, colours: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the bands of the states up to `end`; what is unknown has none."""
    rows = []
    for state in states:
        if state.state not in ON_A_MAP:
            continue
        until = date.fromisoformat(state.until) + timedelta(days=1) if state.until else end
        parties = state.parties if state.state == "contested" else state.parties[:1]
        bands = ("upper", "lower") if len(parties) > 1 else ("narrow",)
        if state.state in ("held uncontested", "conceded"):
            bands = ("full",)
        for band, who in zip(bands, parties, strict=False):
            rows.append({
                "side": _STANDS, "day": f"{state.since}T00:00", "until": f"{min(until, end)}T00:00",
                "band": band, "who": who, "tint": tint(who, colours), "state": state.words,
                "since": state.since_said, "why": cut(state.reason, 240),
            })  # fmt: skip
    return rows


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


def _says(word: Word) -> str:
    if not word.firm:
        return "attack it"
    return "hold it" if word.holds else "do not hold it"
