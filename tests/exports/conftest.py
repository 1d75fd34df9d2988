"""The ledger for exports, opened for reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from exports.ledgers import HillPlaces, make_ledger
from sayso.exports import Material, format_called, written
from sayso.ledger import open_view
from sayso.ledger.interface import LedgerView
from sayso.views.contract import rows_of


@pytest.fixture(scope="session")
def ledger_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ledger(tmp_path_factory.mktemp("exports") / "hills.db")


@pytest.fixture
def ledger(ledger_file: Path) -> Iterator[LedgerView]:
    with open_view(ledger_file) as view:
        yield view


@pytest.fixture
def exported(ledger: LedgerView) -> Callable[..., str]:
    """Return the whole text of an export of the first kind that the format carries, or of `kind`."""

    def make(form: str, kind: str | None = None) -> str:
        chosen = kind or format_called(form).kinds[0]
        material = Material(rows_of(ledger, chosen), chosen, ledger, HillPlaces())
        return b"".join(written(material, form)).decode("utf-8")

    return make
