"""`sayso read --reader llm`: what it costs is told, and what it needs is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from faces.running import Run
from reading.llm.fakes import NEWS, SEIZED, serving, statements


def test_what_asking_a_model_cost_is_told_at_the_end(
    sayso: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "news.txt").write_text(NEWS, encoding="utf-8")
    monkeypatch.setenv("SAYSO_LLM_PRICE_IN", "10")
    monkeypatch.setenv("SAYSO_LLM_PRICE_OUT", "50")
    with serving(statements(SEIZED)) as fake:
        words = ("read", "news.txt", "--reader", "llm", "--llm-url", fake.url, "--llm-model", "m")
        told, as_json = sayso(*words, "-l", "a.db"), sayso(*words, "-l", "b.db", "--json")
    assert "Asked the model: 1 answer, 100 tokens sent, 20 received (cost 0.0020)." in told.out
    usage = json.loads(as_json.out)
    assert (usage["usage"]["tokens_in"], usage["cost"]) == (100, 0.002)


def test_a_model_without_an_address_is_a_usage_error(
    sayso: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SAYSO_LLM_URL", raising=False)
    ran = sayso("read", str(here / "articles"), "--reader", "llm")
    assert ran.code == 2
    assert "--llm-url" in ran.err
