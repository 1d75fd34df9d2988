"""MinHash over runs of words: two texts with a good part of their runs in common share a band."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from rensa import RMinHash

RUN = 4
"""Words in a run."""

BANDS = 42
ROWS = 3
"""Texts with a share s of all their runs in common meet in a band with probability 1 - (1 - s^ROWS)^BANDS:
0.999 at 0.54, 0.94 at 0.4, 0.68 at 0.3, 0.04 at 0.1.  What is edited harder meets by its figures and names
(`keys`)."""

_SEED = 1


def bands_of(words: Sequence[str]) -> tuple[str, ...]:
    """Return the bands of a text's words, as keys; none where it has no run."""
    runs = sorted({" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1)})
    if not runs:
        return ()
    # A digest of our own for every run: the library's may differ from machine to machine.
    tokens = [hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest() for run in runs]
    signature = RMinHash(BANDS * ROWS, _SEED)
    signature.update(tokens)
    values = signature.digest()
    return tuple(
        f"b{n}:" + ".".join(f"{value:x}" for value in values[n * ROWS : (n + 1) * ROWS]) for n in range(BANDS)
    )
