"""A clause with its parts, and a sentence taken apart."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.analysis import Sentence
from sayso.reading.phrases import Phrase
from sayso.reading.scenes import Scene
from sayso.reading.verbgroups import VerbGroup


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb group in its clause ``tokens[first:last]``.

    `subject` is the surface subject (of a passive: who it is done to), shared from an earlier clause
    where the words leave it out; `object` the first noun phrase after the verb; `preps` all
    prepositions with their phrases, those before the subject last; `lead` the clause that this
    infinitive or -ing form hangs on.
    """

    group: VerbGroup
    subject: Phrase | None
    object: Phrase | None
    preps: tuple[tuple[str, Phrase], ...]
    first: int
    last: int
    lead: int | None = None


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence's noun phrases and clauses, in text order."""

    sentence: Sentence
    phrases: tuple[Phrase, ...]
    clauses: tuple[Clause, ...]

    def phrase_at(self, token: int) -> Phrase | None:
        """Return the phrase whose own tokens hold the token."""
        return next((p for p in self.phrases if p.first <= token < p.last), None)


def denied(scene: Scene, clause: Clause) -> bool:
    """Tell whether the verb group is negated, by its own words or by "no longer" or "never" before it."""
    before = [
        t.text.lower() for t in scene.tokens[max(clause.first, clause.group.first - 2) : clause.group.first]
    ]
    return clause.group.negated or before == ["no", "longer"] or "never" in before
