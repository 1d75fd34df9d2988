"""Colours of sides: stable, apart from each other for every eye, and strong enough on white."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from sayso.ledger.interface import LedgerView
from sayso.views.colours import OTHER, PALETTE, colours_of, sides_of

SEEN = {
    "full sight": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""How linear red, green and blue are seen (Machado, Oliveira and Fernandes 2009, severity 1.0)."""


def linear(colour: str) -> list[float]:
    parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    r, g, b = (min(1.0, max(0.0, part)) for part in rgb)
    x, y, z = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, eye: str) -> tuple[float, float, float]:
    rgb = linear(colour)
    return lab([sum(a * b for a, b in zip(row, rgb, strict=True)) for row in SEEN[eye]])


@pytest.mark.parametrize("eye", SEEN)
def test_colours_are_apart_for_every_eye(eye: str) -> None:
    nearest = min(dist(seen(a, eye), seen(b, eye)) for a, b in combinations([*PALETTE, OTHER], 2))
    assert nearest >= 19


@pytest.mark.parametrize("colour", [*PALETTE, OTHER])
def test_colours_stand_out_from_white(colour: str) -> None:
    r, g, b = linear(colour)
    assert 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05) >= 3


def test_a_name_keeps_its_colour_whoever_else_is_there() -> None:
    alone = colours_of(["Reds"])["Reds"]
    assert colours_of(["Reds", "Blues", "Greens"])["Reds"] == alone
    assert colours_of(["Reds", "Reds"]) == {"Reds": alone}


def test_sides_of_one_ledger_never_share_a_colour_until_all_are_given() -> None:
    many = colours_of(f"side {number}" for number in range(12))
    assert sorted(many.values())[:4] == [OTHER] * 4 or list(many.values())[8:] == [OTHER] * 4
    assert len(set(list(many.values())[:8])) == 8


def test_who_contends_comes_first(hills: LedgerView) -> None:
    assert sides_of(hills)[:2] == ("Blues", "Reds")
    assert {"Hill Post", "Una Holt", "Ilo Marsh"} <= set(sides_of(hills))
