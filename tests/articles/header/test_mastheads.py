from __future__ import annotations

import pytest

from sayso.articles.header.mastheads import mastheads
from sayso.model.profile import KnownSource


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("With reporting by AFP, AP, Reuters, and TASS", ["AFP", "AP", "Reuters", "TASS"]),
        ("LBN/AFP/Reuters", ["AFP", "Reuters"]),
        ("Agence France-Presse and the Associated Press", ["AFP", "AP"]),
        ("RFE/RL's Radio Azadi", ["RFE/RL", "RFE/RL"]),
        ("a map of the trend, the app and the petra", []),
        ("Ria Novosti news agency", ["RIA Novosti"]),
        ("the Guardian and The Times", ["The Guardian", "The Times"]),
        ("Gulf Times", []),
        ("REUTERS", ["Reuters"]),
    ],
)
def test_within(line: str, names: list[str]) -> None:
    assert [found.masthead.name for found in mastheads().within(line)] == names


@pytest.mark.parametrize(
    ("host", "name"),
    [("www.bbc.co.uk", "BBC"), ("edition.cnn.com", "CNN"), ("m.dawn.com", "Dawn"), ("lomer.example", None)],
)
def test_at_host(host: str, name: str | None) -> None:
    found = mastheads().at_host(host)
    assert (found.name if found else None) == name


def test_names_of_a_profile_come_first() -> None:
    index = mastheads((KnownSource("AFP of Lomer", "outlet"), KnownSource("Dawn", "agency")))
    assert [found.masthead.kind for found in index.within("AFP of Lomer, Dawn")] == ["outlet", "agency"]
