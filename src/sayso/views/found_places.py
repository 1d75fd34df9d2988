"""The places that a ledger's names mean, looked up only when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from sayso.ledger.interface import LedgerView
from sayso.model.place import Place
from sayso.places.gazetteer import Gazetteer


class FoundPlaces:
    """Finds places as the ledger's articles were read; opens the gazetteer only where they name any."""

    def __init__(self, ledger: LedgerView, gazetteer: Callable[[], Gazetteer]) -> None:
        self._ledger = ledger
        self._open = gazetteer

    @cached_property
    def _ids(self) -> dict[str, str]:
        return self._ledger.placed()

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return self._open()

    def named(self, name: str) -> Place | None:
        """Return the place that the articles meant by `name`, None where none or several."""
        return self.place(self._ids[name]) if name in self._ids else None

    def place(self, id_: str) -> Place | None:
        """Return the place with this gazetteer id; a country's is its ISO alpha-2 code."""
        return self._gazetteer.place(id_)
