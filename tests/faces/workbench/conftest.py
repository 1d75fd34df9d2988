"""The demo and a hostile ledger, served."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from faces.workbench import hostile
from faces.workbench.serving import Site, site_of
from sayso.api import demo_folder, open_ledger


@pytest.fixture(scope="session")
def demo_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with demo_folder() as demo, open_ledger(path, demo / "profile.toml") as ledger:
        ledger.read([demo / "articles"])
    return path


@pytest.fixture(scope="session")
def demo(demo_ledger: Path) -> Iterator[Site]:
    with demo_folder() as folder, site_of(open_ledger(demo_ledger, folder / "profile.toml")) as site:
        yield site


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site_of(open_ledger(hostile.make(tmp_path_factory.mktemp("hostile") / "hostile.db"))) as site:
        yield site
