"""Triggers, roles and senses: a sentence, and the events that it holds."""

from __future__ import annotations

import pytest

from reading.scenes import parsed
from sayso.reading.filling import fill
from sayso.reading.propositions import events_of

Row = tuple[str, str | None, str | None, str | None, str]

CASES: list[tuple[str, list[Row]]] = [
    ("The Front captured Vantorr.", [("takeover", "Weavers' Front", None, "Vantorr", "+")]),
    ("Vantorr was captured by the Front.", [("takeover", "Weavers' Front", None, "Vantorr", "+")]),
    ("Vantorr fell to the Front.", [("takeover", "Weavers' Front", None, "Vantorr", "+")]),
    (
        "Vantorr came under the control of the Front.",
        [("takeover", "Weavers' Front", None, "Vantorr", "+")],
    ),
    ("The Front took over Vantorr.", [("takeover", "Weavers' Front", None, "Vantorr", "+")]),
    ("The army controls Vantorr.", [("control", "Norrel army", None, "Vantorr", "+")]),
    ("Vantorr is fully under the control of the army.", [("control", "Norrel army", None, "Vantorr", "+")]),
    ("The army no longer holds Vantorr.", [("control", "Norrel army", None, "Vantorr", "-")]),
    ("The army pulled out of Vantorr.", [("retreat", "Norrel army", None, "Vantorr", "+")]),
    ("The army abandoned Vantorr.", [("retreat", "Norrel army", None, "Vantorr", "+")]),
    ("The army shelled Vantorr.", [("attack", "Norrel army", None, "Vantorr", "+")]),
    ("The army is trying to retake Vantorr.", [("attack", "Norrel army", None, "Vantorr", "+")]),
    (
        "The army launched a raid against the Front.",
        [("attack", "Norrel army", "Weavers' Front", None, "+")],
    ),
    ("The army offered no resistance.", [("attack", "Norrel army", None, None, "-")]),
    ("There are no fighters in Vantorr.", [("deployment", "fighters", None, "Vantorr", "-")]),
    ("The army met the Front in Ombrisa.", [("talks", "Norrel army", "Weavers' Front", "Ombrisa", "+")]),
    ("The Front rejected the army's offer.", [("stance", "Weavers' Front", "Norrel army", None, "+")]),
    (
        "The Front captured Vantorr, Ombrisa and Maldrenn.",
        [
            ("takeover", "Weavers' Front", None, "Vantorr", "+"),
            ("takeover", "Weavers' Front", None, "Ombrisa", "+"),
            ("takeover", "Weavers' Front", None, "Maldrenn", "+"),
        ],
    ),
    (
        "The Front captured Vantorr and attacked Ombrisa.",
        [
            ("takeover", "Weavers' Front", None, "Vantorr", "+"),
            ("attack", "Weavers' Front", None, "Ombrisa", "+"),
        ],
    ),
    ("The minister took a seat and left early.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_events(text: str, expected: list[Row]) -> None:
    scene, parse = parsed(text)
    found: list[Row] = []
    for event in events_of(scene, parse):
        if event.weak:
            continue
        for one in fill(scene, parse, event, None):
            p = one.proposition
            found.append((p.type, p.actor, p.target, p.place, "+" if p.polarity == "positive" else "-"))
    assert found == expected
