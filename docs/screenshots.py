"""Take a picture of every page of the workbench on the demo: ``python docs/screenshots.py``.

Needs playwright and a Chromium on the machine; pictures go to ``docs/screens/``.
"""

from __future__ import annotations

import shutil
import struct
import sys
import tempfile
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import numpy as np
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
        "dated": "/?as_of=2031-03-06&known_on=2031-03-07",
        "origins": f"/origins/{told_often(ledger)}",
        "take": "/take",
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


def told_often(ledger: Ledger) -> str:
    """Return the question with most shared passages in what ties its statements."""
    cards = ledger.pages.board(30).items
    return max(
        cards,
        key=lambda c: sum(len(t.shared) for one in ledger.origins(c.id) for o in one.origins for t in o.ties),
    ).id


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
            file.write_bytes(smaller(file.read_bytes()))
            if file.stat().st_size > MOST_BYTES:
                sys.stderr.write(f"{file.name}: {file.stat().st_size} bytes\n")
        page.close()


def smaller(picture: bytes) -> bytes:
    """Return a PNG of 8-bit colours with 32 shades a channel: text keeps its edges, the file half its size.

    Only what Chromium writes is read: 8-bit RGB or RGBA, not interlaced.
    """
    chunks, at = {}, 8
    data = b""
    while at < len(picture):
        (length,), kind = struct.unpack(">I", picture[at : at + 4]), picture[at + 4 : at + 8]
        body = picture[at + 8 : at + 8 + length]
        data += body if kind == b"IDAT" else b""
        chunks[kind] = body
        at += 12 + length
    width, height, depth, colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    channels = {2: 3, 6: 4}[colour] if depth == 8 else 0
    raw = np.frombuffer(zlib.decompress(data), np.uint8).reshape(height, 1 + width * channels)
    shades = (_unfiltered(raw, channels).reshape(-1, channels)[:, :3] // 8).astype(np.uint16)
    packed = (shades[:, 0] << 10) | (shades[:, 1] << 5) | shades[:, 2]
    found, times = np.unique(packed, return_counts=True)
    # The 256 commonest colours; any other becomes the nearest of these.
    kept = np.sort(found[np.argsort(-times, kind="stable")[:256]])
    spread = np.stack([kept >> 10, kept >> 5 & 31, kept & 31], 1).astype(np.int32)
    away = np.stack([found >> 10, found >> 5 & 31, found & 31], 1).astype(np.int32)
    nearest = np.array([((spread - one) ** 2).sum(1).argmin() for one in away], np.uint8)
    rows = nearest[np.searchsorted(found, packed)].reshape(height, width)
    lines = b"".join(b"\0" + row.tobytes() for row in rows)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    palette = (spread * 255 // 31).astype(np.uint8).tobytes()
    parts = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return picture[:8] + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )


def _unfiltered(raw: np.ndarray, channels: int) -> np.ndarray:
    """Undo PNG's filters, row by row."""
    height, width = raw.shape[0], raw.shape[1] - 1
    out = np.zeros((height + 1, width), np.uint8)
    for number, row in enumerate(raw):
        kind, line, above = int(row[0]), row[1:].astype(np.int32), out[number].astype(np.int32)
        if kind == 2:
            line = line + above
        elif kind in (1, 3, 4):
            for n in range(0, width, channels):
                left = line[n - channels : n] if n else np.zeros(channels, np.int32)
                up = above[n : n + channels]
                corner = above[n - channels : n] if n else np.zeros(channels, np.int32)
                line[n : n + channels] = (line[n : n + channels] + _guess(kind, left, up, corner)) & 255
        out[number + 1] = line & 255
    return out[1:]


def _guess(kind: int, left: np.ndarray, up: np.ndarray, corner: np.ndarray) -> np.ndarray:
    if kind == 1:
        return left
    if kind == 3:
        return (left + up) // 2
    whole = left + up - corner
    a, b, c = abs(whole - left), abs(whole - up), abs(whole - corner)
    return np.where((a <= b) & (a <= c), left, np.where(b <= c, up, corner))


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
