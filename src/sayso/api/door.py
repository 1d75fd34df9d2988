"""What every part of the door to a ledger can count on."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

# What a call needs is imported in it: `sayso --help` and a script's first line must not wait for a store.
if TYPE_CHECKING:
    from sayso.ledger.interface import LedgerView, LedgerWriter
    from sayso.model.profile import Profile
    from sayso.places.gazetteer import Gazetteer
    from sayso.views.clocks import Clocks

T = TypeVar("T")


class Door(ABC):
    """A ledger's place, its profile, its two clocks, and how its parts get at the store and the gazetteer."""

    path: Path
    profile: Profile
    _told: bool
    """Whether somebody gave the profile; else the ledger's last one is taken."""
    _clocks: Clocks | None

    @property
    @abstractmethod
    def view(self) -> LedgerView:
        """The ledger opened for reading, by its clocks; raises NotFound where there is none."""

    @abstractmethod
    def _gazetteer(self) -> Gazetteer: ...

    @abstractmethod
    def _writing(self, work: Callable[[LedgerWriter], T]) -> T: ...
