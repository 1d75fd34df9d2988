"""Triggers, roles and senses: a sentence, and the events that it holds."""

from __future__ import annotations

import pytest

from reading.scenes import analysed, parsed
from sayso.reading.arguments import parse_sentence
from sayso.reading.filling import fill
from sayso.reading.propositions import events_of
from sayso.reading.quantities import read_quantities
from sayso.reading.scenes import make_scene

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
    ("Two battalions had left for Vantorr.", [("deployment", "battalions", None, "Vantorr", "+")]),
    ("The band left for Vantorr.", []),
    ("Families arrive with nothing.", [("flight", "Families", None, None, "+")]),
    ("The parcels arrive with nothing.", []),
    ("It was a withdrawal.", [("retreat", None, None, None, "+")]),
    ("It was a good harvest.", []),
    ("The army would stop military action.", [("attack", "Norrel army", None, None, "-")]),
    ("The Front advocates a buffer zone.", [("stance", "Weavers' Front", None, None, "+")]),
    (
        "The Front took Vantorr after a siege of two months.",
        [
            ("takeover", "Weavers' Front", None, "Vantorr", "+"),
            ("attack", "Weavers' Front", None, "Vantorr", "+"),
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


FIGURES = [
    ("The army had lost 190 soldiers.", ("killed", 190)),
    ("Ten soldiers were lost.", ("killed", 10)),
    ("He put the number of troops killed at 400.", ("killed", 400)),
    ("The Front attacked Vantorr with four car bombs.", ("bombs", 4)),
    ("The army pulled back about 20 km.", ("km", 20)),
    ("Veyl counted eleven bodies.", ("killed", 11)),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=[c[0] for c in FIGURES])
def test_figures(text: str, expected: tuple[str, float]) -> None:
    analysis = analysed(text, quantities=read_quantities(text))
    scene = make_scene(text, analysis)
    parse = parse_sentence(scene, analysis.sentences[0])
    (event,) = (e for e in events_of(scene, parse) if not e.weak)
    figure = fill(scene, parse, event, None)[0].proposition.quantity
    assert figure is not None
    assert (figure.unit, figure.value) == expected
