"""Which hosts may be asked, and at which vetted address."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from sayso.model.errors import FetchRefused

_PORTS = {"http": 80, "https": 443}
# NAT64 and 6to4 carry an IPv4 address inside; the one inside is what counts.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Unreachable(Exception):
    """The host was not found, did not answer, or broke off."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A URL taken apart, with the one address that was vetted and will be connected to."""

    scheme: str
    host: str
    port: int
    address: str
    target: str

    @property
    def authority(self) -> str:
        """Return host and port as the Host header carries them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Return scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def dialled(self) -> str:
        """Return the URL with the vetted address in place of the host, so that no second lookup happens."""
        address = f"[{self.address}]" if ":" in self.address else self.address
        return f"{self.scheme}://{address}:{self.port}{self.target}"


def vet(url: str, *, allow_private: bool) -> Destination:
    """Return where `url` leads, after looking its host up once.

    Raises:
        FetchRefused: another scheme than http and https, a user name in the URL, or a host one of whose
            addresses is private, loopback, link-local or otherwise special.
        Unreachable: the host was not found.
    """
    parts = _split(url)
    host, port = _host_and_port(parts, url)
    addresses = _look_up(host, port)
    for address in addresses:
        if not allow_private and not is_public(address):
            raise FetchRefused(f"{host} is at {address}, a private or special address")
    target = parts.path or "/"
    if parts.query:
        target = f"{target}?{parts.query}"
    return Destination(parts.scheme, host, port, addresses[0], target)


def is_public(address: str) -> bool:
    """Tell whether an IP address is one that anybody on the internet could mean."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            ip = inner
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _split(url: str) -> SplitResult:
    if any(char.isspace() or not char.isprintable() for char in url) or "\\" in url:
        raise FetchRefused("the URL holds blanks, backslashes or control characters")
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise FetchRefused(f"the URL cannot be read: {error}") from None
    if parts.scheme not in _PORTS:
        raise FetchRefused(f"only http and https are fetched, not {parts.scheme or 'a URL without a scheme'}")
    if parts.username is not None or parts.password is not None:
        raise FetchRefused("a URL with a user name or password in it is not fetched")
    return parts


def _host_and_port(parts: SplitResult, url: str) -> tuple[str, int]:
    try:
        port = parts.port or _PORTS[parts.scheme]
        host = (parts.hostname or "").rstrip(".")
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise FetchRefused(f"{url} has no usable host or port") from None
    if not host:
        raise FetchRefused(f"{url} names no host")
    return host, port


def _look_up(host: str, port: int) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreachable(f"the host {host} was not found: {error}") from None
    # IPv4 first: an address without a route costs a whole connect timeout.
    ordered = sorted(found, key=lambda entry: entry[0] != socket.AF_INET)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in ordered))
