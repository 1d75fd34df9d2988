"""What reading costs, beside the least that anybody would do with the same files."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from statistics import median

import trafilatura

from bench.articles import DEMO, WORDS_OF_AN_ARTICLE, demo_articles, four_articles, words_in
from bench.figures import PAIRS, Figure, cpu_seconds, in_turn, seconds
from sayso import open_ledger

TOKEN = re.compile(r"\w+|[^\w\s]")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")

READ = "from sayso.faces.cli import main; main()"


def measure() -> dict[str, Figure]:
    """Time reading: beside extraction and tokens alone, again into the same ledger, and in seconds."""
    return {**_beside_baseline(), **_again(), **_four()}


def baseline(paths: list[Path]) -> int:
    """Extract the text of pages, cut it into sentences and words: what any system does first."""
    count = 0
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".html":
            text = trafilatura.extract(text) or ""
        count += sum(len(TOKEN.findall(sentence)) for sentence in SENTENCE_END.split(text))
    return count


def _beside_baseline() -> dict[str, Figure]:
    articles = demo_articles()
    plain = articles * 20  # so that the cheap side takes long enough to be timed

    pairs = in_turn(lambda: _read_into_new(articles), lambda: baseline(plain))
    return {
        "read_to_extraction": Figure(
            pairs.ratio * 20,
            100.0,
            "min",
            "ratio",
            f"reading {len(articles)} demo articles into a new ledger, weighing included, by trafilatura and "
            f"plain tokens of the same files; in turn in one process, median of {PAIRS} pairs",
        )
    }


def _again() -> dict[str, Figure]:
    articles = demo_articles()
    ratios = []
    for _ in range(PAIRS):
        with tempfile.TemporaryDirectory() as folder:
            ledger = Path(folder) / "bench.db"
            first = seconds(lambda ledger=ledger: _read(articles, ledger))  # type: ignore[misc]
            ratios.append(seconds(lambda ledger=ledger: _read(articles, ledger)) / first)  # type: ignore[misc]
    return {
        "reread_to_first": Figure(
            median(ratios),
            0.5,
            "min",
            "ratio",
            f"reading the same articles again into the same ledger (nothing changes) by the first reading, "
            f"median of {PAIRS} pairs",
        )
    }


def _four() -> dict[str, Figure]:
    articles, name = four_articles()
    four = _processes(articles, ())
    demo = demo_articles()
    all_of_demo = _processes(demo, ("--profile", str(DEMO / "profile.toml")))
    return {
        "read_four_seconds": Figure(
            four,
            3.0,
            "min",
            "seconds",
            f"sayso read of {name}: processor time of the whole process, gazetteer ready, median of {PAIRS}",
        ),
        "articles_per_second": Figure(
            words_in(demo) / WORDS_OF_AN_ARTICLE / all_of_demo,
            10.0,
            "max",
            "articles/s",
            f"sayso read of {len(demo)} demo articles, in articles of {WORDS_OF_AN_ARTICLE} words a second "
            f"of processor time, start-up and weighing included, median of {PAIRS}",
        ),
    }


def _processes(articles: list[Path], options: tuple[str, ...]) -> float:
    """Return the median processor time of reading the articles into new ledgers, one process each."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(PAIRS + 1):
            ledger = str(Path(folder) / f"{number}.db")
            paths = [str(path) for path in articles]
            times.append(cpu_seconds(["-c", READ, "read", *paths, "--ledger", ledger, *options]))
    return median(times[1:])


def _read_into_new(articles: list[Path]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _read(articles, Path(folder) / "bench.db")


def _read(articles: list[Path], ledger: Path) -> None:
    with open_ledger(ledger, DEMO / "profile.toml") as opened:
        opened.read(articles)
