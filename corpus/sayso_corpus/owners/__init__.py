"""Where the texts behind stand-off labels lie: one file an owner, each giving document id → text."""

from __future__ import annotations

from sayso_corpus.owners.gum import gum_texts
from sayso_corpus.owners.meantime import meantime_texts
from sayso_corpus.owners.re3d import re3d_texts

OWNERS = {"gum": gum_texts, "meantime": meantime_texts, "re3d": re3d_texts}
"""Name of a set → what gives its texts from the folder of data."""

__all__ = ["OWNERS", "gum_texts", "meantime_texts", "re3d_texts"]
