"""The part of the door for faces by which a ledger is leafed through, whatever its size; maps' ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.api.door import Door

# As in `door`: what a call needs is imported in it.
if TYPE_CHECKING:
    from sayso.ledger.interface import PagedView
    from sayso.views.board import Point
    from sayso.views.pages import Pages


class Paging(Door):
    """What `Ledger` shows some at a time."""

    _paged: PagedView | None = None

    def counted_points(
        self,
        limit: int | None = None,
        status: str | None = None,
        place: str | None = None,
        type: str | None = None,  # noqa: A002 - the field's own name
    ) -> tuple[tuple[Point, ...], int]:
        """Return the board as `Ledger.points` does, and how many questions fit."""
        from sayso.views.board import Asked, board_of, board_page
        from sayso.views.lists import place_names

        places = None if place is None else place_names(self.view, place, self._gazetteer)
        asked = Asked(status, type, places)
        if limit is not None and self._clocks is None:
            return board_page(self.pages.ledger, limit, asked)
        found = board_of(self.view, None, asked)
        return found[:limit], len(found)

    @property
    def pages(self) -> Pages:
        """The ledger as pages show it: some at a time, whatever its size; see `Pages`."""
        from sayso.ledger import open_view
        from sayso.views.pages import Pages

        if self._paged is None:
            self._paged = open_view(self.path)
            if self._clocks is not None:
                from sayso.views.leafing_then import PagedThen

                self._paged = PagedThen(self._paged, self._clocks, self.profile)
        return Pages(self._paged, self.profile, self._gazetteer)

    def colour_numbers(self) -> dict[str, int]:
        """Return the number of each side's colour, from 0 to 7; a side without an own colour has none.

        Colours are those of charts and maps (`colours`), by all that the ledger holds, whatever its clocks.
        """
        from sayso.ledger import open_view
        from sayso.views.colours import colours_of, numbers_of, sides_of

        with open_view(self.path) as view:
            return numbers_of(colours_of(sides_of(view)))

    def _close_pages(self) -> None:
        if self._paged is not None:
            self._paged.close()
            self._paged = None
