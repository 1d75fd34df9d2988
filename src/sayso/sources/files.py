"""Files and folders on this machine."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from sayso.model.capture import Fetched
from sayso.model.issue import Issue, Severity
from sayso.sources.content import looks_binary
from sayso.sources.kind import MEDIA_OF_ENDING, Kind, issue, make_fetched
from sayso.sources.options import FetchOptions
from sayso.sources.warc import is_archive, read_archive


def collect_files(target: str, options: FetchOptions) -> Iterator[Fetched | Issue]:
    """Yield a file, or every file under a folder in sorted order; hidden files of a folder are left out."""
    path = Path(target)
    try:
        is_folder = path.is_dir()
        exists = os.path.lexists(path)
    except (OSError, ValueError) as error:
        yield issue("unreadable", f"{target!r} cannot be looked at: {error}.", target)
        return
    if is_folder:
        yield from _walk(path, options)
    elif not exists:
        yield issue("missing", f"There is no file or folder {target!r}.", target)
    else:
        yield _read_known(path, path.name, options, "error")


def _walk(root: Path, options: FetchOptions) -> Iterator[Fetched | Issue]:
    """Yield a folder's files, depth first; a folder that is reached from within itself is not entered."""
    waiting: list[tuple[Path, str, tuple[tuple[int, int], ...]]] = [(root, "", ())]
    while waiting:
        path, name, above = waiting.pop()
        if name and not _is_folder(path):
            if is_archive(name):
                yield from read_archive(path, name, options)
            else:
                yield _read_known(path, name, options, "note")
            continue
        shown = name or str(root)
        try:
            status = path.stat()
            names = sorted(entry.name for entry in os.scandir(path) if not entry.name.startswith("."))
        except OSError as error:
            yield issue("unreadable", f"The folder {shown!r} cannot be read: {_reason(error)}.", shown)
            continue
        identity = (status.st_dev, status.st_ino)
        if identity in above:
            message = f"{shown!r} leads back into a folder above it."
            yield issue("folder-loop", message, shown, severity="warning")
            continue
        inside = [(path / entry, f"{name}/{entry}" if name else entry, (*above, identity)) for entry in names]
        waiting.extend(reversed(inside))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _read_known(path: Path, name: str, options: FetchOptions, unknown: Severity) -> Fetched | Issue:
    """Read a file whose ending is known; another ending is an error where the file was named itself."""
    media = MEDIA_OF_ENDING.get(path.suffix.lower())
    if media is None:
        known = " ".join(MEDIA_OF_ENDING)
        message = f"{name!r} was left out: its ending is not one of {known}."
        return issue("unknown-ending", message, name, severity=unknown)
    try:
        return _read(path, name, media, options)
    except FileNotFoundError:
        return issue("missing", f"{name!r} is gone, or is a link to nothing.", name)
    except OSError as error:
        return issue("unreadable", f"{name!r} cannot be read: {_reason(error)}.", name)


def _read(path: Path, name: str, media: str, options: FetchOptions) -> Fetched | Issue:
    # Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    with os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            return issue("not-a-file", f"{name!r} is a pipe, a socket or a device, not a file.", name)
        content = b"" if status.st_size > options.max_bytes else file.read(options.max_bytes + 1)
    if max(status.st_size, len(content)) > options.max_bytes:
        return issue("too-large", f"{name!r} is larger than {options.max_bytes:,} bytes.", name)
    if media != "application/pdf" and looks_binary(content):
        return issue("binary", f"{name!r} is binary, not text.", name)
    return make_fetched(content, name=name, location=str(path.absolute()), media=media)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


KIND = Kind("files", 90, lambda target: bool(target), collect_files)
