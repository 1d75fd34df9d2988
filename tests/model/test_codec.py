"""The round trip of every record that travels between the rooms."""

from __future__ import annotations

import dataclasses
import importlib
import json
import pkgutil
import types
import typing
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso.model
from sayso.model.article import Article
from sayso.model.codec import from_record, to_record
from sayso.model.ids import digest
from sayso.model.proposition import Figure, Proposition
from sayso.model.span import Span
from sayso.model.statement import Statement


def _records() -> list[type]:
    found = []
    for module in sorted(pkgutil.iter_modules(sayso.model.__path__), key=lambda m: m.name):
        names = vars(importlib.import_module(f"sayso.model.{module.name}"))
        found += [
            kind
            for kind in names.values()
            if isinstance(kind, type)
            and dataclasses.is_dataclass(kind)
            and kind.__module__ == f"sayso.model.{module.name}"
        ]
    return found


_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    float: st.floats(allow_nan=False, allow_infinity=False),
    str: st.text(max_size=12),
}


def _values(hint: Any) -> st.SearchStrategy[Any]:
    """Return values of the annotation `hint`; a registered strategy would leak into other tests."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return st.builds(
            hint, **{name: _values(inner) for name, inner in typing.get_type_hints(hint).items()}
        )
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*map(_values, args))
    if origin is tuple and args[-1] is Ellipsis:
        return st.lists(_values(args[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*map(_values, args))
    return st.from_type(hint)


@pytest.mark.parametrize("kind", [kind for kind in _records() if kind.__name__ != "Fetched"])
def test_every_record_survives_the_round_trip_through_json(kind: type[Any]) -> None:
    @settings(deadline=None, max_examples=30)
    @given(_values(kind))
    def holds(record: Any) -> None:
        assert from_record(kind, json.loads(json.dumps(to_record(record)))) == record

    holds()


def test_defaults_are_left_out() -> None:
    assert to_record(Proposition("control", actor="Reds")) == {"type": "control", "actor": "Reds"}


@pytest.mark.parametrize(
    ("kind", "record", "words"),
    [
        (Span, {"start": 1}, "end"),
        (Span, {"start": 1, "end": "2"}, "Span.end"),
        (Span, {"start": True, "end": 2}, "Span.start"),
        (Span, {"start": 1, "end": 2, "colour": "red"}, "colour"),
        (Span, [1, 2], "Span"),
        (Proposition, {"type": "gossip"}, "Proposition.type"),
        (Figure, {"unit": "km", "value": "ten"}, "Figure.value"),
        (Article, {"id": "a", "agencies": "one"}, "agencies"),
    ],
)
def test_a_faulty_record_names_its_field(kind: type[Any], record: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        from_record(kind, record)


def test_ids_are_stable_across_machines_and_versions() -> None:
    assert digest("st", "a", 1, None, ["é", 0.5]) == "st-4f0b76bef4dffb14"
    assert Article.make_id("a.txt", "Words.") == "art-7e09fdaf550be4de"


def test_a_statement_id_hangs_on_its_content_alone() -> None:
    made = Statement(
        "", "art-1", "They hold the bridge", Span(0, 20), "direct", "true-certain", "actual",
        Proposition("control", "Reds", place="Bridge"), reader="one",
    )  # fmt: skip
    known = made.identified()
    assert known.id == "st-e21755276e076e11"
    assert dataclasses.replace(known, reader="two").identified().id == known.id
    assert dataclasses.replace(known, epistemic="false-certain").identified().id != known.id
