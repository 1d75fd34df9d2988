"""What ties two articles: one text, whole or retold, or one speech that both quote."""

from __future__ import annotations

from sayso.model.span import Span
from sayso.weighing.lineage.apart import Sheet
from sayso.weighing.lineage.keys import day_of, runs_of
from sayso.weighing.lineage.passages import passages
from sayso.weighing.lineage.retelling import RARE, Retelling, may_retell, retelling
from sayso.weighing.lineage.versions import version_tie
from sayso.weighing.links import Link, link
from sayso.weighing.names import fold
from sayso.weighing.texts.quotes import Scene, people_near
from sayso.weighing.texts.weights import mass, weight

SHARED = 0.2
"""Least share of the shorter article's words, quotations aside, that stand in passages which the other has
too.

Edited agency copies keep 30 % of all runs of three words and more; two reports of one event share hardly a
passage of six words outside quotations (corpus/origins)."""

LEAST = 24
"""Least number of such words: less may be one paragraph of background that an outlet prints under all its
texts.
"""

HELD, TOLD, KEPT, ORDER = 0.43, 0.4, 0.72, 0.2
FIGURES, NAMES = 5, 4
"""What a retelling has at least (see `Retelling`).  Tuned on half of the groups in corpus/origins; of some
5,700 pairs of reports on one event in ECB+ (of which some are retellings) they take about ten."""

CREDITED_HELD, CREDITED_TOLD, CREDITED_KEPT, CREDITED_FIGURES = 0.38, 0.36, 0.5, 4
"""The same where both credit one agency: then less will do."""

DAYS = 3
"""How far apart two articles that tell of one speech are published at most."""

SAID_MASS = 60
"""Least weight of the marks that two tellings of one speech share, the speaker's name aside."""

QUOTE_MASS = 60
"""Least weight of the marks of a shared run of quoted words: "we will do all that we can" is everybody's."""


QUOTE_NAMES = 2
"""Names that two articles share at least which quote one speech: a saying is quoted anywhere."""


def ties_of(left: Sheet, right: Sheet) -> list[Link]:
    """Return what ties two articles, the strongest first: they are versions of one article, of one text, or
    else tell of one speech.
    """
    copied = version_tie(left.article, right.article) or copied_tie(left, right)
    if copied is not None:
        return [copied]
    spoken = spoken_tie(left, right)
    return [] if spoken is None else [spoken]


