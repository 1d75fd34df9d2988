"""One statement, one article: everything known of it in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.faces.cli.days import day_words
from sayso.faces.cli.figures import figure_words
from sayso.faces.cli.lines import count_words, short, tell_line
from sayso.faces.cli.screen import out, plain, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.views.sheet import Kin, Sheet
    from sayso.views.shown import Shown

MEANS = {
    "true-certain": "the claimer stands by it",
    "true-uncertain": "the claimer thinks it possible",
    "unknown": "the claimer does not know",
    "false-uncertain": "the claimer doubts it",
    "false-certain": "the claimer denies it",
    "actual": "it is or was so",
    "intended": "it is planned or promised",
    "predicted": "it is expected",
    "demanded": "it is asked for",
    "conditional": "it depends on a condition",
    "direct": "in the claimer's own words",
    "indirect": "in the outlet's words",
    "mixed": "partly in the claimer's own words",
    "narrator": "the outlet says it itself",
    "unverified": "the article could not check it",
    "disputed": "somebody disputes it",
    "confirmed": "somebody confirms it",
    "negative": "it is said not to be so",
    "read": "statements were looked for",
    "stored": "kept, but not read: no reader for its language",
    "stub": "known by name only, from an import",
}
"""The scales of the annotation guide in plain words."""

LINEAGE = {
    "shared-text": "shares text with",
    "agency-credit": "same agency as",
    "shared-quote": "same quotation as",
    "speech-event": "same speaker as",
    "same-article": "same article as",
    "judgement": "joined by a person with",
}


def tell_shown(shown: Shown) -> None:
    """Print a statement in its paragraph, then field by field, then what it answers and what is open."""
    line = shown.line
    say((plain(line.id), "bold cyan"), f"  {plain(line.who)} {line.says}:")
    say()
    # Without colours the evidence would not stand out in its paragraph.
    left, right = ("", "") if out.is_terminal and not out.no_color else ("[[", "]]")
    evidence = (f"{left}{plain(shown.evidence)}{right}", "bold yellow")
    say(plain(shown.before).lstrip(), evidence, plain(shown.after).rstrip(), indent=2)
    say()
    _tell_fields(_fields(shown))
    for words in line.judged:
        _tell_fields([("judged", words)])
    for gap in shown.gaps:
        _tell_fields([("left open", f"{gap.slot}: {gap.words}")])
    for feeds in shown.questions:
        say()
        say(f"Answers: {plain(feeds.question)}  ", (short(feeds.id), "cyan"), f"  {feeds.status}")
        say(plain(feeds.answer), lead="▪ ", indent=2)


def tell_sheet(sheet: Sheet) -> None:
    """Print an article: what is known of it, why it is one origin with others, its statements."""
    say((plain(sheet.title or sheet.name), "bold"), "  ", (short(sheet.id), "cyan"))
    _tell_fields(
        [
            ("article", sheet.name),
            ("outlet", sheet.outlet),
            ("byline", sheet.byline),
            ("published", _published(sheet.published, sheet.published_from)),
            ("dateline", sheet.dateline),
            ("agencies", ", ".join(sheet.agencies)),
            ("language", sheet.language),
            ("standing", _meaning(sheet.standing)),
        ]
    )
    _tell_fields(_kin(sheet.kin))
    say()
    say(count_words(len(sheet.lines), "statement") + (":" if sheet.lines else ""))
    for line in sheet.lines:
        tell_line(line)


def _tell_fields(fields: Iterable[tuple[str, str | None]]) -> None:
    for name, value in fields:
        if value:
            say(plain(value), lead=f"{name:14} ", indent=2)


def _fields(shown: Shown) -> tuple[tuple[str, str | None], ...]:
    line = shown.line
    by = f"; by {line.verified_by}" if line.verified_by else ""
    return (
        ("claimer", line.claimer or "unresolved"),
        ("speaks for", line.claimer_for),
        ("via", ", ".join(line.via)),
        ("attribution", _meaning(shown.attribution)),
        ("said on", line.said_on and day_words(line.said_on)),
        ("epistemic", _meaning(line.epistemic)),
        ("modality", _meaning(line.modality)),
        ("verification", line.verification and _meaning(line.verification) + by),
        ("type", line.type),
        ("actor", line.actor),
        ("target", shown.target),
        ("place", line.place),
        ("from", shown.place_from),
        ("to", shown.place_to),
        ("quantity", figure_words(line.quantity)),
        ("when", line.when and day_words(line.when)),
        ("polarity", _meaning(shown.polarity) if shown.polarity == "negative" else None),
        ("article", f"{line.article} ({line.outlet})"),
        ("title", shown.title),
        ("published", _published(shown.published, shown.published_from)),
        ("characters", f"{shown.start}–{shown.end}" if shown.start is not None else None),
        ("read by", shown.reader),
    )


def _kin(kin: Sequence[Kin]) -> Iterator[tuple[str, str]]:
    """Yield why the article is one origin with others, once for the same others."""
    reasons: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for one in kin:
        reasons.setdefault((one.kind, one.articles), []).append(one.evidence)
    for (kind, articles), found in reasons.items():
        more = f"; and {count_words(len(found) - 1, 'more reason')}" if len(found) > 1 else ""
        yield LINEAGE.get(kind, kind), f"{', '.join(articles)} ({found[0]}{more})"


def _published(day: str | None, found: str | None) -> str | None:
    return day and day_words(day) + (f" (from {found})" if found else "")


def _meaning(value: str) -> str:
    return f"{value}: {MEANS[value]}" if value in MEANS else value
