"""Which sides a page gives a colour of their own."""

from __future__ import annotations

from sayso.ledger.interface import PagedView
from sayso.model.profile import Profile

COLOURS = 8
"""So many sides have a colour that tells them apart for colour-blind eyes too; others are grey."""


def coloured_sides(ledger: PagedView, profile: Profile) -> tuple[str, ...]:
    """Return the sides in the order of their colours: the profile's, then those with most statements."""
    heard = {known.name: known.statements for known in ledger.known("side", 200).items}
    named = [side for side in dict.fromkeys(party.side for party in profile.parties) if side in heard]
    named.sort(key=lambda side: (-heard[side], side))
    return tuple(dict.fromkeys([*named, *heard]))[:COLOURS]
