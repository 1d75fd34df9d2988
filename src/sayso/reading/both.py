"""Rules and networks together: each bears out, or adds to, what the other finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from sayso.model.article import Article
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.reading.cast.scene import Places
from sayso.reading.learned.grounding import known_names
from sayso.reading.learned.reader import LearnedReader
from sayso.reading.learned.signals import FAINT
from sayso.reading.learned.telling import tell
from sayso.reading.learned.topic import tells_of_conflict
from sayso.reading.reader import FAULTS, Reading, beside
from sayso.reading.rules import RuleReader


class BothReader:
    """Reads English by rule and by the networks, and keeps what the two together bear out."""

    name = "both"
    version = "1"
    languages = frozenset({"en"})

    def __init__(self, profile: Profile, gazetteer: Places) -> None:
        """Make both readers ready."""
        self._rules = RuleReader(profile, gazetteer)
        self._learned = LearnedReader(profile, gazetteer)

    def read(self, article: Article) -> Reading:
        """Return the reading of `article`; text that no stage can read becomes an issue."""
        ruled = self._rules.read(article)
        if any(issue.severity == "error" for issue in ruled.issues):
            return ruled
        try:
            told = self._learned.told(article, FAINT)
            if not tells_of_conflict(told.analysis, told.signals):
                return beside(article, ruled.analysis)
            found, faint = tell(told), tell(told, FAINT)
        except FAULTS:
            # What rules read stands by itself.
            return ruled
        mark = f"{self.name}/{self.version}"
        known = known_names(ruled.analysis.entities, [token.text for token in ruled.analysis.tokens])
        kept = (replace(one, reader=mark) for one in merged(ruled.statements, found, faint, known))
        return replace(ruled, statements=tuple(kept), issues=())


def merged(
    ruled: Sequence[Statement], found: Sequence[Statement], faint: Sequence[Statement], known: Set[str]
) -> list[Statement]:
    """Return the statements of both in text order; `known` are the names of what the world knows.

    What the networks find counts, with what rules know beside it. Of what rules find alone that counts whose
    actor and place are known, and that which the networks find too, be it faintly: a statement of the same
    type at the same spot.
    """
    kept = [_mended(one, [other for other in ruled if _beside(one, [other])], known) for one in found]
    kept += [one for one in ruled if not _beside(one, found) and (_beside(one, faint) or _firm(one, known))]
    unique = dict.fromkeys(kept)
    return sorted(
        unique, key=lambda one: (one.span.start, one.span.end, one.id) if one.span else (0, 0, one.id)
    )


def _firm(one: Statement, known: Set[str]) -> bool:
    """Tell whether the world knows who is said to do it, and where."""
    return one.proposition.actor in known and one.proposition.place in known


def _mended(one: Statement, others: Sequence[Statement], known: Set[str]) -> Statement:
    """Return a statement with what rules read there and the world knows, and what it leaves open itself."""
    held = one.proposition
    actor = held.actor or _said(others, "actor", None)
    if actor == held.target:
        actor = held.actor
    made = replace(
        held,
        actor=_said(others, "actor", known) or actor,
        place=_said(others, "place", known) or held.place,
        when=held.when or _said(others, "when", None),
    )
    whole = replace(one, proposition=made)
    speakers = [o for o in others if o.attribution != "narrator" and o.claimer_for in known]
    if speakers and one.attribution != "narrator":
        gaps = tuple(gap for gap in whole.gaps if gap.slot not in ("claimer", "claimer_for"))
        said = speakers[0]
        whole = replace(whole, claimer=said.claimer, claimer_for=said.claimer_for, gaps=gaps)
    return replace(whole, id="").identified() if whole != one else one


def _said(others: Sequence[Statement], field: str, known: Set[str] | None) -> str | None:
    """Return the first value of a field, of those that are known if it is told which are."""
    values: Iterator[str | None] = (getattr(other.proposition, field) for other in others)
    return next((value for value in values if value and (known is None or value in known)), None)


def _beside(one: Statement, others: Sequence[Statement]) -> bool:
    """Tell whether one of the others is of the same type and shares words of its evidence."""
    return any(
        one.proposition.type == other.proposition.type
        and one.span is not None
        and other.span is not None
        and one.span.overlaps(other.span)
        for other in others
    )
