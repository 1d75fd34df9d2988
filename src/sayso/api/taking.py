"""What one takes along from a ledger: exports, a brief, charts.  `sayso.api.Ledger` has all of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.api.door import Door

if TYPE_CHECKING:
    from sayso.charts.drawing import Drawing
    from sayso.exports import Format, Material
    from sayso.model.contract import Exported
    from sayso.views.brief import Brief


class Taking(Door):
    """The part of a ledger's door that makes files; every call needs a ledger to be there, else NotFound."""

    def export(self, kind: Exported, form: str = "jsonl") -> Iterator[str]:
        """Yield the text of an export piece by piece.

        Raises:
            UsageError: there is no such format, it does not carry this kind, or it is not text.
        """
        from sayso.exports import format_called, written_text

        format_called(form, kind)
        return written_text(self._material(kind), form)

    def export_bytes(self, kind: Exported, form: str = "jsonl") -> Iterator[bytes]:
        """Yield the bytes of an export in any format, piece by piece; raises UsageError as `export`."""
        from sayso.exports import format_called, written

        format_called(form, kind)
        return written(self._material(kind), form)

    def backup(self, to: str | Path) -> Path:
        """Copy the ledger as it stands at this moment, with its stored bytes; return where the copy is.

        Others may go on writing.  `to` is a new file, or a folder.  The copy is a ledger itself: opened at
        its place, or copied back by the same call.

        Raises:
            UsageError: there is a file already.
            LedgerFull, LedgerError: the copy cannot be written.
        """
        from sayso.ledger import copy_ledger

        return copy_ledger(self.path, Path(to))

    def brief(self, since: str, until: str | None = None, limit: int | None = 20) -> Brief:
        """Return the situation brief of the days from `since` to `until` (ISO days; one day without it).

        `limit` questions are told in full; the others are named.  What changed in the period is told first,
        sides by the ledger's profile.

        Raises:
            UsageError: a day is none, or the period ends before it begins.
        """
        from sayso.views.brief import brief_of

        return brief_of(self.view, since, until or since, limit, self.profile)

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

        How each place stands is what `Ledger.place` says of it.

        Raises:
            UsageError: Altair is not installed, or the day is none.
        """
        from sayso.charts.frames import charting
        from sayso.charts.held import last_told, standing
        from sayso.views.grounds import grounds_of

        grounds = grounds_of(self.view, self._gazetteer, self.profile)
        asked = (last_told(grounds) if day is None else _day(day).isoformat()) or ""
        places = self._places_found()
        chart: Drawing = charting("controlmap").control_map(
            asked, standing(grounds, asked), places.named, self.colours()
        )
        return chart

    def timeline(self, place: str) -> Drawing:
        """Return how a place stood, and what each side says of who holds it, by day.

        Raises:
            NotFound: the ledger names no such place, or several.
            UsageError: Altair is not installed.
        """
        from sayso.charts.frames import charting
        from sayso.views.grounds import ground_of
        from sayso.views.lists import PLACE_SLOTS, meant_place

        name = meant_place(place, self.view.names(*PLACE_SLOTS), self.view.placed(), self._gazetteer)
        ground = ground_of(self.view, name, self._gazetteer, self.profile)
        chart: Drawing = charting("timeline").timeline_chart(ground, self.colours())
        return chart

    def _material(self, kind: Exported) -> Material:
        from sayso.exports import Material
        from sayso.views.contract import rows_of
        from sayso.views.judged import Laid

        rows = () if kind == "captures" else rows_of(self.view, kind)
        return Material(rows, kind, self.view, self._places_found(), Laid(self.view))

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
