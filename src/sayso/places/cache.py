"""The folder for files that can be made again."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """Return ``$SAYSO_CACHE``, else the platform's cache folder with ``sayso`` in it; may not exist yet."""
    own = os.environ.get("SAYSO_CACHE")
    if own:
        return Path(own).expanduser()
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
        return (Path(base) if base else Path.home() / "AppData" / "Local") / "sayso" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "sayso"
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "sayso"
