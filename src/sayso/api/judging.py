"""The part of the door for faces by which people judge, and what was judged is weighed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from sayso.api.door import Door

# As in `door`: what a call needs is imported in it.
if TYPE_CHECKING:
    from sayso.ledger.interface import LedgerWriter
    from sayso.model.judgement import Act, Judgement
    from sayso.model.profile import Profile
    from sayso.pipeline.corrections import Labelled
    from sayso.pipeline.judge import Judged
    from sayso.views.judged import JudgedView

T = TypeVar("T")


class Judging(Door):
    """What `Ledger` can do with people's judgements."""

    def weigh(self, *, whole: bool = False) -> bool:
        """Weigh what came in since the last weighing, or all; tell whether any outcome changed.

        Without a profile the one of the last weighing is taken.  Raises NotFound, LedgerBusy.
        """
        from sayso.pipeline.weigh import weigh_ledger

        self.view.counts()
        return self._writing(lambda ledger: weigh_ledger(ledger, self._weighed_by(ledger), whole=whole))

    def judge(
        self,
        act: Act,
        record: str,
        *others: str,
        by: str,
        reason: str,
        field: str | None = None,
        value: str | None = None,
        day: str | None = None,
    ) -> Judged:
        """Add a person's judgement and weigh what it touches; it is kept for ever, `undo` is another one.

        `record` and `others` are ids, or the start of one; a place's or an article's name will do.  Without a
        profile the one of the last weighing is taken.

        Raises:
            NotFound: something that is named is not there.
            UsageError, InputError: the act does not take such records, or the field no such value.
        """
        from sayso.pipeline.acts import Asked
        from sayso.pipeline.judge import judge_into

        self.view.counts()
        asked = Asked(act, record, by, reason, others, field, value, day)
        return self._writing(lambda ledger: judge_into(ledger, asked, self._weighed_by(ledger)))

    def judgements(self, record: str | None = None, by: str | None = None) -> tuple[JudgedView, ...]:
        """Return judgements in the order in which they were made, of one record or one person."""
        from sayso.views.judged import judgements_of

        return judgements_of(self.view, record, by)

    def corrections(self, conflict: str, manner: str = "news") -> tuple[Labelled, ...]:
        """Return the articles that somebody judged as files of the corpus, statements as people left them.

        `conflict` is the key that the corpus calls the conflict by; raises UsageError where it is none.
        """
        from sayso.model.errors import UsageError
        from sayso.pipeline.corrections import corrections

        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", conflict):
            raise UsageError(f"{conflict!r} is no key of a conflict: lower case, digits and hyphens")
        return tuple(corrections(self.view, conflict, manner))

    def assessed(self) -> dict[tuple[str, str], Judgement]:
        """Return the assessments that hold, by record (a question's id, a place's name) and ISO day."""
        from sayso.weighing.overlay import assessed

        return assessed(self.view.judgements())

    def _weighed_by(self, ledger: LedgerWriter) -> Profile:
        from sayso.pipeline.weigh import kept_profile

        return self.profile if self._told else kept_profile(ledger) or self.profile
