"""What was wrong with inputs, in words: one line an issue, the worst first, many of a kind as one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.faces.cli.lines import count_words
from sayso.faces.cli.options import asking
from sayso.faces.cli.screen import plain, tell

if TYPE_CHECKING:
    from sayso.model.issue import Issue

SHOWN = 15
"""How many issues a run prints before it refers to the ledger for the rest."""

SHOWN_ALIKE = 3
"""How many issues of one code in one file (notes: in one run) are printed one by one."""

SEVERITIES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
"""From worst to least, with their styles."""

HINTS = {
    "fetch-refused": "A refused page can be saved from your browser and read as a file; "
    "--allow-private lets addresses of your own network through.",
    "no-reader": "Only English is read so far; such articles are kept for a version that can read them.",
}
"""What one can do about it, by the code of the issue; said once a run."""

_ROW = re.compile(r"#\d+\Z")


def tell_issues(issues: Sequence[Issue], ledger: Path) -> None:
    """Print the issues of a run on standard error, and what can be done about them."""
    ranked = sorted(issues, key=lambda issue: list(SEVERITIES).index(issue.severity))
    shown = list(_first_of_each(ranked))
    for issue in shown[:SHOWN]:
        where = plain(issue.source) + _where(issue)
        tell((f"{issue.severity:8}", SEVERITIES[issue.severity]), f"{where}: {plain(issue.message)}")
    left_out = len(issues) - len(shown[:SHOWN])
    if left_out:
        tell(f"… and {count_words(left_out, 'more', 'more')}; all of them: ", asking("export issues", ledger))
    for code in dict.fromkeys(issue.code for issue in ranked if issue.code in HINTS):
        tell((HINTS[code], "dim"))


def counted(issues: Sequence[Issue]) -> str:
    """Return how many issues there are of each severity, "" for none."""
    counts = {s: sum(issue.severity == s for issue in issues) for s in SEVERITIES}
    return ", ".join(count_words(count, severity) for severity, count in counts.items() if count)


def _first_of_each(issues: Sequence[Issue]) -> Iterator[Issue]:
    seen: dict[tuple[str, str], int] = {}
    for issue in issues:
        file = "" if issue.severity == "note" else _ROW.sub("", issue.source)
        kind = (file, issue.code)
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] <= SHOWN_ALIKE:
            yield issue


def _where(issue: Issue) -> str:
    # An import's own words name the row.
    line = f", line {issue.line}" if issue.line and issue.stage != "import" else ""
    return line + (f", offset {issue.offset}" if issue.offset is not None else "")
