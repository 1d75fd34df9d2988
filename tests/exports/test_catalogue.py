"""The register of export formats, and what all of them promise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from exports.ledgers import HillPlaces, make_ledger
from sayso.exports import Material, export, formats, written
from sayso.faces.cli.export import FORMATS
from sayso.ledger import open_view
from sayso.ledger.interface import LedgerView
from sayso.model.errors import UsageError
from sayso.views.contract import rows_of

TOLD = [(name, kind) for name, form in formats().items() for kind in form.kinds if kind != "captures"]
"""All but archives, which tell when a capture came into their ledger (see test_archives)."""


def test_every_file_with_a_format_is_one_and_the_command_names_all() -> None:
    assert tuple(formats()) == FORMATS
    assert all(form.lacks and form.suffix.startswith(".") for form in formats().values())


def test_an_unknown_format_is_refused_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="'xlsx': there are acled, aif"):
        export([], "xlsx")


def test_a_kind_that_a_format_does_not_carry_is_refused_with_those_that_it_does() -> None:
    with pytest.raises(UsageError, match="ucdp does not carry statements: it carries questions"):
        export([], "ucdp", "statements")


def test_bytes_are_not_given_for_text() -> None:
    with pytest.raises(UsageError, match="parquet is not text"):
        export([], "parquet", "claims")


@pytest.mark.parametrize(
    "form", sorted(n for n, f in formats().items() if n not in ("csv", "jsonl") and not f.binary)
)
def test_formats_that_tell_more_than_rows_want_the_ledger(form: str) -> None:
    with pytest.raises(UsageError, match="from a ledger only"):
        list(export([], form))


@pytest.mark.parametrize(("form", "kind"), TOLD)
def test_the_same_ledger_gives_the_same_bytes(
    form: str, kind: Any, tmp_path: Any, ledger: LedgerView
) -> None:
    def made(view: LedgerView) -> bytes:
        return b"".join(written(Material(rows_of(view, kind), kind, view, HillPlaces()), form))

    with open_view(make_ledger(tmp_path / "again.db")) as again:
        assert made(ledger) == made(again)
    assert made(ledger)


@pytest.mark.parametrize("form", ["acled", "aif", "annotation", "followthemoney", "geojson"])
def test_statements_are_taken_one_by_one(form: str, ledger: LedgerView) -> None:
    taken: list[str] = []

    class Watched:
        def __getattr__(self, name: str) -> Any:
            return getattr(ledger, name)

        def statements(self) -> Iterator[Any]:
            for statement in ledger.statements():
                taken.append(statement.id)
                yield statement

    pieces = written(Material((), "statements", Watched()), form)  # type: ignore[arg-type]
    for _ in range(3):
        next(pieces)
    assert len(taken) <= len(list(ledger.statements())) // 2


def test_every_statement_comes_in_every_format_of_statements(
    exported: Callable[..., str], ledger: LedgerView
) -> None:
    ids = [statement.id for statement in ledger.statements()]
    for form, kind in TOLD:
        if kind == "statements" and form not in ("parquet", "acled"):
            text = exported(form)
            assert all(id_ in text for id_ in ids), form
