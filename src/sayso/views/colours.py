"""One colour a side, the same in all charts, maps and pages, and told apart by colour-blind eyes too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256

from sayso.ledger.interface import LedgerView
from sayso.views.judged import Laid

PALETTE = ("#0891B2", "#661100", "#B8860B", "#7A5CFF", "#A0522D", "#1E3A5F", "#581C87", "#111827")
"""Colours that stand at least 3:1 against white (WCAG 1.4.11), and at least 19 apart from each other and from
`OTHER` (CIE76), seen with full sight and with each kind of colour blindness (Machado and others, 2009)."""

_DARK = frozenset({"#661100", "#1E3A5F", "#581C87", "#111827"})
"""Those that look alike in a small mark: two sides that contend should not both have one of them."""

OTHER = "#767676"
"""The colour of sides beyond the palette, and of what is nobody's."""


def colours_of(sides: Iterable[str]) -> dict[str, str]:
    """Return a colour for every side, in the order given; beyond eight sides it is `OTHER`.

    A side's name names its colour, in every ledger; only where a side before it has the same colour, or one
    more dark (or light) colour than the others, does it take the next free one of the other kind.  So the two
    weightiest sides are one dark, one light.  Give all the ledger's sides each time, the weightiest first
    (`sides_of`).
    """
    taken: dict[str, str] = {}
    for side in dict.fromkeys(sides):
        start = int.from_bytes(sha256(side.encode("utf-8", "surrogatepass")).digest()[:4]) % len(PALETTE)
        choices = [PALETTE[(start + step) % len(PALETTE)] for step in range(len(PALETTE))]
        used = set(taken.values()) - {OTHER}
        dark = len(used & _DARK)
        free = [colour for colour in choices if colour not in used]
        wanted = [c for c in free if dark * 2 == len(used) or (c in _DARK) == (dark * 2 < len(used))]
        taken[side] = next(iter(wanted or free), OTHER)
    return taken


def numbers_of(colours: Mapping[str, str]) -> dict[str, int]:
    """Return each side's place in `PALETTE`; a side without a colour of its own has none."""
    places = {colour: number for number, colour in enumerate(PALETTE)}
    return {side: places[colour] for side, colour in colours.items() if colour in places}


def sides_of(ledger: LedgerView) -> tuple[str, ...]:
    """Return all who may need a colour, the weightiest first.

    First who contends (who is spoken for, or is said to hold or take a place), by the number of such
    statements, then everybody else who gives an answer, then those who only speak for themselves.
    Rejected statements count for nobody, corrected ones as corrected.
    """
    contending: Counter[str] = Counter()
    speaking: Counter[str] = Counter()
    for statement in Laid(ledger).weighed(ledger.statements()):
        prop = statement.proposition
        if statement.claimer_for:
            contending[statement.claimer_for] += 1
        if prop.actor and prop.type in ("control", "takeover", "retreat"):
            contending[prop.actor] += 1
        if statement.claimer:
            speaking[statement.claimer] += 1
    answering = Counter(side for q in ledger.questions() for answer in q.answers for side in answer.by)
    return tuple(
        dict.fromkeys(side for counts in (contending, answering, speaking) for side in _ranked(counts))
    )


def _ranked(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda side: (-counts[side], side))
