"""Child processes made by fork: no second start-up, and they can be killed."""

from __future__ import annotations

import contextlib
import os
import signal
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")


@dataclass(frozen=True, slots=True)
class Child:
    """A process that runs a function and says things through a pipe."""

    pid: int
    heard: int

    def line(self) -> str:
        """Return the next line that the child said, "" once it has ended."""
        said = bytearray()
        while (byte := os.read(self.heard, 1)) not in (b"", b"\n"):
            said += byte
        return said.decode()

    def rest(self) -> list[str]:
        """Return all that the child said and was not heard yet, once it has ended."""
        said = bytearray()
        while part := os.read(self.heard, 65536):
            said += part
        return said.decode().splitlines()

    def kill(self) -> None:
        """End the child as a power cut would: it gets no chance to tidy up."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


@contextlib.contextmanager
def child(work: Callable[[Callable[[str], None]], object]) -> Iterator[Child]:
    """Run `work` in a child; it gets a function by which to say a line, or what it fell over."""
    heard, told = os.pipe()

    def tell(line: str) -> None:
        os.write(told, (line + "\n").encode())

    pid = os.fork()
    if not pid:
        os.close(heard)
        try:
            work(tell)
        except BaseException:
            tell(traceback.format_exc())
        finally:
            os._exit(0)
    os.close(told)
    running = Child(pid, heard)
    try:
        yield running
    finally:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            running.kill()
        os.close(heard)


def told(work: Callable[[], str]) -> str:
    """Run `work` in a child as somebody who is not root, and return what it returns."""

    def stripped(tell: Callable[[str], None]) -> None:
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        tell(work())

    with child(stripped) as running:
        lines = running.rest()
        os.waitpid(running.pid, 0)
    return "\n".join(lines)
