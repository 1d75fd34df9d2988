"""No address of a range with a special use is fetched (IANA's registries for IPv4 and IPv6)."""

from __future__ import annotations

import ipaddress

import pytest

from sayso.sources.network.addresses import is_public

SPECIAL = (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/29",
    "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",
    "240.0.0.0/4", "255.255.255.255/32",
    "::/128", "::1/128", "100::/64", "2001:2::/48", "2001:db8::/32", "fc00::/7", "fe80::/10", "ff00::/8",
    # IPv4 in other clothes: mapped, translated, tunnelled.
    "::ffff:10.0.0.0/104", "::ffff:127.0.0.0/104", "::ffff:169.254.0.0/112", "64:ff9b::a00:0/104",
    "64:ff9b::7f00:0/104", "2002:7f00::/24", "2002:a9fe::/32", "2002:a00::/24",
)  # fmt: skip


@pytest.mark.parametrize("block", SPECIAL)
def test_no_address_of_a_special_range_is_public(block: str) -> None:
    network = ipaddress.ip_network(block)
    size = network.num_addresses
    for at in {0, 1, size // 2, size - 2, size - 1} & set(range(min(size, 2))) | {size // 2, size - 1, 0}:
        assert not is_public(str(network[min(at, size - 1)]))


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_others_are(address: str) -> None:
    assert is_public(address)
