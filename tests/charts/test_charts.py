"""Charts: what they hold, that they can be drawn without the network, and that hostile words stay words."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from exports.ledgers import HillPlaces, make_ledger
from sayso.api import Ledger, open_ledger, picture_of
from sayso.charts.controlmap import control_map
from sayso.charts.drawing import OTHERS, tint
from sayso.charts.framing import WIDTH, anchored, framed
from sayso.charts.held import Standing, standing
from sayso.model.errors import NotFound, UsageError
from sayso.views.colours import OTHER, PALETTE
from sayso.views.grounds import Ground, grounds_of
from views.hills import PROFILE, door
from views.hills import make_ledger as make_hills


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ledger(tmp_path_factory.mktemp("charts") / "hostile.db")


@pytest.fixture
def hills(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(make_hills(tmp_path / "hills.db")) as ledger:
        yield ledger


def values(spec: Any) -> Iterator[dict[str, Any]]:
    """Yield all rows of data in a chart's specification."""
    if isinstance(spec, dict):
        found = [spec["values"]] if isinstance(spec.get("values"), list) else []
        found += list(spec.get("datasets", {}).values())
        for rows in found:
            yield from (row for row in rows if isinstance(row, dict))
        for inner in spec.values():
            yield from values(inner)
    elif isinstance(spec, list):
        for inner in spec:
            yield from values(inner)


def words_of(svg: bytes) -> list[str]:
    return [
        "".join(node.itertext()) for node in ElementTree.fromstring(svg).iter() if node.tag.endswith("}text")
    ]


def test_the_board_shows_answers_by_side_and_figures_as_ranges(hills: Ledger) -> None:
    rows = list(values(json.loads(picture_of(hills.board().chart(), "json"))))
    dots = {(row["whole"], row["side"]): row["statements"] for row in rows if "statements" in row}
    assert dots["Blues holds Alder Bridge", "Blues"] == 1
    figures = {(row["side"], row["at"]) for row in rows if "at" in row}
    assert {("Blues", 12), ("Reds", 30)} <= figures


def test_the_boards_rows_are_as_they_were(hills: Ledger) -> None:
    board = hills.board()
    assert board[0]["question"]
    assert len(board.to_records()) == len(hills.points())


def test_a_timeline_has_a_row_a_side(hills: Ledger) -> None:
    rows = list(values(json.loads(picture_of(hills.timeline("alder bridge"), "json"))))
    says = {(row["side"], row["who"], row["says"]) for row in rows if "says" in row}
    assert says == {
        ("Reds", "Reds", "hold it"), ("Blues", "Reds", "do not hold it"), ("Blues", "Blues", "hold it"),
    }  # fmt: skip


def test_a_place_that_nobody_named_has_no_timeline(hills: Ledger) -> None:
    with pytest.raises(NotFound):
        hills.timeline("Atlantis")


def grounds(ledger: Ledger) -> tuple[Ground, ...]:
    return grounds_of(ledger.view, door, PROFILE)


def test_who_holds_what_on_a_day(hills: Ledger) -> None:
    (before,) = standing(grounds(hills), "2031-03-03").spots
    assert (before.place, before.state, before.holders) == ("Alder Bridge", "claimed only", ("Reds",))
    (after,) = standing(grounds(hills), "2031-03-05").spots
    assert (after.state, after.holders) == ("contested", ("Blues", "Reds"))
    assert standing(grounds(hills), "2031-03-02") == Standing((), (), ())


def test_the_map_says_what_the_place_ledger_says(hills: Ledger) -> None:
    for day in ("2031-03-03", "2031-03-04", "2031-03-05"):
        (spot,) = standing(grounds(hills), day).spots
        (state,) = (s for s in hills.place(spot.place).states if s.since <= day <= (s.until or day))
        assert (spot.state, spot.words) == (state.state, state.words)


def test_the_map_draws_places_and_names_what_it_cannot_draw(hills: Ledger) -> None:
    found = standing(grounds(hills), "2031-03-05")
    drawn = control_map("2031-03-05", found, HillPlaces().named, hills.colours())
    rows = [row for row in values(json.loads(picture_of(drawn, "json"))) if "path" in row]
    assert {(row["place"], row["who"], row["lat"], row["lon"]) for row in rows} == {
        ("Alder Bridge", "Reds", -12.25, 7.5), ("Alder Bridge", "Blues", -12.25, 7.5),
    }  # fmt: skip
    assert len({row["path"] for row in rows}) == 2
    missing = picture_of(control_map("2031-03-05", found, lambda _: None, {}), "svg")
    assert any("no point for them: Alder Bridge" in words for words in words_of(missing))


