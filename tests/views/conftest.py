"""The ledgers of the Hills, opened for reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ledger import open_view
from sayso.ledger.interface import LedgerView
from views.campaign import make_campaign
from views.hills import make_ledger


@pytest.fixture(scope="session")
def hills_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_ledger(tmp_path_factory.mktemp("hills") / "hills.db")


@pytest.fixture
def hills(hills_file: Path) -> Iterator[LedgerView]:
    with open_view(hills_file) as view:
        yield view


@pytest.fixture(scope="session")
def campaign_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_campaign(tmp_path_factory.mktemp("campaign") / "campaign.db")


@pytest.fixture
def campaign(campaign_file: Path) -> Iterator[LedgerView]:
    with open_view(campaign_file) as view:
        yield view
