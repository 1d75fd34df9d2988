"""Bytes are kept whole, once, or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path

import pytest

from sayso.ledger.captures import CaptureStore

CONTENT = b"a page of lamps"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> CaptureStore:
    return CaptureStore.beside(tmp_path / "ledger")


def files(store: CaptureStore) -> list[Path]:
    return sorted(path for path in store.folder.rglob("*") if path.is_file())


def test_put_and_get(store: CaptureStore) -> None:
    assert store.folder.name == "ledger.captures"
    assert store.get(SHA256) is None
    assert store.put(SHA256, CONTENT)
    assert not store.put(SHA256, CONTENT)
    assert not CaptureStore(store.folder).put(SHA256, CONTENT)
    assert store.get(SHA256) == CONTENT
    assert files(store) == [store.folder / SHA256[:2] / SHA256]


def test_bytes_that_others_may_read(store: CaptureStore) -> None:
    store.put(SHA256, CONTENT)
    mask = os.umask(0)
    os.umask(mask)
    assert files(store)[0].stat().st_mode & 0o777 == 0o666 & ~mask


def test_spoilt_bytes_are_not_given_out_and_are_mended(store: CaptureStore) -> None:
    store.put(SHA256, CONTENT)
    files(store)[0].write_bytes(b"else")
    assert store.get(SHA256) is None
    assert CaptureStore(store.folder).put(SHA256, CONTENT)
    assert store.get(SHA256) == CONTENT


@pytest.mark.parametrize("odd", ["", "../../etc/passwd", "/dev/zero", SHA256.upper(), SHA256 + "\n", "\0"])
def test_what_is_no_hash_leads_nowhere(store: CaptureStore, odd: str) -> None:
    assert store.get(odd) is None
    with pytest.raises(ValueError, match="not a SHA-256"):
        store.put(odd, CONTENT)


def test_a_wrong_hash_is_refused(store: CaptureStore) -> None:
    with pytest.raises(ValueError, match="is not the SHA-256"):
        store.put("0" * 64, CONTENT)
    assert not store.folder.exists()


@pytest.mark.parametrize("call", ["fsync", "mkdir", "replace"])
def test_a_full_disk_leaves_nothing(store: CaptureStore, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def full(*args: object, **named: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, call, full)
        with pytest.raises(OSError, match="No space"):
            store.put(SHA256, CONTENT)
    assert files(store) == []
    assert store.put(SHA256, CONTENT)
    assert store.get(SHA256) == CONTENT


def test_what_a_crash_left_aside_is_no_hindrance(store: CaptureStore) -> None:
    target = store.path(SHA256)
    target.parent.mkdir(parents=True)
    target.with_name(f".new-{SHA256}").write_bytes(CONTENT[:3])
    assert store.get(SHA256) is None
    assert store.put(SHA256, CONTENT)
    assert files(store) == [target]


def test_discarded_bytes_can_come_again(store: CaptureStore) -> None:
    store.put(SHA256, CONTENT)
    store.discard(SHA256)
    store.discard(SHA256)
    assert store.get(SHA256) is None
    assert store.put(SHA256, CONTENT)
