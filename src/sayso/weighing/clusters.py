"""Grouping along one axis: time, or the size of a figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sayso.claimtypes.comparing import days
from sayso.model.proposition import Figure
from sayso.weighing.voices import Voice

LASTING = timedelta(days=7)
"""A claim repeated within a week is one claim; news repeats a standing claim for about so long."""

NEAR = 0.1
"""Figures within ± 10 % of each other say the same (GUIDE.md, field `quantity`)."""


def in_time(members: Sequence[Voice]) -> list[list[Voice]]:
    """Return the members in runs whose dates meet or follow within a week, each in the members' order.

    Those without a date join the run if there is but one; otherwise nobody can tell which is meant, and
    they stand alone.
    """
    dated = [(days(v.proposition.when), n) for n, v in enumerate(members) if v.proposition.when]
    undated = [n for n, v in enumerate(members) if not v.proposition.when]
    runs: list[list[int]] = []
    last = date.min
    for (first, end), n in sorted(dated):
        if runs and date.fromisoformat(first) - last <= LASTING:
            runs[-1].append(n)
            last = max(last, date.fromisoformat(end))
        else:
            runs.append([n])
            last = date.fromisoformat(end)
    if undated:
        runs = [runs[0] + undated] if len(runs) == 1 else [*runs, undated]
    return [[members[n] for n in sorted(run)] for run in runs]


def by_figure(figures: Sequence[Figure | None]) -> list[list[int]]:
    """Return positions of figures that say the same: values within ± 10 %, or bounds alike."""
    order = sorted(range(len(figures)), key=lambda n: (_shape(figures[n]), _ends(figures[n]), n))
    groups: list[list[int]] = []
    for n in order:
        if groups and alike(figures[groups[-1][0]], figures[n]):
            groups[-1].append(n)
        else:
            groups.append([n])
    return groups


def _shape(figure: Figure | None) -> tuple[int, str]:
    """A figure with a value, one with bounds only (which?), or none: these never say the same."""
    if figure is None:
        return (0, "")
    if figure.value is not None:
        return (1, figure.unit)
    return (2 + (figure.low is None) + 2 * (figure.high is None), figure.unit)


def _ends(figure: Figure | None) -> tuple[float, float]:
    if figure is None:
        return (0.0, 0.0)
    if figure.value is not None:
        return (figure.value, figure.value)
    return (figure.low or 0.0, figure.high or 0.0)


def alike(a: Figure | None, b: Figure | None) -> bool:
    """Tell whether two figures say the same: both values within ± 10 %, or bounds of one shape so."""
    if _shape(a) != _shape(b):
        return False
    pairs = zip(_ends(a), _ends(b), strict=True)
    return all(abs(x - y) <= NEAR * max(abs(x), abs(y)) for x, y in pairs)
