"""What every claim type promises: its slots, how it is filled, asked for, answered and compared."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from sayso.claimtypes.account import Account, Verdict
from sayso.claimtypes.comparing import compare_plain
from sayso.model.proposition import Figure, Proposition, PropositionType

Key = tuple[str, str | None, str | None, str | None]
"""What all statements of one question share: type family, actor, place, unit (None = not fixed)."""


@dataclass(frozen=True, slots=True)
class Roles:
    """What the words of a clause offer for the slots, in canonical names; `unit` names what is counted."""

    actor: str | None = None
    target: str | None = None
    place: str | None = None
    place_from: str | None = None
    place_to: str | None = None
    quantity: Figure | None = None
    when: str | None = None
    polarity: Literal["positive", "negative"] = "positive"


class ClaimType:
    """One type of proposition.  A file of this folder defines one subclass and ``TYPE = Subclass()``.

    Names are compared as they stand: who knows that two names are one side's puts one name in first.
    """

    name: PropositionType
    slots: frozenset[str] = frozenset({"actor", "target", "place", "quantity", "when"})
    asks: str = "What is said of {actor}?"

    def fill(self, roles: Roles) -> Proposition:
        """Return the proposition of this type; roles that the type has no slot for are dropped."""
        kept = {f.name: getattr(roles, f.name) for f in fields(roles) if f.name in self.slots}
        return Proposition(type=self.name, polarity=roles.polarity, **kept)

    def question_key(self, p: Proposition) -> Key | None:
        """Return the key of the question that `p` answers, None where it has nothing to be asked by."""
        if p.actor is None and p.place is None:
            return None
        return (self.name, p.actor, p.place, p.quantity.unit if p.quantity else None)

    def question(self, key: Key) -> str:
        """Return the question of `key` in words."""
        _, actor, place, unit = key
        words = self.asks.format(actor=actor or "anybody", place=place or "", unit=unit or "")
        return words if place is None or "{place}" in self.asks else f"{words[:-1]} ({place})?"

    def answer(self, p: Proposition) -> str:
        """Return what `p` answers, in words."""
        parts = [p.actor or "somebody", self.verb(p)]
        parts += [say_figure(p.quantity)] if p.quantity else []
        parts += [p.target] if p.target else []
        parts += [f"at {p.place}"] if p.place else []
        return " ".join(parts + way(p))

    def verb(self, p: Proposition) -> str:
        """Return the type's verb as it stands in an answer."""
        return f"{'no ' if p.polarity == 'negative' else ''}{self.name}:"

    def compare(self, a: Account, b: Account) -> Verdict:
        """Return how two accounts under one question bear on each other, and why.

        One of the two may be of another type that bears on the same question.
        """
        return compare_plain(a, b)


def way(p: Proposition) -> list[str]:
    """Return the words for where a movement starts and ends."""
    parts = [f"from {p.place_from}"] if p.place_from and p.place_from != p.place else []
    return parts + ([f"to {p.place_to}"] if p.place_to and p.place_to != p.place else [])


def say_figure(figure: Figure) -> str:
    """Return a figure in words: ``85 % of territory``, ``at least 24 districts``, ``10 to 15 people``."""
    of = f" of {figure.of}" if figure.of and figure.unit == "share" else ""
    unit = "" if figure.unit == "share" else f" {figure.unit}"

    def number(x: float) -> str:
        return f"{x * 100:.4g} %" if figure.unit == "share" else f"{x:,.10g}"

    if figure.value is not None:
        return f"{number(figure.value)}{unit}{of}"
    if figure.low is not None and figure.high is not None:
        return f"{number(figure.low)} to {number(figure.high)}{unit}{of}"
    if figure.low is not None:
        return f"at least {number(figure.low)}{unit}{of}"
    return f"at most {number(figure.high)}{unit}{of}" if figure.high is not None else f"some{unit}{of}"
