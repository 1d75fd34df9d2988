from __future__ import annotations

import time

import pytest

from sayso.articles.extraction import worker


def test_job_over_its_time_is_ended_and_the_next_one_works(monkeypatch: pytest.MonkeyPatch) -> None:
    worker.ask("strip", b"<p>warm</p>", most=100)
    monkeypatch.setattr(worker, "SECONDS", 0.05)
    started = time.monotonic()
    slow = worker.ask("strip", b"<html><body>" + b"<b>A word.</b>" * 400_000, most=10**9)
    assert slow == {"hard": "time"}
    assert time.monotonic() - started < 5
    monkeypatch.setattr(worker, "SECONDS", 10.0)
    assert worker.ask("strip", b"<p>next</p>", most=100) == {"parts": [["next", None]]}


def test_same_page_same_answer() -> None:
    page = b"<html><body><h1>Two towns fall</h1>" + b"<p>The army left the town, its spokesman said.</p>" * 5
    first = worker.ask("html", page, most=10_000)
    assert first["parts"]
    assert worker.ask("html", page, most=10_000) == first


def test_memory_is_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    worker.close()
    monkeypatch.setattr(worker, "MEMORY", 150 * 1024 * 1024)
    page = b"<html><body>" + b"<p>A word.</p>" * 1_000_000
    assert worker.ask("strip", page, most=10**9) in (
        {"hard": "memory"},
        {"hard": "crash"},
        {"hard": "time"},
    )
    worker.close()
