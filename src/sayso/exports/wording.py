"""A proposition in words, as far as its slots say what is meant."""

from __future__ import annotations

from sayso.claimtypes.catalogue import registry
from sayso.model.proposition import Proposition
from sayso.model.statement import Statement

_FREE = frozenset({"stance", "other"})
"""Types whose slots do not say what is meant; their sentence does."""

_OPENING = {
    "intended": "planned: ",
    "predicted": "expected: ",
    "demanded": "demanded: ",
    "conditional": "on a condition: ",
}


def worded(prop: Proposition, statement: Statement) -> str:
    """Return the proposition in words; `statement` is one that puts it forward, and tells the modality."""
    said = statement.evidence if prop.type in _FREE else registry()[prop.type].answer(prop)
    return _OPENING.get(statement.modality, "") + said
