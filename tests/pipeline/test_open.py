from __future__ import annotations

import pytest

from sayso.model.errors import UsageError
from sayso.model.profile import Profile
from sayso.pipeline.open import DEFAULT_READER, READERS, ready_reader

OPTIONS = {"url": "http://127.0.0.1:1/v1", "model": "any"}
"""What the readers that ask a server need; nothing is sent while one is made ready."""


@pytest.mark.parametrize("name", READERS)
def test_every_reader_is_made_ready_under_its_name(name: str) -> None:
    assert ready_reader(Profile(), name=name, options=OPTIONS).name.split(":")[0] == name


def test_a_reader_that_asks_a_server_wants_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAYSO_LLM_URL", raising=False)
    with pytest.raises(UsageError, match="--llm-url"):
        ready_reader(Profile(), name="llm")


def test_rules_read_where_nothing_is_said() -> None:
    assert ready_reader(Profile()).name == DEFAULT_READER == "rules"


def test_a_reader_that_is_not_there() -> None:
    with pytest.raises(UsageError, match="there are rules, learned, both"):
        ready_reader(Profile(), name="oracle")
