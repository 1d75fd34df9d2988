"""What a watch remembers of the sources and pages that it has looked at, in a file beside the ledger.

Losing it loses no article: pages are then asked for once more, and the ledger knows them.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

KEPT = timedelta(days=45)
"""How long a page that no feed lists any more is remembered."""


@dataclass(slots=True)
class Visit:
    """The last look at a source or page: server's marks for asking again, when, how often it failed since.

    `looks` counts looks that were answered; `first` and `last` are ISO instants; `source` names the source
    that led to a page.
    """

    first: str
    last: str
    source: str | None = None
    looks: int = 0
    failures: int = 0
    wait_until: str | None = None
    etag: str | None = None
    modified: str | None = None
    sha256: str | None = None
    changed: str | None = None

    @property
    def asking(self) -> dict[str, str]:
        """The headers that let a server answer that nothing has changed (RFC 9110, 13.1)."""
        pairs = (("If-None-Match", self.etag), ("If-Modified-Since", self.modified))
        return {name: value for name, value in pairs if value}


@dataclass(slots=True)
class Memory:
    """Visits by source name, and by page address."""

    sources: dict[str, Visit] = field(default_factory=dict)
    pages: dict[str, Visit] = field(default_factory=dict)

    def source(self, name: str, now: datetime) -> Visit:
        """Return the visit of a source, a new one where there was none."""
        return self.sources.setdefault(name, Visit(_iso(now), ""))

    def page(self, url: str, source: str, now: datetime) -> Visit:
        """Return the visit of a page, a new one where there was none."""
        return self.pages.setdefault(url, Visit(_iso(now), "", source))

    def forget(self, now: datetime) -> None:
        """Let pages go that were not looked at for long, so that memory stays flat."""
        oldest = _iso(now - KEPT)
        self.pages = {
            url: visit for url, visit in self.pages.items() if (visit.last or visit.first) >= oldest
        }


def load_memory(path: Path) -> Memory:
    """Return what the file keeps; nothing where it is not there, or was spoilt."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        return Memory(
            *({key: Visit(**row) for key, row in kept[part].items()} for part in ("sources", "pages"))
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Memory()


def save_memory(memory: Memory, path: Path) -> None:
    """Write the file whole or not at all; raises OSError."""
    aside = path.with_name(path.name + ".part")
    kept = {
        part: {key: asdict(visit) for key, visit in sorted(visits.items())}
        for part, visits in (("sources", memory.sources), ("pages", memory.pages))
    }
    with aside.open("w", encoding="utf-8") as file:
        json.dump(kept, file, ensure_ascii=False)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
