"""The board as a chart: for each question its answers by side, and its figures as ranges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from sayso.charts.drawing import LABEL_WIDTH, Drawing, cut, data, dressed, side_colour, tint
from sayso.model.proposition import Figure
from sayso.views.board import AnswerView, Point
from sayso.views.line import Line

QUESTIONS = 12
"""Questions on a chart, where nobody says how many: what fits on a page."""

_ROW, _COLUMN, _SCALE = 24, 34, 260
_ANSWER = 64
_SIDES = alt.Axis(
    title=None, orient="top", labelAngle=-35, labelLimit=110, ticks=False, domain=False, grid=True
)


def board_chart(points: Sequence[Point], colours: Mapping[str, str], limit: int = QUESTIONS) -> Drawing:
    """Return a chart of the first `limit` points; it says how many there are.

    For each question: a row an answer, a column a side, a dot as large as the side has statements for it;
    beside it, where figures were given, each answer's range from its lowest to its highest end.
    """
    shown = points[:limit]
    sides = _sides(shown, colours)
    parts = [_question(point, sides, colours) for point in shown]
    rest = (
        f"{len(shown)} of {len(points)} questions" if len(points) > len(shown) else f"{len(points)} questions"
    )
    title = alt.TitleParams(
        "The board: who says what",
        subtitle=[
            f"{rest}, most at stake first · a dot: a side gives the answer, larger with more statements"
        ],
    )
    if not parts:
        parts = [alt.Chart(data([{"none": "nothing to show"}])).mark_text(size=13).encode(text="none:N")]
    chart = alt.vconcat(*parts, spacing=26, title=title).resolve_scale(color="shared", size="shared")
    return dressed(chart)


def side_of(answer: AnswerView, line: Line) -> str:
    """Return the side under which a statement counts for its answer."""
    names = [name for name in (line.claimer_for, line.claimer) if name]
    return next((name for name in names if name in answer.by), names[0] if names else "claimer unresolved")


def _sides(points: Sequence[Point], colours: Mapping[str, str]) -> list[str]:
    """Return the sides that give an answer, in the order of their colours."""
    giving = {side_of(a, line) for point in points for a in point.answers for line in a.lines}
    return [side for side in colours if side in giving] + sorted(giving - set(colours))


def _question(point: Point, sides: list[str], colours: Mapping[str, str]) -> Any:
    own = [side for side in sides if any(side_of(a, n) == side for a in point.answers for n in a.lines)]
    title = alt.TitleParams(
        cut(point.question, 90), subtitle=[cut(f"{point.status}: {point.reason}", 120)], fontSize=12
    )
    tints = [tint(side, colours) for side in sides]
    dots = _dots(point, own, tints, colours)
    ranges = _ranges(point, colours, tints)
    both = alt.hconcat(dots, ranges, spacing=14) if ranges is not None else alt.hconcat(dots)
    return both.resolve_scale(y="shared", color="shared", size="shared").properties(title=title)


def _dots(point: Point, own: list[str], tints: list[str], colours: Mapping[str, str]) -> Any:
    rows = []
    for number, answer in enumerate(point.answers):
        counts = Counter(side_of(answer, line) for line in answer.lines)
        for side in own:
            if counts[side]:
                about = {
                    "side": side,
                    "tint": tint(side, colours),
                    "statements": counts[side],
                    "origins": answer.origins,
                    "order": number,
                }
                rows.append({"answer": _label(number, answer), "whole": answer.answer, **about})
    return (
        alt.Chart(data(rows), width=max(1, len(own)) * _COLUMN, height=alt.Step(_ROW))
        .mark_circle(opacity=1)
        .encode(
            x=alt.X("side:N", sort=own, axis=_SIDES),
            y=_answer_axis(labels=True),
            size=alt.Size("statements:Q", scale=alt.Scale(type="sqrt", range=[60, 420], domainMin=1),
                          legend=alt.Legend(title="statements", values=[1, 2, 5, 10], format="d")),
            color=side_colour("tint", colours, tints, "side"),
            tooltip=["whole:N", "side:N", "statements:Q", "origins:Q"],
        )
    )  # fmt: skip


def _ranges(point: Point, colours: Mapping[str, str], tints: list[str]) -> Any | None:
    told = [row for number, answer in enumerate(point.answers) for row in _figures(number, answer, colours)]
    if not told:
        return None
    units = Counter(row["unit"] for row in told)
    unit = min(units, key=lambda name: (-units[name], name))
    # One scale has one unit: figures of another are told by the words of their answer.
    rows = [row for row in told if row["unit"] == unit]
    axis = alt.Axis(title=unit, format="%" if unit == "share" else ",.12~g", tickCount=5)
    colour = side_colour("tint", colours, tints, "side")
    x = alt.X(
        "low:Q",
        axis=axis,
        scale=alt.Scale(zero=False, nice=True, domain=[0, 1] if unit == "share" else alt.Undefined),
    )
    y = _answer_axis(labels=False)
    tips = ["whole:N", "side:N", "said:N", "sentence:N"]
    base = alt.Chart(data(rows), width=_SCALE, height=alt.Step(_ROW))
    bars = base.mark_bar(height=6, opacity=0.45).encode(x=x, x2="high:Q", y=y, color=colour, tooltip=tips)
    ends = base.mark_tick(thickness=2.5, size=14).encode(
        x=alt.X("at:Q", axis=axis), y=y, color=colour, tooltip=tips
    )
    return alt.layer(bars, ends)


def _figures(number: int, answer: AnswerView, colours: Mapping[str, str]) -> list[dict[str, Any]]:
    rows = []
    for line in answer.lines:
        figure = line.quantity
        numbers = _ends(figure) if figure else None
        if figure is None or numbers is None:
            continue
        low, at, high = numbers
        rows.append({
            "answer": _label(number, answer), "whole": answer.answer, "order": number, "low": low,
            "high": high,
            "at": at, "unit": figure.unit, "side": (side := side_of(answer, line)),
            "tint": tint(side, colours), "sentence": cut(line.evidence, 200),
            "said": _said(figure),
        })  # fmt: skip
    return rows


def _ends(figure: Figure) -> tuple[float, float, float] | None:
    """Return the low end, the mark and the high end of a figure; an open end ends at the figure itself."""
    known = [n for n in (figure.low, figure.value, figure.high) if n is not None]
    if not known:
        return None
    mark = figure.value if figure.value is not None else figure.low if figure.low is not None else known[0]
    return min(known), mark, max(known)


def _said(figure: Figure) -> str:
    if figure.value is not None:
        return "about or exactly"
    if figure.low is not None and figure.high is not None:
        return "between"
    return "at least" if figure.low is not None else "at most"


def _answer_axis(*, labels: bool) -> alt.Y:
    axis = alt.Axis(title=None, labels=labels, labelLimit=LABEL_WIDTH, ticks=False, domain=False, grid=True,
                    minExtent=LABEL_WIDTH if labels else 0, maxExtent=LABEL_WIDTH)  # fmt: skip
    return alt.Y("answer:N", sort=alt.EncodingSortField("order", op="min"), axis=axis)


def _label(number: int, answer: AnswerView) -> str:
    return f"{number + 1}. {cut(answer.answer, _ANSWER)}"
