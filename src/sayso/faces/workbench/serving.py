"""How a workbench is served: where, to whom, under which names."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

from sayso.model.errors import UsageError

LEAST_SECRET = 12
"""Characters of the shortest secret that is taken for a service others can reach."""


@dataclass(frozen=True, slots=True)
class Serving:
    """What `sayso serve` was told.

    `secret` is a password or token that every request must bring, None where none is asked for; `names`
    are further names by which the service may be called; `token` must come with every request that
    changes something, and is made anew at each start.
    """

    host: str = "127.0.0.1"
    port: int = 8765
    secret: str | None = None
    names: tuple[str, ...] = ()
    by: str = ""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def local(self) -> bool:
        """Whether only this machine can reach it."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address is this machine only."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_address(host: str) -> bool:
    """Tell whether a host is an IP address, which no foreign name server can point elsewhere."""
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def secret_from(path: Path) -> str:
    """Return the password or token that a file holds; raises UsageError where it holds none fit for use."""
    try:
        secret = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from None
    if len(secret) < LEAST_SECRET:
        raise UsageError(f"{path} holds no secret of at least {LEAST_SECRET} characters")
    return secret


def checked(serving: Serving) -> Serving:
    """Return what was told; raises UsageError where others could reach it without a secret."""
    if not serving.local and serving.secret is None:
        raise UsageError(
            f"at {serving.host} others could reach the ledger: name a file with a secret"
            " (--password-file or --token-file)"
        )
    return serving
