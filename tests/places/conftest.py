"""The world's gazetteer, compiled once into the cache folder and shared by the room's tests."""

from __future__ import annotations

import pytest

from sayso.places.gazetteer import Gazetteer, load_gazetteer


@pytest.fixture(scope="session")
def world() -> Gazetteer:
    """Return the gazetteer without places of a profile."""
    return load_gazetteer()
