"""Which sides a page names in its lists and legends."""

from __future__ import annotations

from sayso.ledger.interface import PagedView
from sayso.model.profile import Profile

SIDES = 8
"""So many sides stand in a list: as many as there are colours."""


def heard_sides(ledger: PagedView, profile: Profile) -> tuple[str, ...]:
    """Return the sides heard most: those of the profile first, then those with most statements."""
    heard = {known.name: known.statements for known in ledger.known("side", 200).items}
    named = [side for side in dict.fromkeys(party.side for party in profile.parties) if side in heard]
    named.sort(key=lambda side: (-heard[side], side))
    return tuple(dict.fromkeys([*named, *heard]))[:SIDES]
