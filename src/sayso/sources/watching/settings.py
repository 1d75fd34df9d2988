"""What is to be watched, from a TOML file; anything wrong is said by file, table and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal, get_args

from sayso.model.errors import InputError

WatchedKind = Literal["feed", "sitemap", "page", "folder"]
Text = Literal["page", "feed"]

_SPAN = re.compile(r"(\d{1,6})\s*(s|min|h|d)")
_SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400}
_KEYS = frozenset({"name", "every", "text", *get_args(WatchedKind)})
_WATCH_KEYS = frozenset({"every", "recheck", "pause"})


@dataclass(frozen=True, slots=True)
class Watched:
    """One source: a feed or sitemap whose pages are fetched, a single page, or a folder.

    `text` says where the article is taken from: the linked page, or the feed's own entry.
    """

    name: str
    kind: WatchedKind
    target: str
    every: timedelta
    text: Text = "page"


@dataclass(frozen=True, slots=True)
class Settings:
    """All sources, and what holds for all: `recheck` are the ages at which a page is looked at once more."""

    sources: tuple[Watched, ...]
    recheck: tuple[timedelta, ...]
    pause: timedelta


def load_settings(path: Path) -> Settings:
    """Return what the TOML file at `path` asks to be watched; raises InputError.

    Folders are taken from where the file lies.
    """
    table = _parse(path)
    watch = table.get("watch", {})
    if not isinstance(watch, dict):
        raise InputError(f"{path.name}: watch must be a table")
    _check_keys(watch, _WATCH_KEYS, f"{path.name}: [watch]")
    _check_keys(table, frozenset({"watch", "source"}), path.name)
    every = _span(watch.get("every", "15min"), f"{path.name}: [watch] every")
    recheck = watch.get("recheck", ["1h", "6h", "1d"])
    if not isinstance(recheck, list):
        raise InputError(f'{path.name}: [watch] recheck must be a list of spans, like ["1h", "1d"]')
    rows = table.get("source", [])
    if not isinstance(rows, list) or not rows:
        raise InputError(f"{path.name}: names no source: add a [[source]] table")
    sources = tuple(_source(row, n, path, every) for n, row in enumerate(rows, 1))
    twice = sorted({s.name for s in sources if [t.name for t in sources].count(s.name) > 1})
    if twice:
        raise InputError(f"{path.name}: two sources are called {twice[0]!r}")
    return Settings(
        sources,
        tuple(sorted(_span(value, f"{path.name}: [watch] recheck") for value in recheck)),
        _span(watch.get("pause", "2s"), f"{path.name}: [watch] pause"),
    )


def _source(row: Any, number: int, path: Path, every: timedelta) -> Watched:
    where = f"{path.name}: [[source]] number {number}"
    if not isinstance(row, dict):
        raise InputError(f"{where}: must be a table")
    _check_keys(row, _KEYS, where)
    kinds = [kind for kind in get_args(WatchedKind) if kind in row]
    if len(kinds) != 1:
        raise InputError(f"{where}: give one of {', '.join(get_args(WatchedKind))}")
    kind: WatchedKind = kinds[0]
    target = row[kind]
    if not isinstance(target, str) or not target.strip():
        raise InputError(f"{where}: {kind} must be a text")
    if kind == "folder":
        target = str((path.parent / target).absolute())
    elif not target.lower().startswith(("http://", "https://")):
        raise InputError(f"{where}: {kind} must be an http or https address")
    text = row.get("text", "page")
    if text not in get_args(Text):
        raise InputError(f"{where}: text is {text!r}, not page or feed")
    own = _span(row["every"], f"{where}: every") if "every" in row else every
    return Watched(str(row.get("name", target)), kind, target, own, text)


def _span(value: Any, where: str) -> timedelta:
    found = _SPAN.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise InputError(f'{where}: {value!r} is no span of time: write "30s", "15min", "6h" or "1d"')
    return timedelta(seconds=int(found.group(1)) * _SECONDS[found.group(2)])


def _check_keys(table: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    other = sorted(set(table) - known)
    if other:
        raise InputError(f"{where}: {other[0]!r} is not known; there are {', '.join(sorted(known))}")


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path.name}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path.name}: is not UTF-8 (byte {error.start})") from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputError(f"{path.name}: is no TOML: {error}") from None