def test_words_without_any_day_are_counted_and_not_drawn(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    fields = {
        "article": "x.txt",
        "evidence": "y",
        "type": "control",
        "epistemic": "true-certain",
        "actor": "Reds",
    }
    rows.write_text(json.dumps(fields | {"place": "Elm Ford", "claimer": "Reds"}) + "\n", encoding="utf-8")
    with open_ledger(tmp_path / "hand.db") as ledger:
        ledger.import_statements(rows)
        line, chart = picture_of(ledger.timeline("Elm Ford"), "svg"), picture_of(ledger.map(), "svg")
    assert any("nothing tells their day: 1 of 1 words" in words for words in words_of(line))
    assert any("nothing tells a day: Elm Ford" in words for words in words_of(chart))


def test_a_map_of_another_day_and_of_no_day(hills: Ledger) -> None:
    assert "2031-03-04" in picture_of(hills.map("2031-03-04"), "json").decode()
    with pytest.raises(UsageError, match="'March' is no day"):
        hills.map("March")


@pytest.mark.parametrize("form", ["svg", "png"])
def test_hostile_words_are_drawn_as_words(hostile: Path, form: str) -> None:
    with open_ledger(hostile) as ledger:
        made = picture_of(ledger.board().chart(), form)
    if form == "png":
        assert made.startswith(b"\x89PNG")
        return
    tags = {node.tag.rpartition("}")[2] for node in ElementTree.fromstring(made).iter()}
    assert not tags & {"script", "image", "a", "foreignObject"}
    assert any("[link](javascript:alert(1))" in words for words in words_of(made))
    assert not any("\u202e" in words for words in words_of(made))


def test_a_side_has_one_colour_in_all_charts(hills: Ledger) -> None:
    charts = [hills.board().chart(), hills.timeline("Alder Bridge"), hills.map()]
    found: dict[str, set[str]] = {}

    def scales(spec: Any) -> Iterator[dict[str, Any]]:
        if isinstance(spec, dict):
            if isinstance(spec.get("color"), dict) and "scale" in spec["color"]:
                yield spec["color"]["scale"]
            for inner in spec.values():
                yield from scales(inner)
        elif isinstance(spec, list):
            for inner in spec:
                yield from scales(inner)

    for chart in charts:
        for scale in scales(json.loads(picture_of(chart, "json"))):
            for side, colour in zip(scale["domain"], scale["range"], strict=True):
                found.setdefault(side, set()).add(colour)
    assert {side: len(colours) for side, colours in found.items()} == dict.fromkeys(found, 1)
    assert found["Reds"] == {hills.colours()["Reds"]}


def test_a_side_without_a_colour_is_one_of_the_others() -> None:
    colours = {"Reds": PALETTE[0], "Greys": OTHER}
    assert [tint(side, colours) for side in ("Reds", "Greys", "nobody")] == ["Reds", OTHERS, OTHERS]


def test_names_on_a_map_do_not_cover_each_other() -> None:
    spots_at = [(60.0 + n * 0.01, 30.0) for n in range(4)]
    frame = framed(spots_at)
    placed = anchored([(f"Town {n}", *spot) for n, spot in enumerate(spots_at)], frame)
    boxes = [
        anchor.box(*frame.spot(lon, lat), name) for anchor, labels in placed for name, lon, lat in labels
    ]
    assert len(boxes) == 4
    assert len({anchor for anchor, _ in placed}) > 1
    for n, a in enumerate(boxes):
        for b in boxes[n + 1 :]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]


@pytest.mark.parametrize(
    "spots_at", [[(0.0, 0.0)], [(179.9, 83.0), (-179.9, -83.0)], [(70.0, 34.0), (70.0, 34.001)]]
)
def test_every_frame_is_a_stretch_of_the_world(spots_at: list[tuple[float, float]]) -> None:
    frame = framed(spots_at)
    assert -180 <= frame.west < frame.east <= 180
    assert -84 <= frame.south < frame.north <= 84
    for lon, lat in spots_at:
        x, y = frame.spot(lon, lat)
        assert 0 <= x <= WIDTH
        assert 0 <= y <= frame.height


def test_without_altair_the_extra_is_named(hills: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    board = hills.board()
    for name in [name for name in sys.modules if name.startswith("sayso.charts.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(UsageError, match=r"charts need altair: pip install 'sayso\[charts\]'"):
        board.chart()


def test_an_unknown_picture_is_refused(hills: Ledger) -> None:
    with pytest.raises(UsageError, match="'bmp': there are svg, png, json"):
        picture_of(hills.map(), "bmp")
