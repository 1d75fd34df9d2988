"""Standing figures in passing."""

from __future__ import annotations

import pytest

from reading.scenes import parsed
from sayso.reading.measures import measures_of

CASES = [
    ("The Front took half of Norrel's 14 districts.", ["Norrel's 14 districts"]),
    ("The army left Vantorr, 130 km south of Ombrisa.", ["130 km"]),
    ("The army marched 130 km.", []),
    ("The 90 km border between Norrel and Southbasin was quiet.", ["The 90 km border"]),
    (
        "The Front took Vantorr, the busiest crossing between Norrel and Southbasin.",
        ["the busiest crossing"],
    ),
    ("The Front took Vantorr, the main town in the valley.", []),
    ("The band played Vantorr, the best hall.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_measures(text: str, expected: list[str]) -> None:
    scene, parse = parsed(text)
    found = measures_of(scene, parse)
    assert [scene.words(e.slots["thing"].first, e.slots["thing"].last) for e in found] == expected
