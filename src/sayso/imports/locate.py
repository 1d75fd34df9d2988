"""Where in an article's clean text an imported statement's evidence stands."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.model.span import Span
from sayso.model.statement import Statement


def locate(evidence: str, text: str) -> Span | None:
    """Return the one place where the evidence stands in the text, None where it is nowhere or twice.

    Tried word for word first, then with any run of white space for any other.
    """
    words = evidence.split()
    if not words:
        return None
    first = text.find(evidence)
    if first >= 0:
        again = text.find(evidence, first + 1)
        return Span(first, first + len(evidence)) if again < 0 else None
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
    found = pattern.search(text)
    if found is None or pattern.search(text, found.start() + 1):
        return None
    return Span(found.start(), found.end())


def anchored(statement: Statement, text: str) -> Statement:
    """Return the statement with the span of its evidence in `text`, None where that cannot be told.

    The row's own start and end are kept where they hold the evidence; where only the white space
    differs, the evidence becomes the text's own words.
    """
    given = statement.span
    if given is not None and given.of(text) == statement.evidence:
        return statement
    span = locate(statement.evidence, text)
    return replace(statement, span=span, evidence=statement.evidence if span is None else span.of(text))
