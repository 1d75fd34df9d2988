"""What befell the people that a casualty figure counts, by the words around it."""

from __future__ import annotations

from collections.abc import Sequence

_UNITS = {
    "killed": (
        "killed", "kill", "kills", "killing", "dead", "died", "die", "deaths", "death", "slain", "eliminated",
        "executed", "martyrs", "martyred", "fallen", "bodies", "lives", "shot", "toll", "liquidated",
        "neutralised", "neutralized",
    ),
    "wounded": ("wounded", "injured", "hurt", "injuries", "wounding", "injuring", "wounds", "maimed"),
    "captured": (
        "captured", "prisoner", "prisoners", "capturing", "captive", "captives", "seized", "hostage",
        "hostages", "kidnapped", "abducted",
    ),
    "detained": ("detained", "arrested", "arrests", "detention", "detaining"),
    "surrendered": ("surrendered", "surrender", "surrendering"),
    "missing": ("missing", "disappeared", "unaccounted"),
}  # fmt: skip
TOLLS = {word: unit for unit, words in _UNITS.items() for word in words}
"""Word → what befell the people that are counted."""


_LESS_PLAIN = {
    "lost": "killed",
    "lose": "killed",
    "losing": "killed",
    "buried": "killed",
    "arms": "surrendered",
}
"""Words that tell it where no plainer one stands near ("lost two men", "laid down their arms")."""


def toll_unit(words: Sequence[str], anchor: int, reach: int = 8) -> str | None:
    """Return the unit that the anchor among the words tells, else the nearest one within reach, else None."""
    near = sorted(
        range(max(0, anchor - reach), min(len(words), anchor + reach + 1)), key=lambda n: abs(n - anchor)
    )
    for table in (TOLLS, _LESS_PLAIN):
        told = next((table[word] for n in near if (word := words[n].lower()) in table), None)
        if told is not None:
            return told
    return None
