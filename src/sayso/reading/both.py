"""Rules and networks together: each bears out, or adds to, what the other finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.article import Article
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.reading.cast.scene import Places
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
        kept = (replace(one, reader=mark) for one in merged(ruled.statements, found, faint))
        return replace(ruled, statements=tuple(kept), issues=())


def merged(
    ruled: Sequence[Statement], found: Sequence[Statement], faint: Sequence[Statement]
) -> list[Statement]:
    """Return the statements of both in text order.

    What the networks find counts, with what rules know beside it where it leaves a field open. Of what rules
    find alone that counts which the networks find too, be it faintly: a statement of the same type at the
    same spot.
    """
    kept = [_filled(one, [other for other in ruled if _beside(one, [other])]) for one in found]
    kept += [one for one in ruled if not _beside(one, found) and _beside(one, faint)]
    unique = dict.fromkeys(kept)
    return sorted(
        unique, key=lambda one: (one.span.start, one.span.end, one.id) if one.span else (0, 0, one.id)
    )


def _filled(one: Statement, others: Sequence[Statement]) -> Statement:
    """Return a statement with the actor and the time that rules read at its spot, where it has none."""
    held = one.proposition
    actor = next((o.proposition.actor for o in others if o.proposition.actor), None)
    when = next((o.proposition.when for o in others if o.proposition.when), None)
    if held.actor is not None or actor == held.target:
        actor = held.actor
    made = replace(held, actor=actor, when=held.when or when)
    return replace(one, proposition=made, id="").identified() if made != held else one


def _beside(one: Statement, others: Sequence[Statement]) -> bool:
    """Tell whether one of the others is of the same type and shares words of its evidence."""
    return any(
        one.proposition.type == other.proposition.type
        and one.span is not None
        and other.span is not None
        and one.span.overlaps(other.span)
        for other in others
    )
