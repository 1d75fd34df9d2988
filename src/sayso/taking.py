"""What one takes along from a ledger: exports, a brief, charts.  `sayso.api.Ledger` has all of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.charts.drawing import Drawing
    from sayso.exports import Format, Kind, Material
    from sayso.ledger.interface import LedgerView
    from sayso.places.gazetteer import Gazetteer
    from sayso.views.brief import Brief


class Taking:
    """The part of a ledger's door that makes files; every call needs a ledger to be there, else NotFound."""

    @property
    def view(self) -> LedgerView:
        """The ledger opened for reading."""
        raise NotImplementedError

    def _gazetteer(self) -> Gazetteer:
        raise NotImplementedError

    def export(self, kind: Kind, form: str = "jsonl") -> Iterator[str]:
        """Yield the text of an export piece by piece.

        Raises:
            UsageError: there is no such format, it does not carry this kind, or it is not text.
        """
        from sayso.exports import format_called, written_text

        format_called(form, kind)
        return written_text(self._material(kind), form)

    def export_bytes(self, kind: Kind, form: str = "jsonl") -> Iterator[bytes]:
        """Yield the bytes of an export in any format, piece by piece; raises UsageError as `export`."""
        from sayso.exports import format_called, written

        format_called(form, kind)
        return written(self._material(kind), form)

    def brief(self, since: str, until: str | None = None, limit: int | None = 20) -> Brief:
        """Return the situation brief of the days from `since` to `until` (ISO days; one day without it).

        `limit` questions are told in full; the others are named.

        Raises:
            UsageError: a day is none, or the period ends before it begins.
        """
        from sayso.views.brief import brief_of

        return brief_of(self.view, since, until or since, limit)

    def printed_brief(
        self, since: str, until: str | None = None, form: str = "md", limit: int | None = 20
    ) -> bytes:
        """Return the brief as a file in ``md``, ``html`` or ``pdf``.

        Raises:
            UsageError: as `brief`; there is no such format, or the PDF library is not installed.
        """
        from sayso.briefs import printed

        return printed(self.brief(since, until, limit), form)

    def colours(self) -> dict[str, str]:
        """Return the colour of every side of the ledger, as all charts have it."""
        from sayso.views.colours import colours_of, sides_of

        return colours_of(sides_of(self.view))

    @property
    def can_draw(self) -> bool:
        """Whether what charts need is installed."""
        from sayso.charts.frames import can_draw

        return can_draw()

    def map(self, day: str | None = None) -> Drawing:
        """Return the map of claimed control on a day (ISO), without one the last that brought articles.

        Raises:
            UsageError: Altair is not installed, or the day is none.
        """
        from sayso.charts.frames import charting
        from sayso.charts.held import last_told, spots

        words = self._held()
        asked = last_told(words) if day is None else _day(day)
        found = spots(words, asked) if asked else []
        undated = {word.place for word in words if word.day is None} - {spot.place for spot in found}
        places = self._places_found()
        chart: Drawing = charting("controlmap").control_map(
            asked.isoformat() if asked else "", found, places.named, self.colours(), sorted(undated)
        )
        return chart

    def timeline(self, place: str) -> Drawing:
        """Return what each side says of who holds a place, by day.

        Raises:
            NotFound: the ledger names no such place, or several.
            UsageError: Altair is not installed.
        """
        from sayso.charts.frames import charting
        from sayso.views.lists import PLACE_SLOTS, meant_place

        name = meant_place(place, self.view.names(*PLACE_SLOTS), self.view.placed(), self._gazetteer)
        words = [word for word in self._held() if word.place == name]
        chart: Drawing = charting("timeline").timeline_chart(name, words, self.colours())
        return chart

    def _held(self) -> list[Any]:
        from sayso.charts.held import held
        from sayso.views.labels import labels_of

        return held(self.view.statements(), labels_of(self.view))

    def _material(self, kind: Kind) -> Material:
        from sayso.exports import Material
        from sayso.views.contract import rows_of

        return Material(rows_of(self.view, kind), kind, self.view, self._places_found())

    def _places_found(self) -> Any:
        from sayso.views.found_places import FoundPlaces

        return FoundPlaces(self.view, self._gazetteer)


def export_formats() -> tuple[Format, ...]:
    """Return all export formats, by name."""
    from sayso.exports import formats

    return tuple(formats().values())


def _day(text: str) -> date:
    from sayso.model.errors import UsageError

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is no day: write it as 2031-03-09") from None
