"""Take a picture of every page of the workbench on the demo: ``python docs/screenshots.py``.

Needs playwright and a Chromium on the machine; pictures go to ``docs/screens/``.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright

from sayso.api import Ledger, demo_folder, open_ledger
from sayso.faces.workbench.server import listening, serve
from sayso.faces.workbench.serving import Serving

SCREENS = Path(__file__).parent / "screens"
SIZES = {"wide": (1400, 1000), "phone": (390, 844)}
MOST_BYTES = 150_000


@contextmanager
def served(ledger: Ledger) -> Iterator[str]:
    """Serve a ledger in a thread of this process and give its address."""
    at = listening(Serving(port=0))
    serving = Serving(port=at.getsockname()[1])
    threading.Thread(target=serve, args=(ledger, serving, at), daemon=True).start()
    yield f"http://127.0.0.1:{serving.port}"


def pages(ledger: Ledger) -> dict[str, str]:
    """Return the address of each page that is shown."""
    point = ledger.pages.board(1).items[0]
    said = point.answers[0].lines[0]
    copied = next(
        (a for a in ledger.pages.articles(None, 200).items if ledger.pages.article(a.article.id).copies), None
    )
    key = copied.article.id if copied else said.article_id
    beside = ledger.pages.article(key).copies[0].article_id if copied else ""
    place = quote(point.place or "", safe="")
    return {
        "board": "/",
        "changes": "/changes",
        "question": f"/question/{point.id}",
        "place": f"/place/{place}",
        "places": "/places",
        "map": "/map",
        "article": f"/article/{said.article_id}",
        "copies": f"/article/{key}?beside={beside}",
        "statement": f"/statement/{said.line.id}",
        "claimers": "/claimers",
        "claimer": f"/claimer/{quote(point.answers[0].by[0], safe='')}",
        "outlets": "/outlets",
        "articles": "/articles",
        "search": "/search?q=bridge",
        "claimed": "/search?claimed=The+Front+has+taken+the+bridge+at+Vantorr",
        "review": "/review",
        "help": "/help",
        "api": "/api",
    }


def shoot(browser: Browser, address: str, chosen: dict[str, str]) -> None:
    """Write the pictures; a page that is wider than its window is said."""
    for size, (width, height) in SIZES.items():
        page = browser.new_page(viewport={"width": width, "height": height})
        for name, path in chosen.items():
            page.goto(address + path)
            page.wait_for_timeout(200)
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                sys.stderr.write(f"{name}: {wide} units wide in a window of {width}\n")
            file = SCREENS / f"{name}-{size}.png"
            page.screenshot(path=file)
            if file.stat().st_size > MOST_BYTES:
                sys.stderr.write(f"{file.name}: {file.stat().st_size} bytes\n")
        page.close()


def main() -> None:
    """Read the demo, serve it, take the pictures."""
    SCREENS.mkdir(exist_ok=True)
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    only = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, demo_folder() as demo:
        with open_ledger(Path(folder) / "demo.db", demo / "profile.toml") as ledger:
            ledger.read([demo / "articles"])
        ledger = open_ledger(Path(folder) / "demo.db", demo / "profile.toml")
        chosen = {name: path for name, path in pages(ledger).items() if not only or name in only}
        with served(ledger) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-lcd-text"]
            )
            shoot(browser, address, chosen)
            browser.close()


if __name__ == "__main__":
    main()
