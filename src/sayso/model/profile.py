"""A conflict profile: who is who, as its user sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.place import Place

PartyKind = Literal["armed group", "government", "state", "organisation"]


@dataclass(frozen=True, slots=True)
class Spokesperson:
    """Somebody who speaks for a party."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """An actor of the conflict; `side` is the name that all its organs count under."""

    name: str
    kind: PartyKind
    side: str
    country: str | None = None
    capital: str | None = None
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    spokespeople: tuple[Spokesperson, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownSource:
    """An outlet or agency known by name; `side` where it speaks for one."""

    name: str
    kind: Literal["agency", "outlet"]
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """All that a user has told about a conflict; every field may be empty."""

    name: str = ""
    note: str = ""
    since: str | None = None
    until: str | None = None
    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    sources: tuple[KnownSource, ...] = ()
