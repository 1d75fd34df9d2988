"""A real browser that tells of every script that ran, request that left, and rule that was broken."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

needs_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no Chromium on this machine (apt-get install chromium)"
)


@dataclass
class Watched:
    """A page, and what it did that it should not: requests elsewhere, dialogs, faults and broken rules."""

    page: Any
    left: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@contextmanager
def browsing(address: str, width: int = 1400, height: int = 1000, **told: Any) -> Iterator[Watched]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": width, "height": height}, base_url=address, **told)
        page = context.new_page()
        watched = Watched(page)
        page.on(
            "dialog", lambda dialog: (watched.faults.append(f"dialog {dialog.message}"), dialog.dismiss())
        )
        page.on("pageerror", lambda error: watched.faults.append(str(error)))
        page.on("console", lambda line: watched.faults.append(line.text) if line.type == "error" else None)

        def gate(route: Any) -> None:
            if urlsplit(route.request.url).netloc == urlsplit(address).netloc:
                route.continue_()
            else:
                watched.left.append(route.request.url)
                route.abort()

        context.route("**/*", gate)
        yield watched
        browser.close()
