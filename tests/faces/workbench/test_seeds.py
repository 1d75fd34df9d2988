"""The workbench on the four seed articles, where they are: a real conflict's crossings and who says what."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from math import cos, hypot, radians
from pathlib import Path

import pytest

from faces.workbench.serving import Site, site_of
from sayso.api import open_ledger

SEEDS = Path(os.environ.get("SAYSO_SHARED", Path(__file__).parents[3].parent / "shared")) / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed articles are not here")

CROSSINGS = {"Islam Qala": (34.67, 61.07), "Torghundi": (35.25, 62.28), "Shir Khan Bandar": (37.08, 68.58)}


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    with open_ledger(path) as ledger:
        ledger.read([SEEDS])
    with site_of(open_ledger(path)) as site:
        yield site


def test_a_crossing_shows_claim_counterclaim_and_dispute(seeds: Site) -> None:
    text = seeds.ask("/place/Islam%20Qala").text
    said = re.findall(r'(?s)<article class="said[^>]*>.*?</article>', text)
    told = [" ".join(re.sub(r"<[^>]+>", "", one).split()) for one in said]
    assert any("Taliban" in one and "under the control of the insurgents" in one for one in told), told
    assert any("retake" in one for one in told), told
    assert any("Iran" in one and "disputed" in one for one in told), told


def test_the_map_of_a_day_shows_the_crossings_where_they_are(seeds: Site) -> None:
    atlas = seeds.ledger.pages.atlas()
    spots = {spot.name: spot for spot in atlas.spots}
    text = seeds.ask("/map?day=2021-07-09").text
    for name, (lat, lon) in CROSSINGS.items():
        spot = spots[name]
        away = hypot((spot.lat - lat) * 111, (spot.lon - lon) * 111 * cos(radians(lat)))
        assert away <= 15, (name, away)
        assert spot.on("2021-07-09") is not None
        assert f">{name}</text>" in text
