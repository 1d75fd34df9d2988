"""Identifiers: hashes of what makes a record the record that it is."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def digest(kind: str, *parts: Any) -> str:
    """Return ``kind-`` and 16 hex digits of SHA-256 over the parts.

    Parts are hashed as compact JSON, so strings, numbers, None, and (nested) lists of them are told
    apart exactly and the same parts give the same id on every machine.
    """
    body = json.dumps([kind, *parts], ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return f"{kind}-{hashlib.sha256(body.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
