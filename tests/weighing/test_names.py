"""Names made comparable."""

from __future__ import annotations

import pytest

from sayso.weighing.names import fold


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The Reds", "reds"),
        ("The", "the"),
        ("Čapek’s Guards", "capek guards"),
        ("U.S. Army", "us army"),
        ("a government official", "government official"),
        ("Upper-Hill  Town", "upper-hill town"),
        ("", ""),
    ],
)
def test_case_accents_articles_and_possessives_do_not_count(name: str, folded: str) -> None:
    assert fold(name) == folded
