"""How long the command line takes to answer."""

from __future__ import annotations

from statistics import median

from bench.figures import Figure, cpu_seconds

HELP = "from sayso.faces.cli import main; main()"
PAIRS = 9


def measure() -> dict[str, Figure]:
    """Time ``sayso --help`` beside an empty Python program."""
    times = [(cpu_seconds(["-c", HELP, "--help"]), cpu_seconds(["-c", "pass"])) for _ in range(PAIRS)]
    return {
        "help_to_empty_python": Figure(
            median(one / other for one, other in times),
            20.0,
            "min",
            "ratio",
            f"sayso --help by python -c pass: processor time, median of {PAIRS} pairs of processes",
        ),
        "help_seconds": Figure(
            median(one for one, _ in times), 0.5, "min", "seconds", "sayso --help, the same processes"
        ),
    }
