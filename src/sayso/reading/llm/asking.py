"""What is asked for: the annotation guide in short, and the fields of a statement as a JSON schema."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from sayso.model.rowcheck import CHOICES

NAMED = ("claimer", "claimer_for", "verified_by", "actor", "target", "place", "place_from", "place_to")
DATES = ("said_on", "when")
REQUIRED = ("evidence", "type", "attribution", "epistemic", "modality", "polarity")


@cache
def guide() -> str:
    """Return what the model is told before it is shown an article."""
    return (resources.files(__package__) / "guide.txt").read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    """Return the JSON schema of an answer: `statements`, every field of each present, null where open."""
    fields: dict[str, Any] = {"evidence": {"type": "string"}}
    for name, values in CHOICES.items():
        legal: list[str | None] = list(values)
        fields[name] = (
            {"type": "string", "enum": legal}
            if name in REQUIRED
            else {"type": ["string", "null"], "enum": [*legal, None]}
        )
    fields |= {name: {"type": ["string", "null"]} for name in (*NAMED, *DATES)}
    fields["via"] = {"type": "array", "items": {"type": "string"}}
    number = {"type": ["number", "null"]}
    fields["quantity"] = {
        "anyOf": [
            {"type": "null"},
            _record(
                {
                    "value": number,
                    "low": number,
                    "high": number,
                    "unit": {"type": "string"},
                    "of": {"type": ["string", "null"]},
                }
            ),
        ]
    }
    return _record({"statements": {"type": "array", "items": _record(fields)}})


def _record(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }
