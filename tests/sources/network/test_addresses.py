from __future__ import annotations

import socket
from typing import Any

import pytest

from sayso.model.errors import FetchRefused
from sayso.sources.network.addresses import Unreachable, is_public, vet


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("198.18.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


def answers(*addresses: str) -> Any:
    def look_up(host: str, port: int, **_: Any) -> list[Any]:
        return [(socket.AF_INET6 if ":" in a else socket.AF_INET, 1, 6, "", (a, port)) for a in addresses]

    return look_up


def test_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answers("8.8.8.8", "10.0.0.1"))
    with pytest.raises(FetchRefused, match=r"10\.0\.0\.1"):
        vet("https://news.example/a", allow_private=False)


def test_the_vetted_address_is_the_one_dialled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answers("2606:4700:4700::1111", "8.8.8.8"))
    where = vet("https://News.Example:8443/a b".replace(" ", "%20") + "?q=1#part", allow_private=False)
    assert where.dialled == "https://8.8.8.8:8443/a%20b?q=1"
    assert where.authority == "news.example:8443"
    assert where.host == "news.example"


def test_numeric_disguises_of_the_loopback_are_seen_through() -> None:
    for url in ("http://2130706433/", "http://127.1/", "http://0x7f000001/", "http://[::ffff:127.0.0.1]/"):
        with pytest.raises((FetchRefused, Unreachable)):
            vet(url, allow_private=False)


def test_unknown_host_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(-2, "not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(Unreachable):
        vet("http://nowhere.example/", allow_private=True)
