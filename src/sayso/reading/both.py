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
from sayso.reading.reader import FAULTS, Reading
from sayso.reading.rules import RuleReader

SURE = 0.6
"""What the networks find alone must be this likely; chosen on the corpus's dev part."""


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
        if ruled.issues:
            return ruled
        try:
            told = self._learned.told(article, FAINT)
            sure, faint = tell(told, SURE), tell(told, FAINT)
        except FAULTS:
            # What rules read stands by itself.
            return ruled
        mark = f"{self.name}/{self.version}"
        kept = (replace(one, reader=mark) for one in merged(ruled.statements, sure, faint))
        return replace(ruled, statements=tuple(kept))


def merged(
    ruled: Sequence[Statement], sure: Sequence[Statement], faint: Sequence[Statement]
) -> list[Statement]:
    """Return the statements of both in text order.

    Of what rules find that counts which the networks find too, be it faintly: a statement of the same type at
    the same spot. Of what the networks find alone the sure ones count.
    """
    kept = [one for one in ruled if _beside(one, faint)]
    found = [*kept, *(one for one in sure if not _beside(one, kept))]
    return sorted(
        found, key=lambda one: (one.span.start, one.span.end, one.id) if one.span else (0, 0, one.id)
    )


def _beside(one: Statement, others: Sequence[Statement]) -> bool:
    """Tell whether one of the others is of the same type and shares words of its evidence."""
    return any(
        one.proposition.type == other.proposition.type
        and one.span is not None
        and other.span is not None
        and one.span.overlaps(other.span)
        for other in others
    )
