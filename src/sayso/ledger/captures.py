"""Raw bytes kept content-addressed in a folder beside the ledger."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from pathlib import Path

_SHA256 = re.compile(r"[0-9a-f]{64}")


class CaptureStore:
    """A folder of files named by the SHA-256 of their content, two levels deep; one writer at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known: set[str] = set()
        # Hashes put or checked by this store: a large file of many articles is hashed once, not once each.

    @classmethod
    def beside(cls, ledger: Path) -> CaptureStore:
        """Return the store that belongs to a ledger file: ``NAME.captures``."""
        return cls(ledger.with_name(ledger.name + ".captures"))

    def path(self, sha256: str) -> Path:
        """Return where the bytes with this hash are kept; raises ValueError where it is no hash."""
        if not _SHA256.fullmatch(sha256):
            raise ValueError(f"not a SHA-256 in hex: {sha256!r}")
        return self.folder / sha256[:2] / sha256

    def put(self, sha256: str, content: bytes) -> bool:
        """Keep the bytes, durably and whole, once; False where they are there already and unharmed.

        Raises:
            ValueError: the hash is not the content's.
            OSError: the disk is full, the folder is not writable …; nothing is then kept.
        """
        if sha256 in self.known:
            return False
        target = self.path(sha256)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise ValueError(f"{sha256} is not the SHA-256 of these {len(content)} bytes")
        new = self.get(sha256) is None
        if new:
            self._make_folders(target.parent)
            self._write(target, content)
        self.known.add(sha256)
        return new

    def get(self, sha256: str) -> bytes | None:
        """Return the bytes, None where they are not there or are not what the hash says."""
        try:
            content = self.path(sha256).read_bytes()
        except (OSError, ValueError):
            return None
        return content if hashlib.sha256(content).hexdigest() == sha256 else None

    def discard(self, sha256: str) -> None:
        """Take away bytes that were put for a record which then did not enter the ledger."""
        self.known.discard(sha256)
        self.path(sha256).unlink(missing_ok=True)

    def _make_folders(self, folder: Path) -> None:
        if not folder.is_dir():
            folder.mkdir(parents=True, exist_ok=True)
            sync_folder(self.folder.parent)
            sync_folder(self.folder)

    def _write(self, target: Path, content: bytes) -> None:
        # A reader, or a run after a crash, sees the whole file or none: write aside, sync, rename. What
        # a crash leaves aside is written over when the same bytes come again.
        aside = target.with_name(f".new-{target.name}")
        try:
            with aside.open("wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            aside.replace(target)
            sync_folder(target.parent)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise


def sync_folder(folder: Path) -> None:
    """See to it that the names of files in a folder outlive a power cut."""
    # A new name outlives a power cut only once its folder is synced too; Windows has no such call.
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
