from __future__ import annotations

import json
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from sayso.faces.health import health_page, metrics
from sayso.pipeline.health import Health, SourceHealth


def asked(port: int, path: str) -> str:
    with urlopen(f"http://127.0.0.1:{port}{path}") as answer:
        return str(answer.read().decode())


def test_metrics_are_in_the_text_format() -> None:
    health = Health("2031", articles=3, sources={'a "b"\n': SourceHealth("2031", 2, 3)})
    lines = metrics(health).splitlines()
    assert "# TYPE sayso_articles_total counter" in lines
    assert "sayso_articles_total 3" in lines
    assert 'sayso_source_failures{source="a \\"b\\"\\n"} 2' in lines
    assert "sayso_well 0" in lines


def test_health_is_served_while_it_lasts() -> None:
    health = Health("2031")
    with health_page(health, 0) as port:
        assert json.loads(asked(port, "/health"))["well"] is True
        assert "sayso_rounds_total 0" in asked(port, "/metrics")
        health.waiting_for_ledger = 1
        with pytest.raises(HTTPError) as caught:
            asked(port, "/health")
        assert caught.value.code == 503
        caught.value.close()
        with pytest.raises(HTTPError) as caught:
            asked(port, "/../etc/passwd")
        assert caught.value.code == 404
        caught.value.close()
