"""The register of export formats."""

from __future__ import annotations

import pytest

from sayso.exports import export, formats
from sayso.model.errors import UsageError


def test_every_file_with_a_format_is_one() -> None:
    assert list(formats()) == ["csv", "jsonl"]
    assert all(form.suffix == f".{name}" for name, form in formats().items())


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="'xlsx'; known are csv, jsonl"):
        export([], "xlsx")
