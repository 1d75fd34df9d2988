"""A row of an answer made into a statement: nothing of it stands but what the article bears out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.model.analysis import Analysis
from sayso.model.article import Article
from sayso.model.proposition import Figure, Proposition
from sayso.model.span import Span
from sayso.model.statement import Gap, SlotSpan, Statement
from sayso.reading.evidence import trimmed
from sayso.reading.llm.naming import Namer, located, words_of

LONGEST = 1200
"""Evidence of more characters shows no single statement."""
_FEWEST = 2
_PLACED = ("place", "place_from", "place_to")
_NAMED = ("actor", "target")
_LIKE = 0.005
"""Two figures are one if they differ by less than this share: 0.333 is a third."""


class Unfounded(ValueError):
    """A row that the article does not bear out; the text says why."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What rows are held against: the article, what rules found in it, and who is called what."""

    article: Article
    analysis: Analysis
    namer: Namer

    def statement(self, row: Mapping[str, Any], within: Span) -> Statement:
        """Return the statement that a checked row holds; raises Unfounded where its evidence is not there.

        A field that the article does not bear out is left open, with the reason.
        """
        span = self._evidence(row["evidence"], within)
        gaps: list[Gap] = []
        proposition = self._proposition(row, span, gaps)
        claimer, side = self._claimer(row, gaps)
        names = {name: row.get(name) for name in (*_NAMED, *_PLACED)}
        names["claimer"] = row.get("claimer")
        return Statement(
            id="",
            article=self.article.id,
            evidence=span.of(self.article.text),
            span=span,
            attribution=row["attribution"],
            epistemic=row["epistemic"],
            modality=row["modality"],
            proposition=proposition,
            claimer=claimer,
            claimer_for=side,
            via=tuple(self._all_named(row.get("via", ()), "via", gaps)),
            said_on=row.get("said_on") if row["attribution"] != "narrator" else None,
            verification=row.get("verification"),
            verified_by=self._named(row, "verified_by", gaps) if row.get("verification") else None,
            slots=tuple(_slots(names, self.article.text, span)),
            gaps=tuple(gaps),
        )

    def _evidence(self, words: str, within: Span) -> Span:
        if len(words) > LONGEST:
            raise Unfounded(f"its evidence is {len(words)} characters long")
        stretches = [one.span for one in self.analysis.sentences if within.covers(one.span)]
        # Inside one sentence first; over several only if need be.
        span = located(words, self.article.text, [*stretches, within])
        if span is None:
            raise Unfounded("its evidence is no stretch of the text")
        span = trimmed(self.article.text, span)
        if len(span.of(self.article.text).split()) < _FEWEST:
            raise Unfounded("its evidence is a single word")
        return span

    def _claimer(self, row: Mapping[str, Any], gaps: list[Gap]) -> tuple[str | None, str | None]:
        if row["attribution"] == "narrator":
            return self.article.voice, None
        claimer = self._named(row, "claimer", gaps)
        if claimer is None and not any(gap.slot == "claimer" for gap in gaps):
            gaps.append(Gap("claimer", "the model names none"))
        entity = self.namer.known(row["claimer"]) if claimer is not None else None
        own = entity.side if entity is not None else None
        return claimer, own or self._named(row, "claimer_for", gaps)

    def _proposition(self, row: Mapping[str, Any], span: Span, gaps: list[Gap]) -> Proposition:
        names = {name: self._named(row, name, gaps) for name in _NAMED}
        places = {name: self._placed(row, name, gaps) for name in _PLACED}
        return Proposition(
            type=row["type"],
            quantity=self._figure(row.get("quantity"), span, gaps),
            when=row.get("when"),
            polarity=row["polarity"],
            **names,
            **places,
        )

    def _named(self, row: Mapping[str, Any], slot: str, gaps: list[Gap]) -> str | None:
        given = row.get(slot)
        return self._borne_out(slot, given, self.namer.named(given), gaps) if given else None

    def _placed(self, row: Mapping[str, Any], slot: str, gaps: list[Gap]) -> str | None:
        given = row.get(slot)
        return self._borne_out(slot, given, self.namer.placed(given), gaps) if given else None

    def _all_named(self, given: Iterable[str], slot: str, gaps: list[Gap]) -> Iterable[str]:
        found = [self._borne_out(slot, name, self.namer.named(name), gaps) for name in given]
        return dict.fromkeys(name for name in found if name)

    def _borne_out(self, slot: str, given: str, found: str | None, gaps: list[Gap]) -> str | None:
        if found is None:
            gaps.append(Gap(slot, f"the model says {given!r}, which the article does not name"))
        return found

    def _figure(self, given: Mapping[str, Any] | None, span: Span, gaps: list[Gap]) -> Figure | None:
        """Return the figure if one of its numbers is one of those that rules read in the evidence."""
        if not given:
            return None
        numbers = {name: float(given[name]) for name in ("value", "low", "high") if name in given}
        read = [one for one in self.analysis.quantities if one.span.overlaps(span)]
        borne = {number for one in read for number in (one.value, one.low, one.high) if number is not None}
        if any(abs(a - b) <= _LIKE * max(abs(a), abs(b)) for a in numbers.values() for b in borne):
            return Figure(unit=given["unit"], of=given.get("of"), **numbers)
        gaps.append(Gap("quantity", "the model's figure does not stand in the evidence"))
        return None


def _slots(names: Mapping[str, Any], text: str, span: Span) -> Iterable[SlotSpan]:
    for slot, name in sorted(names.items()):
        words = words_of(name, text, span) if name else None
        if words is not None:
            yield SlotSpan(slot, words)
