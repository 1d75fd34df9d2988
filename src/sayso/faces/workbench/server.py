"""The server: one process on this machine."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import uvicorn

from sayso.faces.workbench.app import make_app
from sayso.faces.workbench.asides import Asides
from sayso.model.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.api import Ledger
    from sayso.faces.workbench.serving import Serving


def listening(serving: Serving) -> socket.socket:
    """Return a socket that listens where it was told to; raises UsageError where it cannot."""
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((serving.host.strip("[]"), serving.port))
        # From here on whoever asks waits until the application answers.
        made.listen(64)
    except OSError as error:
        made.close()
        raise UsageError(
            f"nothing can be served at {serving.host}:{serving.port}: {error.strerror or error}."
            " Choose another --port"
        ) from None
    return made


def serve(
    ledger: Ledger, serving: Serving, at: socket.socket, ready: Callable[[], None] | None = None
) -> None:
    """Serve until stopped (Ctrl-C); `ready` is called when requests are answered."""
    asides = Asides(ledger)
    config = uvicorn.Config(
        make_app(ledger, serving, asides),
        log_level="warning",
        access_log=False,
        server_header=False,
        # A stranger's header must not say who is asking or by which name.
        proxy_headers=False,
        timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=32 * 1024,
        ws="none",
    )
    server = uvicorn.Server(config)
    if ready is not None:
        ready()
    try:
        server.run(sockets=[at])
    finally:
        asides.close()
