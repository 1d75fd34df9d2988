"""Statements made ready to be weighed up in a view: whose they are, when they count, where they come from."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.ledger.interface import LedgerView, Moment
from sayso.model.profile import Profile
from sayso.model.statement import Statement
from sayso.views.clocks import counts_from, spoken_of
from sayso.views.judged import Laid
from sayso.views.labels import label_of
from sayso.views.line import Line
from sayso.weighing.answers import Same, wording
from sayso.weighing.extent import Extents
from sayso.weighing.links import Union
from sayso.weighing.names import fold
from sayso.weighing.origins import Origins, count
from sayso.weighing.sides import Sides
from sayso.weighing.states import Dated
from sayso.weighing.voices import Voice, voices

_SPOKEN = frozenset({"shared-quote", "speech-event"})
"""Kinds of lineages that say where a statement was made, and not whose text an article carries."""


@dataclass(frozen=True, slots=True)
class Said:
    """Some statements by id: as voices, as lines, with their moments; and where their texts come from."""

    voices: Mapping[str, Voice]
    lines: Mapping[str, Line]
    moments: Mapping[str, Moment]
    origins: Origins
    extents: Extents
    sides: Sides

    def day(self, key: str) -> str | None:
        """Return the ISO day from which on the statement counts, None where no day is known."""
        return counts_from(self.moments[key])

    def spoken(self, key: str) -> str | None:
        """Return the same as the sources give it, perhaps a month or an interval."""
        return spoken_of(self.moments[key])

    def side(self, key: str) -> str | None:
        """Return the side that puts the statement forward, None where nobody knows who claims it."""
        return self.voices[key].side

    def disputer(self, key: str) -> str | None:
        """Return the side that disputes the statement, where its article says that somebody does."""
        statement = self.voices[key].statement
        disputed = statement.verification == "disputed" and statement.verified_by
        return self.sides.of(disputed) if disputed else None

    def dated(self, key: str) -> Dated:
        """Return the statement as a voice with its day; a day that nobody knows is ""."""
        return Dated(self.day(key) or "", self.spoken(key) or "", self.voices[key], self.disputer(key))

    def only(self, keys: Collection[str]) -> Said:
        """Return the same for some of the statements."""
        return replace(self, voices={key: voice for key, voice in self.voices.items() if key in keys})

    def in_order(self, keys: Collection[str]) -> list[str]:
        """Return the ids by day (those without one last), then by id."""
        return sorted(keys, key=lambda key: (self.day(key) is None, self.day(key) or "", key))

    def wording(self, keys: Sequence[str]) -> str:
        """Return what these statements, which say the same, say in words."""
        return wording(Same(tuple(self.voices[key] for key in keys), ()), self.extents)

    def origins_of(self, keys: Collection[str]) -> int:
        """Return how many independent origins these statements, which say the same, have."""
        return count((self.voices[key] for key in keys), self.origins)


def said_of(ledger: LedgerView, statements: Sequence[Statement], profile: Profile) -> Said:
    """Return the statements made ready; asks the ledger for their articles and what these share."""
    homes = {statement.article for statement in statements}
    articles = list(ledger.articles(homes))
    labels = {article.id: label_of(article) for article in articles}
    union = Union()
    for lineage in ledger.lineages(homes):
        if lineage.kind not in _SPOKEN:
            for member in lineage.members[1:]:
                union.join(lineage.members[0], member)
    agencies = {a.id: frozenset(map(fold, a.agencies)) for a in articles if a.agencies}
    laid = Laid(ledger)
    weighed = laid.weighed(statements)
    sides = Sides(profile, weighed)
    heard = voices(weighed, profile, sides)
    return Said(
        voices={voice.statement.id: voice for voice in heard},
        lines={s.id: laid.line(s, labels) for s in statements},
        moments={m.statement: m for m in ledger.moments({s.id for s in statements})},
        origins=Origins(agencies, {home: union.root(home) for home in homes}),
        extents=Extents(profile),
        sides=sides,
    )
