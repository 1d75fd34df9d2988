from __future__ import annotations

import json
from typing import Any

import pytest

from corpus.making import labelled
from sayso_corpus.codec import from_json, to_json
from sayso_corpus.errors import CorpusError


def test_there_and_back() -> None:
    document = labelled()
    assert from_json(to_json(document)) == document
    assert to_json(from_json(to_json(document))) == to_json(document)


def test_one_record_a_line() -> None:
    document = labelled()
    lines = to_json(document).splitlines()
    assert sum('"evidence"' in line for line in lines) == len(document.statements)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"format": 2}, "format 1"),
        ({"colour": "red"}, "unknown field colour"),
        ({"id": ""}, "no id"),
        ({"statements": [{"id": "s1"}]}, "statements 1: KeyError"),
        (
            {"entities": [{"id": "e", "kind": "party", "name": "x", "mentions": [[1]]}]},
            "entities 1: TypeError",
        ),
        ({"regions": [{"kind": "title", "span": [0, 1], "more": 1}]}, "regions 1: TypeError"),
        ({"sentences": [3]}, "sentences"),
    ],
)
def test_what_does_not_fit_is_named(change: dict[str, Any], fault: str) -> None:
    raw = json.loads(to_json(labelled())) | change
    with pytest.raises(CorpusError, match=fault):
        from_json(json.dumps(raw), "x.json")


def test_no_json() -> None:
    with pytest.raises(CorpusError, match=r"x\.json: no JSON"):
        from_json("{", "x.json")
