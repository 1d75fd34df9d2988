"""A chart as a picture, made on this machine without a browser and without the network."""

from __future__ import annotations

from typing import Any

import vl_convert

FORMATS = ("svg", "png", "json")
_SCALE = 2.0
"""Pixels of a PNG for each of the chart: sharp on paper and on dense screens."""


def picture(chart: Any, form: str) -> bytes:
    """Return the chart as ``svg``, ``png`` or ``json`` (its Vega-Lite specification, for other programs)."""
    spec = chart.to_json(indent=1 if form == "json" else None)
    if form == "json":
        return f"{spec}\n".encode()
    if form == "png":
        return bytes(vl_convert.vegalite_to_png(spec, scale=_SCALE, allowed_base_urls=[]))
    return str(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])).encode()
