"""What all charts share: their look, the colours of sides, and how text gets into them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import altair as alt

from sayso.model.plain import plain
from sayso.views.colours import OTHER

Drawing = alt.LayerChart | alt.VConcatChart

FONT = "DejaVu Sans, Verdana, Arial, sans-serif"
INK = "#1b1b1b"
OTHERS = "others"
LABEL_WIDTH = 360
"""Pixels for the words of an answer beside a row; longer words are cut there and whole in the tooltip."""


def data(rows: Iterable[Mapping[str, Any]]) -> alt.InlineData:
    """Return rows as inline data; words of articles come without control and direction marks."""
    clean = ({name: plain(v) if isinstance(v, str) else v for name, v in row.items()} for row in rows)
    return alt.InlineData(values=list(clean))


def tint(side: str, colours: Mapping[str, str]) -> str:
    """Return the name under which the legend has a side: its own, or `OTHERS` where it has no own colour."""
    return plain(side) if colours.get(side, OTHER) != OTHER else OTHERS


def side_colour(field: str, colours: Mapping[str, str], tints: Iterable[str], title: str) -> alt.Color:
    """Return the colours of the tints that are shown, with their legend."""
    shown = set(tints)
    own = {tint(side, colours): colour for side, colour in colours.items() if tint(side, colours) in shown}
    if OTHERS in shown:
        own = {name: colour for name, colour in own.items() if name != OTHERS} | {OTHERS: OTHER}
    scale = alt.Scale(domain=list(own), range=list(own.values()))
    return alt.Color(
        f"{field}:N", scale=scale, legend=alt.Legend(title=title, labelLimit=240, symbolOpacity=1)
    )


def dressed(chart: Any) -> Drawing:
    """Return the chart in the house's look."""
    drawing: Drawing = (
        chart.configure(font=FONT, background="white")
        .configure_view(stroke=None)
        .configure_axis(labelFontSize=11, titleFontSize=11, titleFontWeight="normal", gridColor="#e6e6e6",
                        labelColor=INK, titleColor=INK, domainColor="#999", tickColor="#999")
        .configure_legend(labelFontSize=11, titleFontSize=11, titleFontWeight="normal", symbolSize=110)
        .configure_title(anchor="start", fontSize=14, subtitleFontSize=11, color=INK, subtitleColor="#555",
                         offset=8)
    )  # fmt: skip
    return drawing


def cut(text: str, most: int) -> str:
    """Return the text, or its start and an ellipsis where it has more than `most` characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
