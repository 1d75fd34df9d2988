"""Shares, and precision, recall and F1, as all stages tell them."""

from __future__ import annotations


def share(part: float, whole: float) -> float:
    """Return a part of a whole, rounded to four places; 0 where there is nothing."""
    return round(part / whole, 4) if whole else 0.0


def rates(name: str, hit: int, read: int, gold: int) -> dict[str, float]:
    """Return precision, recall and F1 under ``name.p``, ``name.r``, ``name.f1``."""
    p, r = share(hit, read), share(hit, gold)
    return {f"{name}.p": p, f"{name}.r": r, f"{name}.f1": share(2 * p * r, p + r)}