def copied_tie(left: Sheet, right: Sheet) -> Link | None:
    """Return why two articles carry one text, None where nothing says so."""
    shared = [p for p in passages(left.words, right.words) if not _quoted(left, p.left)]
    words = sum(passage.words for passage in shared)
    least = min(_unquoted(left), _unquoted(right)) or 1
    if words >= LEAST and words >= SHARED * least:
        longest = max(shared, key=lambda p: (p.words, -p.left.start))
        sample = " ".join(longest.left.of(left.article.text).split())
        why = f"{words} of {least} words stand in shared passages, as “{_short(sample)}”"
        return link("shared-text", left.id, right.id, why, min(1000, 1000 * words // least))
    if not {left.article.language, right.article.language} <= {None, "en"}:
        return None  # the marks of other languages are not weighed: their common words would tie everything
    agencies = _agencies(left) & _agencies(right)
    if not may_retell(
        left, right, CREDITED_HELD if agencies else HELD, CREDITED_FIGURES if agencies else FIGURES
    ):
        return None
    found = retelling(left, right)
    if _retold(found):
        return link("retold-text", left.id, right.id, _retelling_words(found), round(1000 * found.held))
    if agencies and _retold_by_credit(found):
        agency = min(agencies)
        why = f"both credit {agency}, and {_retelling_words(found)}"
        return link("agency-credit", left.id, right.id, why, round(1000 * found.held), agency)
    return None


def spoken_tie(left: Sheet, right: Sheet) -> Link | None:
    """Return why two articles tell of one speech, None where nothing says so."""
    if _days_apart(left, right) > DAYS:
        return None
    quoted = shared_quote(left, right) if _names_shared(left, right) >= QUOTE_NAMES else None
    if quoted is not None:
        words = " ".join(quoted.of(left.article.text).split())
        who = min(_speakers(left, right, quoted), default="")
        why = f"both quote {who.title() or 'somebody'}: “{_short(words)}”"
        return link("shared-quote", left.id, right.id, why, 500, who)
    told = sorted(left.told & right.told)
    if told:
        who, whom = told[0]
        why = f"both have {who.title()} tell {whom.title()}"
        return link("speech-event", left.id, right.id, why, 400, who)
    pairs = [(a, b) for a in left.scenes for b in right.scenes if _one_scene(a, b)]
    if not pairs:
        return None
    who = min(pairs[0][0].people & pairs[0][1].people)
    words = " ".join(pairs[0][0].span.of(left.article.text).split())
    why = f"both have {who.title()} speak in public: “{_short(words)}”"
    return link("speech-event", left.id, right.id, why, 300, who)


def shared_quote(left: Sheet, right: Sheet) -> Span | None:
    """Return where the left text quotes words that the right one quotes too."""
    there = {run for quote in right.quotes for run in runs_of(quote.words)}
    for quote in left.quotes:
        runs = [run for run in runs_of(quote.words) if run in there]
        marks = {f"w{word[:5]}" for run in runs for word in run if len(word) > 2}
        if runs and mass(marks) >= QUOTE_MASS:
            return quote.span
    return None


def _retold(found: Retelling) -> bool:
    return (
        found.held >= HELD
        and found.told >= TOLD
        and found.kept >= KEPT
        and found.order >= ORDER
        and found.figures >= FIGURES
        and found.names >= NAMES
    )


def _retold_by_credit(found: Retelling) -> bool:
    return (
        found.held >= CREDITED_HELD
        and found.told >= CREDITED_TOLD
        and found.kept >= CREDITED_KEPT
        and found.figures >= CREDITED_FIGURES
        and found.names >= NAMES
    )


def _retelling_words(found: Retelling) -> str:
    return (
        f"{found.figures} figures and {found.names} names of the one are in the other, which tells the same, "
        "sentence for sentence, in the same order"
    )


def _one_scene(a: Scene, b: Scene) -> bool:
    """Tell whether two scenes are one: one person, no two weekdays, and something said in common."""
    people = a.people & b.people
    if not people or (a.weekdays and b.weekdays and not a.weekdays & b.weekdays):
        return False
    named = {part[:6] for name in people for part in name.split()}
    said = {mark for mark in a.marks & b.marks if mark[1:] not in {n[: len(mark) - 1] for n in named}}
    return sum(weight(mark) for mark in said) >= SAID_MASS


def _speakers(left: Sheet, right: Sheet, quoted: Span) -> frozenset[str]:
    """Return who stands beside a quotation in the left text, and is named in the right one too."""
    people = people_near(left.text, quoted, left.people)
    return frozenset(name for name in people if name in right.people)


def _names_shared(left: Sheet, right: Sheet) -> int:
    return sum(mark[0] == "N" and weight(mark) >= RARE for mark in left.text.marks & right.text.marks)


def _quoted(sheet: Sheet, span: Span) -> bool:
    return any(quote.span.overlaps(span) for quote in sheet.quotes)


def _unquoted(sheet: Sheet) -> int:
    return len(sheet.words.folded) - sum(len(quote.words) for quote in sheet.quotes)


def _agencies(sheet: Sheet) -> frozenset[str]:
    return frozenset(map(fold, sheet.article.agencies))


def _days_apart(left: Sheet, right: Sheet) -> int:
    days = [day_of(sheet.article.published) for sheet in (left, right)]
    return abs(days[0] - days[1]) if days[0] and days[1] else 0


def _short(words: str) -> str:
    return words if len(words) <= 160 else words[:159] + "…"
